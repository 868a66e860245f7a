import { chosenPart } from '../../functions/enrollment/enrollment.ts'
import { type Instant, longDateTime } from '../../functions/kernel/time.ts'
import { invitesAt } from '../../functions/seminar/letter-rules.ts'
import type { Seminar, Session } from '../../functions/seminar/seminar.ts'
import { checkPath } from '../../functions/session/check-link.ts'
import { doorOpensAt, nextDoor } from '../../functions/session/door.ts'
import { Span } from '../parts/dates.tsx'
import { inside, type PageSetting } from '../parts/setting.ts'
import { checkText } from '../text/check.ts'
import { joinText } from '../text/join.ts'
import { myText } from '../text/my.ts'
import { Enter } from './join-page.tsx'
import { type MyPlace, roomsOpenTo, stateOf } from './my-state.ts'

/** The way into the digital rooms, for who has a seat: the button while a door is open, and before that when it opens. */
export function RoomBox(props: MyPlace & { setting: PageSetting }) {
  const { setting, seminar, now } = props
  const text = myText[setting.language]
  const open = roomsOpenTo(props)
  const next = nextDoor(chosenPart(seminar, props.enrollment), now)
  if (stateOf(props) !== 'confirmed' || (open.length === 0 && !next)) return null
  return (
    <section class={open.length > 0 ? 'panel panel-good' : 'panel'} aria-labelledby="rooms">
      <h2 id="rooms">{text.rooms}</h2>
      {open.map((session) => (
        <OpenRoom setting={setting} seminar={seminar} session={session} />
      ))}
      {open.length === 0 && next && <NextRoom {...props} session={next} />}
      <p>
        <a href={checkPath(setting.language)}>{checkText[setting.language].link}</a>
      </p>
    </section>
  )
}

type RoomProps = { setting: PageSetting; seminar: Seminar; session: Session }

function OpenRoom({ setting, seminar, session }: RoomProps) {
  const { language } = setting
  return (
    <>
      <p class="strong">
        <Span start={session.start} end={session.end} zone={seminar.zone} language={language} />
      </p>
      <p>{joinText[language].open}</p>
      <Enter setting={setting} action={`${setting.path}/join/${session.id}`} />
    </>
  )
}

function NextRoom({ setting, seminar, session, enrollment }: MyPlace & RoomProps) {
  const { language } = setting
  const text = myText[language]
  const words = (instant: Instant) => longDateTime(instant, seminar.zone, language)
  return (
    <>
      <p>{text.doorOpens(words(doorOpensAt(session)))}</p>
      <p>
        <a href={inside(setting, setting.path)}>{joinText[language].refresh}</a>
      </p>
      <p class="small">
        {session.id in enrollment.invited
          ? text.joinSent
          : seminar.letters.invite.on
            ? text.joinByMail(words(invitesAt(seminar, session)))
            : text.joinComes}
      </p>
    </>
  )
}
