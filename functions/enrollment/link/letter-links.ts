import { fingerprint, type NewSecret } from '../../kernel/secret.ts'
import type { Block, Letter } from '../../mail/letter.ts'
import type { Mail } from '../../mail/mail.ts'
import { findSession, type Seminar } from '../../seminar/seminar.ts'
import type { Enrollment, PersonalLink } from '../enrollment.ts'
import { freshLink, partsOfToken } from './personal-link.ts'

type World = { newSecret: NewSecret; origin: string }
type Written = { mail: Pick<Mail, 'letter' | 'notAfter'>; enrollment: Enrollment; seminar: Seminar }

/**
 * The letter with fresh personal tokens in place of the old ones, of which only the fingerprints are known; and the
 * links that the enrollment must keep for them. Other addresses stay as they are.
 */
export async function withFreshLinks(
  world: World,
  { mail, enrollment, seminar }: Written,
): Promise<{ letter: Letter; links: PersonalLink[] }> {
  const links: PersonalLink[] = []
  const blocks: Block[] = []
  for (const block of mail.letter.blocks) {
    const old =
      block.is === 'button' ? await readHref(block.href, { origin: world.origin, enrollment }) : undefined
    if (block.is !== 'button' || !old) {
      blocks.push(block)
      continue
    }
    const sessionId = old.known?.sessionId || sessionOf(mail, seminar)
    const opens = old.opens === 'join' && findSession(seminar, sessionId) ? 'join' : 'my'
    const fresh = await freshLink(world.newSecret, enrollment, opens, opens === 'join' ? sessionId : '')
    links.push(fresh.link)
    // Where nobody knows any more which session it was, the personal page shows the way to all of them.
    blocks.push({ ...block, href: `${world.origin}/${opens}/${fresh.token}${old.rest}` })
  }
  return { letter: { ...mail.letter, blocks }, links }
}

type OldLink = { opens: PersonalLink['opens']; rest: string; known: PersonalLink | undefined }

/** A personal link of this enrollment, and what the enrollment still knows of it; undefined for other addresses. */
async function readHref(
  href: string,
  { origin, enrollment }: { origin: string; enrollment: Enrollment },
): Promise<OldLink | undefined> {
  if (!href.startsWith(`${origin}/`)) return undefined
  const [, path, token = '', rest = ''] = /^\/(my|join)\/([\w-]+)(.*)$/.exec(href.slice(origin.length)) ?? []
  const parts = partsOfToken(token)
  if (!parts || parts.seminarId !== enrollment.seminarId || parts.enrollmentId !== enrollment.id)
    return undefined
  const hash = await fingerprint(parts.secret)
  const known = enrollment.links.find((link) => link.hash === hash)
  return { opens: path === 'join' ? 'join' : 'my', rest, known }
}

/**
 * Links die when an address is corrected and when there are too many. But an invite is good until the end of its
 * session and a reminder until the start, so the mail itself tells which session it is about, if it is only one.
 */
function sessionOf({ notAfter }: Written['mail'], { sessions }: Seminar): string {
  const named = sessions.filter(({ start, end }) => start === notAfter || end === notAfter)
  return named.length === 1 ? (named[0]?.id ?? '') : ''
}
