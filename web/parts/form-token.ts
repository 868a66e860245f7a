import { sameSecret, seal } from '../../functions/kernel/secret.ts'
import { day, type Instant, instantFrom, later, millisecondsOf } from '../../functions/kernel/time.ts'

/** A form older than this is shown again, filled, before it counts. */
const goodFor = day

type FormToken = { purpose: string; formId: string; issuedAt: Instant }

const sealed = (key: string, { purpose, formId, issuedAt }: FormToken): Promise<string> =>
  seal(key, `form|${purpose}|${formId}|${millisecondsOf(issuedAt)}`)

/** The token of a fresh form: which form it is and when it was handed out, sealed for its purpose. */
export const issueFormToken = async (key: string, token: FormToken): Promise<string> =>
  `${token.formId}.${millisecondsOf(token.issuedAt)}.${await sealed(key, token)}`

/** The id of the form that came back; undefined when the token is broken, foreign or too old. */
export async function readFormToken(
  key: string,
  token: string,
  { purpose, now }: { purpose: string; now: Instant },
): Promise<string | undefined> {
  const parts = /^([\w-]{1,64})\.(\d{1,14})\.([\w-]{43})$/.exec(token)
  const [, formId, milliseconds, signature] = parts ?? []
  if (!formId || !milliseconds || !signature) return undefined
  const issuedAt = instantFrom(Number(milliseconds))
  const genuine = sameSecret(signature, await sealed(key, { purpose, formId, issuedAt }))
  return genuine && now >= issuedAt && now <= later(issuedAt, goodFor) ? formId : undefined
}
