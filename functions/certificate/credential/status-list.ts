import { base64url } from '../../kernel/encoding.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Certificate } from '../certificate.ts'
import { credentialsContext, wholeSecond } from './credential.ts'
import { didOf } from './did-document.ts'

/** Where a credential stands in a status list (W3C Bitstring Status List 1.0, 2.1). */
export type StatusEntry = {
  id: string
  type: 'BitstringStatusListEntry'
  statusPurpose: 'revocation'
  statusListIndex: string
  statusListCredential: string
}

/** As long as the specification asks for at least, so that one list hides whose credential is looked up. */
const bitsOfList = 131_072
/** Readers that take the list for 16 kilobytes find every index of ours in it. */
const indexesOfList = 16_384

/** The list and the index of a certificate, by its place in the register of its year. */
export type StatusPlace = { list: string; index: number }

/** Undefined for certificates from before the register. */
export function statusPlace({
  number,
  serial,
}: Pick<Certificate, 'number' | 'serial'>): StatusPlace | undefined {
  if (serial === undefined || serial < 1) return undefined
  const place = serial - 1
  return {
    list: `${number.slice(0, 4)}-${Math.floor(place / indexesOfList) + 1}`,
    index: place % indexesOfList,
  }
}

/** Whether this could be a list of ours at all: `2026-1`. */
export const isStatusListName = (text: string): boolean => /^\d{4}-[1-9]\d{0,3}$/.test(text)

export const statusListAddress = (origin: string, list: string): string => `${origin}/status/${list}`

/** The entry by which whoever verifies finds out whether the credential still holds. */
export function statusEntry(
  certificate: Pick<Certificate, 'number' | 'serial'>,
  origin: string,
): StatusEntry | undefined {
  const place = statusPlace(certificate)
  if (!place) return undefined
  const address = statusListAddress(origin, place.list)
  return {
    id: `${address}#${place.index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: String(place.index),
    statusListCredential: address,
  }
}

/** The list as a credential of its own, before it is signed (W3C Bitstring Status List 1.0, 2.2). */
export async function statusListContent(
  { list, indexes, at }: { list: string; indexes: readonly number[]; at: Instant },
  origin: string,
) {
  const address = statusListAddress(origin, list)
  return {
    '@context': [credentialsContext],
    id: address,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: didOf(origin),
    validFrom: wholeSecond(at),
    credentialSubject: {
      id: `${address}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: await encodedList(indexes),
    },
  }
}

/** A status list before it is signed. */
export type StatusListContent = Awaited<ReturnType<typeof statusListContent>>

/** Bits from the left, compressed, with the letter that names the writing (W3C Bitstring Status List 1.0, 3.3). */
async function encodedList(indexes: readonly number[]): Promise<string> {
  const bits = new Uint8Array(bitsOfList / 8)
  for (const index of indexes) bits[index >> 3] = (bits[index >> 3] ?? 0) | (0x80 >> (index & 7))
  const packed = new Blob([bits]).stream().pipeThrough(new CompressionStream('gzip'))
  return `u${base64url(new Uint8Array(await new Response(packed).arrayBuffer()))}`
}
