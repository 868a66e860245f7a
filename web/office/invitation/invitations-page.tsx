import type { Child } from 'hono/jsx'
import type { Invitation } from '../../../functions/enrollment/invitation/invitation.ts'
import { isRemindable, noInvitationsTo } from '../../../functions/enrollment/invitation/invitation.ts'
import { textIn } from '../../../functions/kernel/language.ts'
import type { Seminar } from '../../../functions/seminar/seminar.ts'
import { ButtonForm } from '../../parts/form.tsx'
import { Notice } from '../../parts/notice.tsx'
import { inside } from '../../parts/setting.ts'
import type { InvitationsText } from '../../text/invitations.de.ts'
import { invitationsText } from '../../text/invitations.ts'
import { officeText } from '../../text/office.ts'
import { Figures } from '../figures.tsx'
import { OfficePage } from '../office-page.tsx'
import type { Visit } from '../visit.ts'
import { AddressForm, type InvitationForms, LinkForm } from './invitation-forms.tsx'
import { AddressTable, LinkTable } from './invitation-tables.tsx'
import { invitationsPath } from './invitations-path.ts'

/** A seminar with everybody who was invited to it. */
export type Invited = {
  seminar: Seminar
  invitations: readonly Invitation[]
  /** How many were forgotten after its end. */
  forgotten: number
}

type FrameProps = { visit: Visit; seminar: Seminar; title?: string; children?: Child }

/** What the pages about invitations have around them. */
export function InvitationsFrame({ visit, seminar, title, children }: FrameProps) {
  const { setting } = visit
  const text = invitationsText[setting.language]
  return (
    <OfficePage
      visit={visit}
      area="seminars"
      title={title ?? text.title}
      back={
        title === undefined
          ? { path: `/office/seminars/${seminar.id}`, label: textIn(seminar.title, setting.language) }
          : { path: invitationsPath(seminar.id), label: text.title }
      }
      path={invitationsPath(seminar.id)}
      wide
    >
      {children}
    </OfficePage>
  )
}

type InvitationsProps = {
  visit: Visit
  invited: Invited
  forms: InvitationForms
  refusal?: string | undefined
  done?: string | undefined
}

/** Inviting by addresses or by a link, and what became of it. */
export function InvitationsPage({ visit, invited, forms, refusal, done }: InvitationsProps) {
  const { setting } = visit
  const { seminar, invitations, forgotten } = invited
  const text = invitationsText[setting.language]
  const trouble = noInvitationsTo(seminar, visit.now)
  const links = invitations.filter(({ kind }) => kind === 'link')
  const people = invitations.filter(({ kind }) => kind === 'address')
  return (
    <InvitationsFrame visit={visit} seminar={seminar}>
      {isDone(text, done) && (
        <Notice tone="good" announce>
          <p>{text.done[done]}</p>
        </Notice>
      )}
      {refusal && (
        <Notice tone="bad" title={officeText[setting.language].refusedTitle} announce>
          <p>{refusal}</p>
        </Notice>
      )}
      <p>{seminar.access === 'invited' ? text.closed : text.open}</p>
      {trouble && !refusal && <Notice tone="info" title={text.refusals[trouble]} />}
      {!trouble && <AddressForm visit={visit} seminar={seminar} forms={forms} />}
      {!trouble && <LinkForm visit={visit} seminar={seminar} forms={forms} />}
      {links.length > 0 && (
        <section>
          <h2>{text.links}</h2>
          <LinkTable visit={visit} seminar={seminar} links={links} />
        </section>
      )}
      <section>
        <h2>{text.list}</h2>
        {people.length > 0 && <Standing text={text} people={people} />}
        {!trouble && people.length > 0 && <Reminding visit={visit} seminar={seminar} people={people} />}
        <AddressTable visit={visit} seminar={seminar} people={people} />
        {forgotten > 0 && <p class="small">{text.forgotten(forgotten)}</p>}
      </section>
    </InvitationsFrame>
  )
}

const isDone = (text: InvitationsText, word: string | undefined): word is keyof InvitationsText['done'] =>
  word !== undefined && Object.hasOwn(text.done, word)

function Standing({ text, people }: { text: InvitationsText; people: readonly Invitation[] }) {
  return (
    <Figures
      figures={[
        [text.figures.invited, people.length],
        [text.figures.reminded, people.filter(({ letters }) => letters.length > 1).length],
        [text.figures.used, people.filter(({ used }) => used > 0).length],
      ]}
    />
  )
}

type RemindingProps = { visit: Visit; seminar: Seminar; people: readonly Invitation[] }

function Reminding({ visit, seminar, people }: RemindingProps) {
  const { setting, now } = visit
  const text = invitationsText[setting.language]
  const remindable = people.filter((person) => isRemindable(person, now)).length
  const days = seminar.remindsInvitedAfterDays
  return (
    <>
      {remindable > 0 && (
        <ButtonForm
          kind="quiet"
          action={inside(setting, invitationsPath(seminar.id, '/remind'))}
          label={text.remind(remindable)}
        />
      )}
      <p class="small">
        {text.remindHint} {days > 0 ? text.remindsItself(days) : text.remindsNot}
      </p>
    </>
  )
}
