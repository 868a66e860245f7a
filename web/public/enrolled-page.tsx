import type { Enrolled, EnrollRefusal } from '../../functions/enrollment/enroll.ts'
import { waitingRule } from '../../functions/enrollment/line/waiting-rule.ts'
import { textIn } from '../../functions/kernel/language.ts'
import { longDateTime } from '../../functions/kernel/time.ts'
import { isPublic, type Seminar } from '../../functions/seminar/seminar.ts'
import { ButtonLink } from '../parts/form.tsx'
import { MessagePage } from '../parts/message-page.tsx'
import { Notice } from '../parts/notice.tsx'
import { inside, type PageSetting } from '../parts/setting.ts'
import { enrollText } from '../text/enroll.ts'
import { StatisticsInvitation } from './statistics-page.tsx'

type EnrolledProps = { setting: PageSetting; enrolled: Enrolled; address: string }

/**
 * What everybody reads after sending the form. For each form a number is drawn from the line, and the words and
 * figures are those of this number, also where the address has had a place for long: its own is told by mail only.
 */
export function EnrolledPage({ setting, enrolled, address }: EnrolledProps) {
  const text = enrollText[setting.language]
  const { seminar, standing, reaches } = enrolled
  const until = longDateTime(enrolled.holdsUntil, seminar.zone, setting.language)
  return (
    <MessagePage setting={setting} title={text.done.title}>
      <p class="lead">{textIn(seminar.title, setting.language)}</p>
      <Notice tone={standing === 'waiting' ? 'warning' : 'good'} announce>
        {standing === 'applied' && <p>{text.done.applied(until)}</p>}
        {standing === 'waiting' && (
          <>
            <p>{reaches > 0 ? text.done.waiting(reaches) : text.done.onTheList}</p>
            <p>{text.done.ownPlace(until)}</p>
          </>
        )}
        {(standing === 'seat' || standing === 'offered') && <p>{text.done.seat(until)}</p>}
      </Notice>
      {standing === 'waiting' && <p>{waitingRule(seminar, { language: setting.language, waitsWith: '' })}</p>}
      <p class="wrap">{text.done.mailTo(address)}</p>
      <p class="small">{text.done.noMail}</p>
      <StatisticsInvitation setting={setting} seminar={seminar} />
      <BackToSeminar setting={setting} seminar={seminar} />
    </MessagePage>
  )
}

/**
 * Why nobody can enroll here now. An unknown seminar has no page of its own: it is not found. To who is not invited, a
 * page says so that names no seminar.
 */
export type ShownRefusal = Exclude<EnrollRefusal['code'], 'unknown' | 'not-invited'>

type RefusedProps = { setting: PageSetting; seminar: Seminar; code: ShownRefusal }

/** Says why, and leads back to the seminar. */
export function EnrollRefusedPage({ setting, seminar, code }: RefusedProps) {
  const text = enrollText[setting.language]
  return (
    <MessagePage setting={setting} title={text.refused[code].title}>
      <p class="lead">{textIn(seminar.title, setting.language)}</p>
      <p>{text.refused[code].text}</p>
      <BackToSeminar setting={setting} seminar={seminar} />
    </MessagePage>
  )
}

/** The way back; a closed seminar has no page to go back to. */
export function BackToSeminar({ setting, seminar }: { setting: PageSetting; seminar: Seminar }) {
  if (!isPublic(seminar)) return null
  return (
    <p>
      <ButtonLink
        kind="quiet"
        href={inside(setting, `/seminars/${seminar.slug}`)}
        label={enrollText[setting.language].back}
      />
    </p>
  )
}
