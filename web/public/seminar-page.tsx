import type { Child } from 'hono/jsx'
import { type Language, textIn } from '../../functions/kernel/language.ts'
import { type Instant, longDateTime } from '../../functions/kernel/time.ts'
import type { Association, Phase } from '../../functions/programme/programme.ts'
import { isAllotmentAhead, isLineFull, type Line, seatsLeft } from '../../functions/seminar/line.ts'
import {
  conditionsOf,
  enrollmentWindow,
  plannedMinutes,
  type Seminar,
  teachingUnits,
} from '../../functions/seminar/seminar.ts'
import { ButtonLink } from '../parts/form.tsx'
import { Page } from '../parts/layout.tsx'
import { FactList, Notice } from '../parts/notice.tsx'
import { PlacesRules } from '../parts/places-rules.tsx'
import { isShut, SeatBadge, SeatMeter, seatState } from '../parts/seats.tsx'
import { formatOf } from '../parts/seminar-card.tsx'
import { SessionList } from '../parts/session-list.tsx'
import { inside, type PageSetting } from '../parts/setting.ts'
import { catalogText } from '../text/catalog.ts'
import { conditionsText } from '../text/conditions.ts'
import { Acknowledgements } from './acknowledgements.tsx'

type SeminarProps = {
  setting: PageSetting
  now: Instant
  seminar: Seminar
  line: Line
  phase: Phase | undefined
  associations: readonly Association[]
}

/** Everything about one seminar, and the way to enroll. */
export function SeminarPage({ setting, now, seminar, line, phase, associations }: SeminarProps) {
  const { language } = setting
  const text = catalogText[language]
  const contents = linesOf(textIn(seminar.contents, language))
  return (
    <Page setting={setting} title={textIn(seminar.title, language)}>
      <p class="back">
        <a href={inside(setting, '/')}>{text.all}</a>
      </p>
      <h1>{textIn(seminar.title, language)}</h1>
      <p class="headline">
        <SeatBadge seminar={seminar} line={line} now={now} language={language} />
        <span class="card-facts">
          {formatOf(seminar, text)} · {text.sessions(seminar.sessions.length)}
        </span>
      </p>
      <EarlyWayIn seminar={seminar} line={line} now={now} setting={setting} />
      <StateNotice seminar={seminar} language={language} />
      <div class="two-columns">
        <div class="reading">
          <h2 class="unseen">{text.about}</h2>
          {textIn(seminar.description, language)
            .split(/\n\s*\n/)
            .map((paragraph) => (
              <p>{paragraph}</p>
            ))}
          {contents.length > 0 && (
            <>
              <h2>{text.contents}</h2>
              <ul class="ticks">
                {contents.map((content) => (
                  <li>{content}</li>
                ))}
              </ul>
            </>
          )}
          <h2>{text.dates}</h2>
          <SessionList seminar={seminar} now={now} language={language} />
        </div>
        <Aside seminar={seminar} line={line} now={now} setting={setting} associations={associations} />
      </div>
      {phase && <Acknowledgements phases={[phase]} language={language} />}
    </Page>
  )
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

function StateNotice({ seminar, language }: { seminar: Seminar; language: Language }) {
  const text = catalogText[language]
  if (seminar.state === 'cancelled')
    return (
      <Notice tone="bad" title={text.cancelled}>
        <p>{text.cancelledMore}</p>
      </Notice>
    )
  return seminar.state === 'completed' ? <Notice title={text.completed} /> : null
}

type WayInProps = { seminar: Seminar; line: Line; now: Instant; setting: PageSetting }
type AsideProps = WayInProps & { associations: readonly Association[] }

function Aside({ seminar, line, now, setting, associations }: AsideProps) {
  const { language } = setting
  const text = catalogText[language]
  const units = new Intl.NumberFormat(language).format(teachingUnits(plannedMinutes(seminar)))
  const facts: [string, Child][] = [
    [text.trainer, seminar.trainer || text.noTrainer],
    [text.scope, text.units(units)],
    [text.seatsLabel, String(seminar.capacity)],
    [text.certificate, <CertificateRule seminar={seminar} language={language} />],
  ]
  if (seminar.state === 'published')
    facts.push([text.closes, longDateTime(seminar.closes, seminar.zone, language)])
  return (
    <aside class="panel" aria-label={text.facts}>
      <FactList facts={facts} />
      <EnrollBox seminar={seminar} line={line} now={now} setting={setting} associations={associations} />
    </aside>
  )
}

/** From how much time there is a certificate, and what it takes besides. */
function CertificateRule({ seminar, language }: { seminar: Seminar; language: Language }) {
  const { besides, rules } = conditionsText[language]
  const asked = conditionsOf(seminar).map((name) => rules[name])
  return (
    <>
      {catalogText[language].threshold(seminar.threshold, seminar.reducedThreshold)}
      {asked.length > 0 && <span class="address-line">{`${besides} ${asked.join('; ')}`}</span>}
    </>
  )
}

/** On a phone the panel comes last, so the button stands on top as well. */
function EarlyWayIn({ seminar, line, now, setting }: WayInProps) {
  if (enrollmentWindow(seminar, now) !== 'open' || isShut({ seminar, line, now })) return null
  return (
    <p class="narrow-only">
      <EnrollLink seminar={seminar} line={line} setting={setting} />
    </p>
  )
}

function EnrollLink({ seminar, line, setting }: Omit<WayInProps, 'now'>) {
  const text = catalogText[setting.language]
  return (
    <ButtonLink
      href={inside(setting, `/seminars/${seminar.slug}/enroll`)}
      label={wayInWords(seminar, line, text)}
    />
  )
}

const wayInWords = (seminar: Seminar, line: Line, text: (typeof catalogText)[Language]): string => {
  if (seminar.places.approval) return text.apply
  // Where the list is full too, only people whose association has seats kept for it come here.
  const waits = seatsLeft(line) === 0 && !isAllotmentAhead(seminar) && !isLineFull(line, seminar)
  return waits ? text.enrollWaiting : text.enroll
}

function EnrollBox({ seminar, line, now, setting, associations }: AsideProps) {
  const text = catalogText[setting.language]
  switch (enrollmentWindow(seminar, now)) {
    case 'open':
      return (
        <>
          <p class="strong seats-words">
            {seatState({ seminar, line, now, language: setting.language }).words}
          </p>
          <SeatMeter seminar={seminar} line={line} language={setting.language} />
          {isShut({ seminar, line, now }) ? (
            <p>{text.closedMore}</p>
          ) : (
            <>
              <EnrollLink seminar={seminar} line={line} setting={setting} />
              {seminar.places.groups && (
                <p>
                  <a href={inside(setting, `/seminars/${seminar.slug}/enroll/group`)}>{text.enrollGroup}</a>
                </p>
              )}
            </>
          )}
          <PlacesRules
            seminar={seminar}
            line={line}
            language={setting.language}
            associations={associations}
          />
        </>
      )
    case 'not-yet':
      return (
        <>
          <p>{text.notYet(longDateTime(seminar.opens, seminar.zone, setting.language))}</p>
          <PlacesRules
            seminar={seminar}
            line={line}
            language={setting.language}
            associations={associations}
          />
        </>
      )
    case 'over':
      return <p>{text.over}</p>
    case 'unavailable':
      return null
  }
}
