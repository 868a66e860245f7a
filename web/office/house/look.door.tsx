import { Hono } from 'hono'
import { sampleCertificate } from '../../../functions/certificate/sheet/sample.ts'
import { certificateLookShelf, readPictures } from '../../../functions/programme/certificate-look.table.ts'
import {
  type CertificateLook,
  type CertificatePicture,
  certificateDesigns,
  certificatePictures,
  usualLook,
} from '../../../functions/programme/certificate-look.ts'
import { mostPictureBytes } from '../../../functions/programme/picture.ts'
import {
  type SaveLookRefusal,
  saveCertificateLook,
} from '../../../functions/programme/save-certificate-look.ts'
import type { FieldErrors } from '../../parts/form.tsx'
import { formBytes } from '../../parts/read-form.ts'
import { certificateLookText } from '../../text/certificate-look.ts'
import { officeText } from '../../text/office.ts'
import type { Values } from '../field-reader.ts'
import { readFiles } from '../read-files.ts'
import { goTo, notFound, noting, type OfficeContext, type OfficeEnv, only } from '../visit.ts'
import { type LookForm, LookPage, lookPath } from './look-page.tsx'

/** Three pictures, each a little too large so that it can be said, and the form around them. */
export const lookBytes = formBytes + certificatePictures.length * 2 * mostPictureBytes

/** Whether forms that are sent there carry pictures. */
export const takesPictures = (path: string): boolean => path === lookPath

/** How certificates look. For administrators. */
export function lookDoor(): Hono<OfficeEnv> {
  const door = new Hono<OfficeEnv>()
  const manage = only('set-programme')
  door.get(lookPath, manage, (c) => show(c))
  door.post(lookPath, manage, save)
  door.get(`${lookPath}/sample`, manage, sample)
  return door
}

async function show(
  c: OfficeContext,
  filled: { values?: Values; errors?: FieldErrors; refusal?: string } = {},
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const visit = c.get('visit')
  const { table } = visit.world
  const stored = await certificateLookShelf.read(table, null)
  const look = stored?.facts ?? usualLook
  const bytes = await readPictures(table, stored?.facts)
  const present: LookForm['present'] = Object.fromEntries(
    certificatePictures.flatMap((kind) => {
      const picture = bytes.get(look[kind] ?? '')
      return picture ? [[kind, picture]] : []
    }),
  )
  // Whoever was too late has been told, and saves what is shown now.
  const version: [string, string] = ['version', stored?.version ?? '']
  const values = new Map([...(filled.values ?? valuesOf(look)), version])
  const form = { errors: {}, ...filled, values, present }
  return c.html(<LookPage visit={visit} form={form} done={c.req.query('done')} />, status)
}

const valuesOf = ({ design, color, bilingual }: CertificateLook): Values =>
  new Map([
    ['design', design],
    ['color', color],
    ['bilingual', bilingual ? 'yes' : ''],
  ])

async function save(c: OfficeContext): Promise<Response> {
  const visit = c.get('visit')
  const text = certificateLookText[visit.setting.language]
  const form = await readFiles(c, { bytes: lookBytes, keys: 20, field: certificatePictures })
  if (form instanceof Response) return form
  const { values, files } = form
  const design = certificateDesigns.find((one) => one === values.get('design'))
  const color = (values.get('color') ?? '').trim().toLowerCase()
  if (!design || !/^#[0-9a-f]{6}$/.test(color))
    return show(c, { values, errors: { color: text.notAColor } }, 422)
  const pictures: Partial<Record<CertificatePicture, Uint8Array | 'none'>> = {}
  for (const kind of certificatePictures) {
    const file = files.find(({ field }) => field === kind)
    if (file) pictures[kind] = file.bytes
    else if (values.get(`no-${kind}`) === 'yes') pictures[kind] = 'none'
  }
  const saved = await saveCertificateLook(noting(visit, { deed: 'set-certificate-look' }), {
    version: values.get('version') ?? '',
    chosen: { design, color, bilingual: values.get('bilingual') === 'yes' },
    pictures,
  })
  return saved.ok ? goTo(c, lookPath, 'saved') : refused(c, values, saved.refusal)
}

function refused(c: OfficeContext, values: Values, refusal: SaveLookRefusal): Promise<Response> {
  const { language } = c.get('visit').setting
  const text = certificateLookText[language]
  if (refusal.code === 'changed-meanwhile')
    return show(c, { values, refusal: officeText[language].changedMeanwhile }, 409)
  if (refusal.code === 'pale') return show(c, { values, errors: { color: text.pale } }, 422)
  return show(c, { values, errors: { [refusal.which]: text.pictureTroubles[refusal.why] } }, 422)
}

/** A certificate of nobody, in one of the designs and otherwise as it is saved. */
async function sample(c: OfficeContext): Promise<Response> {
  const { world, now, programme, setting } = c.get('visit')
  const design = certificateDesigns.find((one) => one === c.req.query('design'))
  if (!design) return notFound(c)
  const look = { ...(programme.certificateLook ?? usualLook), design }
  const certificate = sampleCertificate({ programme, look, language: setting.language, now })
  const pdf = await world.drawSheet(certificate)
  c.header('content-type', 'application/pdf')
  c.header('content-disposition', `inline; filename="sample-${design}.pdf"`)
  return c.body(new Uint8Array(pdf))
}
