import * as v from 'valibot'

/**
 * How a certificate is laid out. letter: like a letter of the association · frame: centered in a quiet frame · plain:
 * black alone, with room on top, for paper that already carries a letterhead.
 */
export const certificateDesigns = ['letter', 'frame', 'plain'] as const
export type CertificateDesign = (typeof certificateDesigns)[number]

/** The pictures a sheet can carry: the association's logo, the funder's, and a signature. */
export const certificatePictures = ['logo', 'funderLogo', 'signature'] as const
export type CertificatePicture = (typeof certificatePictures)[number]

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

/** What the association has chosen for its certificates; pictures are named by the SHA-256 of their bytes. */
export const certificateLookSchema = v.object({
  design: v.picklist(certificateDesigns),
  color: v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/)),
  /** German stands beside the person's language where that is another one. */
  bilingual: v.boolean(),
  logo: v.optional(hash),
  funderLogo: v.optional(hash),
  signature: v.optional(hash),
})
export type CertificateLook = v.InferOutput<typeof certificateLookSchema>

/** Every certificate looked like this before there was a choice. */
export const usualLook: CertificateLook = { design: 'letter', color: '#9b1c3c', bilingual: false }

/** From this contrast upward small print can be read by most people (WCAG 2.2, 1.4.3). */
const leastContrast = 4.5

/** Whether words in that color can be read on white paper. */
export const isReadableOnPaper = (color: string): boolean => 1.05 / (luminance(color) + 0.05) >= leastContrast

/** Relative luminance as WCAG defines it, from 0 for black to 1 for white. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
