import { fullName } from '../../functions/enrollment/enrollment.ts'
import { type Language, localeOf, textIn } from '../../functions/kernel/language.ts'
import { type Seminar, teachingUnits } from '../../functions/seminar/seminar.ts'
import { type ButtonKind, HiddenField, SubmitButton } from '../parts/form.tsx'
import { Page } from '../parts/layout.tsx'
import { Badge } from '../parts/notice.tsx'
import { inside, type PageSetting } from '../parts/setting.ts'
import { DataTable } from '../parts/table.tsx'
import { myText } from '../text/my.ts'
import { myMoreText } from '../text/my-more.ts'
import { type MySeminar, yearsOf } from './load-mine.ts'
import { Dates, OpenSeminars } from './my-more.tsx'

type OverviewProps = {
  /** Its path is the overview's own. */
  setting: PageSetting
  mine: readonly MySeminar[]
  open: readonly Seminar[]
  token: string
}

/** All seminars of one person: coming and past, minutes and units by year, certificates. */
export function OverviewPage({ setting, mine, open, token }: OverviewProps) {
  const text = myMoreText[setting.language]
  const latest = mine.at(-1)
  return (
    <Page setting={setting} title={text.overview.title}>
      <div class="reading">
        {latest && <p class="kicker">{text.overview.greeting(fullName(latest.enrollment))}</p>}
        <h1>{text.overview.title}</h1>
        <p class="small">{text.overview.good}</p>
        {!latest && <p>{text.overview.none}</p>}
        <Part setting={setting} title={text.overview.coming} mine={mine.filter(({ isPast }) => !isPast)} />
        <Part setting={setting} title={text.overview.past} mine={mine.filter(({ isPast }) => isPast)} />
        <Years setting={setting} mine={mine} />
        {latest && (
          <>
            <h2>{text.seminars.title}</h2>
            <OpenSeminars setting={setting} seminars={open} token={token} />
            <h2>{text.overview.more}</h2>
            <Open setting={setting} of={latest} to="data" label={text.more.data} />
          </>
        )}
      </div>
    </Page>
  )
}

function Part({ setting, title, mine }: { setting: PageSetting; title: string; mine: readonly MySeminar[] }) {
  if (mine.length === 0) return null
  return (
    <>
      <h2>{title}</h2>
      {mine.map((each) => (
        <OneSeminar setting={setting} mine={each} />
      ))}
    </>
  )
}

const figure = (value: number, language: Language): string =>
  new Intl.NumberFormat(localeOf[language]).format(value)

function OneSeminar({ setting, mine }: { setting: PageSetting; mine: MySeminar }) {
  const { language } = setting
  const text = myMoreText[language].overview
  const { seminar, state, certificate, minutesByYear } = mine
  const minutes = [...minutesByYear.values()].reduce((sum, each) => sum + each, 0)
  return (
    <section class="panel">
      <h3>{textIn(seminar.title, language)}</h3>
      <p>
        <Badge>{myText[language].state[state]}</Badge>
      </p>
      <Dates seminar={seminar} setting={setting} />
      {minutes > 0 && (
        <p>{text.minutes(figure(minutes, language), figure(teachingUnits(minutes), language))}</p>
      )}
      {certificate && (
        <p>
          {text.certificate(certificate.number)} ·{' '}
          <a href={inside(setting, `/verify/${certificate.number}`)}>{text.verify}</a>
        </p>
      )}
      <div class="button-row">
        <Open setting={setting} of={mine} to="" label={text.open} />
        {certificate && <Open setting={setting} of={mine} to="certificate" label={text.pdf} />}
      </div>
    </section>
  )
}

type OpenProps = { setting: PageSetting; of: MySeminar; to: string; label: string; kind?: ButtonKind }

/** A button, because what it leads to is a link that is made when it is pressed. */
function Open({ setting, of, to, label, kind = 'quiet' }: OpenProps) {
  return (
    <form method="post" action={inside(setting, `${setting.path}/open`)} class="button-form">
      <HiddenField name="seminar" value={of.seminar.id} />
      <HiddenField name="to" value={to} />
      <SubmitButton label={label} kind={kind} />
    </form>
  )
}

function Years({ setting, mine }: { setting: PageSetting; mine: readonly MySeminar[] }) {
  const { language } = setting
  const text = myMoreText[language].overview
  const years = yearsOf(mine)
  if (years.length === 0) return null
  return (
    <>
      <h2>{text.years}</h2>
      <DataTable
        caption={text.years}
        captionHidden
        head={[
          text.year,
          { label: text.seminars, kind: 'figure' },
          { label: text.attended, kind: 'figure' },
          { label: text.units, kind: 'figure' },
        ]}
        rows={years.map(({ year, seminars, minutes }) => [
          year,
          seminars,
          figure(minutes, language),
          figure(teachingUnits(minutes), language),
        ])}
      />
    </>
  )
}
