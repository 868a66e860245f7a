import type { GroupEnrolled } from '../../functions/enrollment/enroll-group.ts'
import { enrollmentWords } from '../../functions/enrollment/text/words.ts'
import { textIn } from '../../functions/kernel/language.ts'
import { longDateTime } from '../../functions/kernel/time.ts'
import type { Seminar } from '../../functions/seminar/seminar.ts'
import { ButtonLink } from '../parts/form.tsx'
import { MessagePage } from '../parts/message-page.tsx'
import { Notice } from '../parts/notice.tsx'
import { inside, type PageSetting } from '../parts/setting.ts'
import { groupText } from '../text/group.ts'
import { BackToSeminar } from './enrolled-page.tsx'

type EnrolledProps = {
  setting: PageSetting
  enrolled: GroupEnrolled
  /** Whether the seminar asks something that each person answers for themself. */
  hasQuestions: boolean
}

/**
 * What everybody reads after sending the form of a group. The figures are those of the numbers that the form drew,
 * also where somebody has had a place for long: that is told by mail only, and only to them.
 */
export function GroupEnrolledPage({ setting, enrolled, hasQuestions }: EnrolledProps) {
  const { language } = setting
  const { done } = groupText[language]
  const { seminar, seats, waiting, applied, waitTogether } = enrolled
  const until = longDateTime(enrolled.holdsUntil, seminar.zone, language)
  return (
    <MessagePage setting={setting} title={done.title}>
      <p class="lead">{textIn(seminar.title, language)}</p>
      <Notice tone={waiting > 0 ? 'warning' : 'good'} announce>
        {seats > 0 && <p>{done.seats(seats, until)}</p>}
        {waiting > 0 && <p>{waitTogether ? done.waitTogether(waiting) : done.waiting(waiting)}</p>}
        {applied > 0 && <p>{done.applied(applied)}</p>}
        <p>{done.confirm(until)}</p>
      </Notice>
      {waitTogether && <p>{enrollmentWords[language].rule.together}</p>}
      {hasQuestions && <p>{done.questions}</p>}
      <p class="small">{done.noMail}</p>
      <BackToSeminar setting={setting} seminar={seminar} />
    </MessagePage>
  )
}

/** Where a seminar takes people one by one only. */
export function NoGroupsPage({ setting, seminar }: { setting: PageSetting; seminar: Seminar }) {
  const text = groupText[setting.language]
  return (
    <MessagePage setting={setting} title={text.noGroups.title}>
      <p class="lead">{textIn(seminar.title, setting.language)}</p>
      <p>{text.noGroups.text}</p>
      <p>
        <ButtonLink href={inside(setting, `/seminars/${seminar.slug}/enroll`)} label={text.noGroups.button} />
      </p>
      <BackToSeminar setting={setting} seminar={seminar} />
    </MessagePage>
  )
}
