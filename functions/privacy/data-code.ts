import { fullName, isProven } from '../enrollment/enrollment.ts'
import { mailboxKey } from '../enrollment/link/mailbox.table.ts'
import { type Linked, readPersonalLink } from '../enrollment/link/personal-link.ts'
import { bytesFromBase64 } from '../kernel/encoding.ts'
import { accept, type Result, refuse } from '../kernel/result.ts'
import { fingerprint, type NewSecret, sameSecret, seal } from '../kernel/secret.ts'
import { type Stored, type Table, TableBusy } from '../kernel/table.ts'
import { day, type Instant, later, minute } from '../kernel/time.ts'
import { mailIdOf, queueMail } from '../mail/mail.table.ts'
import { dataCodeLetter } from './data-code.mail.ts'
import { type DataCode, dataCodeShelf } from './data-code.table.ts'

/** A code is good for so long, and so is the pass that it is exchanged for. */
const goodFor = 10 * minute
/** So often may somebody mistype; then they need a new code. */
const mostTries = 5
/** So many codes go to one mailbox in a day. */
const mostCodesADay = 5

export type CodeWorld = {
  table: Table
  now: Instant
  newSecret: NewSecret
  /** The house's key; without it a stored code tells nothing, though codes are short. */
  sealKey: () => Promise<string>
}

/** `unknown`: no such link · `nothing`: nothing is stored any more that belongs to anybody · `too-many-codes` */
export type AskRefusal = { code: 'unknown' | 'nothing' | 'too-many-codes' }

/** Sends a fresh code to the mailbox behind a personal link. A code that was sent before ends with it. */
export async function askForCode(world: CodeWorld, token: string): Promise<Result<null, AskRefusal>> {
  const linked = await readPersonalLink(world.table, token, 'my')
  if (!linked) return refuse({ code: 'unknown' })
  const { email } = linked.enrollment.facts
  if (!email) return refuse({ code: 'nothing' })
  const mailbox = await mailboxKey(email)
  if (!(await drawCode(world, mailbox))) return refuse({ code: 'too-many-codes' })
  for (let attempt = 0; attempt < 3; attempt++)
    if (await commitCode(world, { linked, mailbox })) return accept(null)
  throw new TableBusy('the code kept changing')
}

/** Takes one of the day's codes of a mailbox. */
async function drawCode({ table, now }: CodeWorld, mailbox: string): Promise<boolean> {
  const place = { table: 'outbox' as const, pk: `data-codes#${mailbox}`, sk: now.slice(0, 10) }
  const { codes = 0 } = await table.draw(place, 'codes', { expires: later(now, 2 * day) })
  return codes <= mostCodesADay
}

async function commitCode(
  world: CodeWorld,
  { linked, mailbox }: { linked: Linked; mailbox: string },
): Promise<boolean> {
  const { table, now, newSecret } = world
  const enrollment = linked.enrollment.facts
  const code = codeFrom(newSecret())
  const until = later(now, goodFor)
  const facts: DataCode = { sealed: await sealedCode(world, mailbox, code), tries: 0, pass: '', until }
  const known = await dataCodeShelf.read(table, mailbox)
  const outcome = await table.commit([
    known
      ? dataCodeShelf.replace(known, facts, { expires: until })
      : dataCodeShelf.create(mailbox, facts, { expires: until }),
    queueMail(
      {
        id: mailIdOf(mailbox, await fingerprint(`data-code|${newSecret()}`)),
        to: { name: isProven(enrollment) ? fullName(enrollment) : '', address: enrollment.email },
        letter: dataCodeLetter({ enrollment, code }),
        cause: 'data-code',
        seminarId: '',
        notAfter: until,
      },
      now,
    ),
  ])
  return outcome.committed
}

/** Eight figures of the last 64 bits of a secret. */
function codeFrom(secret: string): string {
  const bytes = bytesFromBase64(secret).slice(-8)
  return String(new DataView(bytes.buffer).getBigUint64(0) % 100_000_000n).padStart(8, '0')
}

const sealedCode = async ({ sealKey }: CodeWorld, mailbox: string, code: string): Promise<string> =>
  seal(await sealKey(), `data-code|${mailbox}|${code}`)

/** `wrong` says how many tries are left · `no-code`: none was asked for, it is too old, used, or tried too often */
export type TryRefusal = { code: 'unknown' | 'no-code' } | { code: 'wrong'; left: number }

/** What a right code opens: the mailbox, and the pass by which the page can do something with it. */
export type Opened = { linked: Linked; mailbox: string; pass: string }

/** Exchanges the code for a pass. Each try is counted in the commit that judges it; a right one ends the code. */
export async function tryCode(
  world: CodeWorld,
  { token, code }: { token: string; code: string },
): Promise<Result<Opened, TryRefusal>> {
  const linked = await readPersonalLink(world.table, token, 'my')
  if (!linked) return refuse({ code: 'unknown' })
  const mailbox = await mailboxKey(linked.enrollment.facts.email)
  const typed = await sealedCode(world, mailbox, code.slice(0, 40).replaceAll(/\D/g, ''))
  for (let attempt = 0; attempt < 5; attempt++) {
    const stored = await readOpen(world, mailbox)
    if (!stored || stored.facts.sealed === '' || stored.facts.tries >= mostTries)
      return refuse({ code: 'no-code' })
    const tries = stored.facts.tries + 1
    const right = sameSecret(stored.facts.sealed, typed)
    const pass = world.newSecret()
    const until = right ? later(world.now, goodFor) : stored.facts.until
    const after: DataCode = right
      ? { sealed: '', tries, pass: await fingerprint(pass), until }
      : { ...stored.facts, tries }
    const outcome = await world.table.commit([dataCodeShelf.replace(stored, after, { expires: until })])
    if (!outcome.committed) continue
    return right ? accept({ linked, mailbox, pass }) : refuse({ code: 'wrong', left: mostTries - tries })
  }
  throw new TableBusy('the code kept changing')
}

/** The table may be late in forgetting. */
async function readOpen(
  { table, now }: Pick<CodeWorld, 'table' | 'now'>,
  mailbox: string,
): Promise<Stored<DataCode> | undefined> {
  const stored = await dataCodeShelf.read(table, mailbox)
  return stored && now < stored.facts.until ? stored : undefined
}

/** Whose data a pass opens, and the record of it; undefined for a wrong or old one. */
export async function readPass(
  world: Pick<CodeWorld, 'table' | 'now'>,
  { token, pass }: { token: string; pass: string },
): Promise<(Opened & { record: Stored<DataCode> }) | undefined> {
  const linked = await readPersonalLink(world.table, token, 'my')
  if (!linked?.enrollment.facts.email) return undefined
  const mailbox = await mailboxKey(linked.enrollment.facts.email)
  const record = await readOpen(world, mailbox)
  if (!record?.facts.pass || !sameSecret(record.facts.pass, await fingerprint(pass))) return undefined
  return { linked, mailbox, pass, record }
}

/** Until when a code that was mailed can be entered; undefined where none can. */
export async function openCodeUntil(
  world: Pick<CodeWorld, 'table' | 'now'>,
  address: string,
): Promise<Instant | undefined> {
  const stored = await readOpen(world, await mailboxKey(address))
  return stored?.facts.sealed && stored.facts.tries < mostTries ? stored.facts.until : undefined
}
