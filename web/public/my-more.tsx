import { type Enrollment, fullName, isLive } from '../../functions/enrollment/enrollment.ts'
import { textIn } from '../../functions/kernel/language.ts'
import { firstStart, lastEnd, type Seminar } from '../../functions/seminar/seminar.ts'
import { Span } from '../parts/dates.tsx'
import { ButtonLink, HiddenField, SubmitButton } from '../parts/form.tsx'
import { FactList } from '../parts/notice.tsx'
import { inside, type PageSetting } from '../parts/setting.ts'
import { enrollText } from '../text/enroll.ts'
import { myMoreText } from '../text/my-more.ts'

type DetailsProps = { setting: PageSetting; enrollment: Enrollment; changeable: boolean }

/** What somebody told about themself, and the way to correct it. */
export function DetailsBox({ setting, enrollment, changeable }: DetailsProps) {
  const { language } = setting
  const text = myMoreText[language].details
  if (!isLive(enrollment)) return null
  return (
    <section class="panel" aria-labelledby="details">
      <h2 id="details">{text.title}</h2>
      <FactList
        facts={[
          [text.name, fullName(enrollment)],
          [text.email, <span class="wrap">{enrollment.email}</span>],
          [text.association, enrollment.association || '–'],
          [text.language, enrollText[language].languages[enrollment.language]],
          ...(enrollment.note ? [[text.note, enrollment.note] as const] : []),
        ]}
      />
      {changeable && (
        <p>
          <ButtonLink kind="quiet" href={inside(setting, `${setting.path}/change`)} label={text.change} />
        </p>
      )}
    </section>
  )
}

/** Where else one can go from the personal page. */
export function MoreLinks({ setting, enrollment }: { setting: PageSetting; enrollment: Enrollment }) {
  const text = myMoreText[setting.language]
  const links: [string, string][] = [
    ['more', text.more.seminars],
    ['data', text.more.data],
    ['renew', text.more.linkOpen],
  ]
  if (!enrollment.email) return null
  return (
    <nav aria-label={text.more.title}>
      <h2>{text.more.title}</h2>
      <ul>
        {links.map(([page, label]) => (
          <li>
            <a href={inside(setting, `${setting.path}/${page}`)}>{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

type OpenSeminarsProps = { setting: PageSetting; seminars: readonly Seminar[]; token: string }

/** Seminars that are open, each with a button to its form, filled in. The token goes in the form, not in the address. */
export function OpenSeminars({ setting, seminars, token }: OpenSeminarsProps) {
  const { language } = setting
  const text = myMoreText[language].seminars
  if (seminars.length === 0)
    return (
      <>
        <p>{text.none}</p>
        <p>
          <a href={inside(setting, '/')}>{text.catalog}</a>
        </p>
      </>
    )
  return (
    <>
      <p>{text.text}</p>
      {seminars.map((seminar) => (
        <section class="panel">
          <h3>{textIn(seminar.title, language)}</h3>
          <Dates seminar={seminar} setting={setting} />
          <form
            method="post"
            action={inside(setting, `/seminars/${seminar.slug}/enroll/filled`)}
            class="button-form"
          >
            <HiddenField name="token" value={token} />
            <SubmitButton label={text.enroll(textIn(seminar.title, language))} kind="quiet" />
          </form>
        </section>
      ))}
    </>
  )
}

/** From the first start to the last end. */
export function Dates({ seminar, setting }: { seminar: Seminar; setting: PageSetting }) {
  const [start, end] = [firstStart(seminar), lastEnd(seminar)]
  if (!start || !end) return null
  return (
    <p>
      <Span start={start} end={end} zone={seminar.zone} language={setting.language} />
    </p>
  )
}
