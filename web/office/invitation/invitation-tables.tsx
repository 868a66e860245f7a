import { type Invitation, invitationTrouble } from '../../../functions/enrollment/invitation/invitation.ts'
import type { Instant } from '../../../functions/kernel/time.ts'
import { enrollmentEnd, type Seminar } from '../../../functions/seminar/seminar.ts'
import { ButtonForm } from '../../parts/form.tsx'
import { inside } from '../../parts/setting.ts'
import { DataTable } from '../../parts/table.tsx'
import { invitationsText } from '../../text/invitations.ts'
import { shortDateTime } from '../short-dates.ts'
import type { Visit } from '../visit.ts'
import { invitationsPath } from './invitations-path.ts'

type TableProps = { visit: Visit; seminar: Seminar }

/** Whom the house has written to: when, how often, and whether they came. */
export function AddressTable({ visit, seminar, people }: TableProps & { people: readonly Invitation[] }) {
  const { language } = visit.setting
  const text = invitationsText[language]
  const short = (instant: Instant) => shortDateTime(instant, language, seminar.zone)
  return (
    <DataTable
      caption={text.list}
      captionHidden
      head={[
        text.address,
        text.invitedAt,
        text.remindedAt,
        text.usedAt,
        { label: text.action, kind: 'action' },
      ]}
      rows={people.map((person) => {
        const [invited, ...reminders] = person.letters
        return [
          person.email,
          invited ? short(invited) : text.soon,
          reminders.length > 0 ? reminders.map(short).join(' · ') : text.notYet,
          used(person, text, short),
          person.used === 0 ? <Withdraw visit={visit} seminar={seminar} person={person} /> : text.notYet,
        ]
      })}
      empty={text.none}
    />
  )
}

/** When somebody took a place by it, and whether they gave it back since. */
function used(
  { usedAt, used }: Invitation,
  text: { notYet: string; givenBack: string },
  short: (instant: Instant) => string,
): string {
  if (usedAt === null) return text.notYet
  return used > 0 ? short(usedAt) : text.givenBack
}

function Withdraw({ visit, seminar, person }: TableProps & { person: Invitation }) {
  const text = invitationsText[visit.setting.language]
  return (
    <details class="confirm">
      <summary class="button button-quiet">{text.withdraw}</summary>
      <p>{text.withdrawExplained(person.email)}</p>
      <ButtonForm
        kind="danger"
        action={inside(visit.setting, invitationsPath(seminar.id, `/${person.id}/withdraw`))}
        label={text.withdrawNow}
      />
    </details>
  )
}

/** The links that were made: how many used each, until when it is good, and closing or opening it. */
export function LinkTable({ visit, seminar, links }: TableProps & { links: readonly Invitation[] }) {
  const { language } = visit.setting
  const text = invitationsText[language]
  return (
    <DataTable
      caption={text.links}
      captionHidden
      head={[
        text.name,
        { label: text.uses, kind: 'figure' },
        text.validUntil,
        text.state,
        { label: text.action, kind: 'action' },
      ]}
      rows={links.map((link) => [
        link.name,
        text.usesOf(link.used, link.limit),
        shortDateTime(link.until ?? enrollmentEnd(seminar), language, seminar.zone),
        text.states[stateOf(link, seminar, visit.now)],
        <LinkActions visit={visit} seminar={seminar} link={link} />,
      ])}
    />
  )
}

function stateOf(link: Invitation, seminar: Seminar, now: Instant): 'open' | 'closed' | 'full' | 'over' {
  if (!link.open) return 'closed'
  if (now >= enrollmentEnd(seminar)) return 'over'
  const trouble = invitationTrouble(link, now)
  if (trouble === 'invitation-used') return 'full'
  return trouble ? 'over' : 'open'
}

function LinkActions({ visit, seminar, link }: TableProps & { link: Invitation }) {
  const text = invitationsText[visit.setting.language]
  const action = (verb: string) => inside(visit.setting, invitationsPath(seminar.id, `/${link.id}/${verb}`))
  return (
    <div class="button-row">
      <ButtonForm kind="quiet" action={action('show')} label={text.showAgain} />
      {link.open ? (
        <ButtonForm kind="quiet" action={action('close')} label={text.close} />
      ) : (
        <ButtonForm kind="quiet" action={action('open')} label={text.reopen} />
      )}
    </div>
  )
}
