import { textIn } from '../../../functions/kernel/language.ts'
import {
  roomNumberOf,
  type Seminar,
  type Session,
  type SessionPlace,
} from '../../../functions/seminar/seminar.ts'
import type { FormerRoom } from '../../../functions/session/room/former-room.table.ts'
import { Span } from '../../parts/dates.tsx'
import {
  ButtonForm,
  ErrorSummary,
  Field,
  type FieldErrors,
  HiddenField,
  Select,
  SubmitButton,
} from '../../parts/form.tsx'
import { FactList, Notice } from '../../parts/notice.tsx'
import { inside } from '../../parts/setting.ts'
import { officeText } from '../../text/office.ts'
import { roomsText } from '../../text/rooms.ts'
import type { Values } from '../field-reader.ts'
import { OfficePage } from '../office-page.tsx'
import { choiceOf, choicesIn, type RoomChoice } from '../seminar/room-choice.ts'
import { longestWhere } from '../seminar/session-form.ts'
import { shortDateTime } from '../short-dates.ts'
import type { Visit } from '../visit.ts'

/** Where a session gets another room. */
export const roomPagePath = (seminarId: string, sessionId: string): string =>
  `/office/seminars/${seminarId}/sessions/${sessionId}/room`

/** One session, its present room, and those before it. */
export type SessionRooms = {
  seminar: Seminar
  session: Session
  former: readonly FormerRoom[]
  choice: RoomChoice
}

export type RoomForm = 'switch' | 'evacuate'

type Props = {
  visit: Visit
  rooms: SessionRooms
  done?: string | undefined
  /** What was typed in which of the two forms, when it is shown again. */
  typed?: { form: RoomForm; values: Values; errors: FieldErrors }
  refusal?: string | undefined
}

/** The present room and the former ones; a switch for everybody; and the way out when strangers are inside. */
export function RoomPage({ visit, rooms, done, typed, refusal }: Props) {
  const { setting } = visit
  const { language } = setting
  const { seminar, session } = rooms
  const text = roomsText[language]
  const path = roomPagePath(seminar.id, session.id)
  return (
    <OfficePage
      visit={visit}
      area="seminars"
      title={text.title}
      path={path}
      back={{ path: `/office/seminars/${seminar.id}`, label: textIn(seminar.title, language) }}
    >
      {(done === 'switched' || done === 'evacuated') && (
        <Notice tone="good" announce>
          <p>{text[done]}</p>
        </Notice>
      )}
      {refusal && (
        <Notice tone="bad" title={officeText[language].refusedTitle} announce>
          <p>{refusal}</p>
        </Notice>
      )}
      <ErrorSummary
        title={officeText[language].errorsTitle}
        errors={Object.fromEntries(
          Object.entries(typed?.errors ?? {}).map(([name, error]) => [`${typed?.form}-${name}`, error]),
        )}
        fields={{
          [`${typed?.form}-place`]: text.place,
          [`${typed?.form}-where`]: text.where,
        }}
      />
      <p>
        <Span start={session.start} end={session.end} zone={seminar.zone} language={language} />
      </p>
      <FactList
        facts={[[text.now, text.nowIn(placeName(visit, rooms, session.place), roomNumberOf(session))]]}
      />
      <section>
        <h2>{text.enterTitle}</h2>
        <p>{text.enterLead}</p>
        <ButtonForm action={inside(setting, `${path}/enter`)} label={text.enter} />
      </section>
      <FormerRooms visit={visit} rooms={rooms} />
      <section>
        <h2>{text.switchTitle}</h2>
        <p>{text.switchLead}</p>
        <PlaceForm visit={visit} rooms={rooms} form="switch" typed={typed} />
      </section>
      <section>
        <h2>{text.evacuateTitle}</h2>
        <p>{text.evacuateLead}</p>
        <ol>
          {text.evacuateSteps.map((step) => (
            <li>{step}</li>
          ))}
        </ol>
        {session.place.kind === 'link' && (
          <Notice tone="warning">
            <p>{text.evacuateCannot}</p>
          </Notice>
        )}
        <PlaceForm visit={visit} rooms={rooms} form="evacuate" typed={typed} />
      </section>
    </OfficePage>
  )
}

function placeName({ setting }: Visit, { choice }: SessionRooms, place: SessionPlace): string {
  const text = roomsText[setting.language]
  if (place.kind === 'room') return text.own
  if (place.kind === 'server')
    return choice.servers.find(({ id }) => id === place.server)?.name ?? place.server
  return text.ownLink
}

function FormerRooms({ visit, rooms }: { visit: Visit; rooms: SessionRooms }) {
  const { language } = visit.setting
  const text = roomsText[language]
  if (rooms.former.length === 0) return null
  return (
    <section>
      <h2>{text.former}</h2>
      <ul>
        {rooms.former.map((room) => (
          <li>
            {text.formerRoom(
              room.number,
              placeName(visit, rooms, room.place),
              shortDateTime(room.leftAt, language, rooms.seminar.zone),
            )}
            : {text.states[room.state]}
          </li>
        ))}
      </ul>
    </section>
  )
}

type PlaceFormProps = { visit: Visit; rooms: SessionRooms; form: RoomForm; typed: Props['typed'] }

function PlaceForm({ visit, rooms, form, typed }: PlaceFormProps) {
  const { setting } = visit
  const text = roomsText[setting.language]
  const { seminar, session, choice } = rooms
  const mine = typed?.form === form ? typed : undefined
  const names = choicesIn(choice)
  const present = choiceOf(session.place)
  const label = (value: string) =>
    value === 'room'
      ? text.own
      : value === 'link'
        ? text.ownLink
        : (choice.servers.find(({ id }) => value.endsWith(`:${id}`))?.name ?? value)
  return (
    <form
      class="form"
      method="post"
      action={inside(setting, `${roomPagePath(seminar.id, session.id)}/${form}`)}
      novalidate
    >
      <HiddenField name="from" value={mine?.values.get('from') ?? String(roomNumberOf(session))} />
      <Select
        name={`${form}-place`}
        label={text.place}
        value={mine?.values.get('place') ?? (names.includes(present) ? present : names[0])}
        error={mine?.errors.place}
        options={names.map((value) => ({ value, label: label(value) }))}
      />
      <Field
        name={`${form}-where`}
        label={text.where}
        hint={text.whereHint}
        value={mine?.values.get('where')}
        error={mine?.errors.where}
        maxlength={longestWhere}
      />
      <SubmitButton
        kind={form === 'switch' ? 'primary' : 'danger'}
        label={form === 'switch' ? text.switchNow : text.evacuateNow}
      />
    </form>
  )
}
