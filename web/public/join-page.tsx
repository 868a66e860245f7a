import type { Child } from 'hono/jsx'
import { type Language, textIn } from '../../functions/kernel/language.ts'
import { clockTime, type Instant } from '../../functions/kernel/time.ts'
import type { Seminar, Session } from '../../functions/seminar/seminar.ts'
import { checkPath } from '../../functions/session/check-link.ts'
import { doorOpensAt } from '../../functions/session/door.ts'
import type { Admission } from '../../functions/session/join.ts'
import { Countdown } from '../parts/countdown.tsx'
import { DateLeaf, Span, shortTime } from '../parts/dates.tsx'
import { ButtonForm } from '../parts/form.tsx'
import { Page } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { inside, type PageSetting } from '../parts/setting.ts'
import { checkText } from '../text/check.ts'
import { joinText } from '../text/join.ts'

/** How the door stands for this person, or that the room does not answer. An unknown link has no page. */
export type JoinState = Admission | 'meeting-down'

type JoinProps = {
  setting: PageSetting
  /** Where the button leads. */
  action: string
  now: Instant
  seminar: Seminar
  session: Session
  state: JoinState
}

/** In front of the digital room: when it opens, and the button that leads in. */
export function JoinPage(props: JoinProps) {
  const { setting, seminar, session, state } = props
  const { language } = setting
  const text = joinText[language]
  const script = <script type="module" src={`/assets/countdown.js?v=${setting.cssVersion}`} />
  return (
    <Page setting={setting} title={text.title(textIn(seminar.title, language))} head={script}>
      <div class="join">
        <h1>{textIn(seminar.title, language)}</h1>
        <div class="session join-session">
          <DateLeaf instant={session.start} zone={seminar.zone} language={language} />
          <div>
            <p class="session-number">{text.session}</p>
            <p class="session-when">
              <Span start={session.start} end={session.end} zone={seminar.zone} language={language} />
            </p>
            <p class="small">{seminar.zone}</p>
          </div>
        </div>
        <State {...props} />
        {(state === 'early' || state === 'open') && <Tips language={language} />}
      </div>
    </Page>
  )
}

function State(props: JoinProps) {
  const { setting, action, seminar, session, state } = props
  const text = joinText[setting.language]
  switch (state) {
    case 'early':
      return <Early {...props} />
    case 'open':
      return <Open {...props} />
    case 'over':
      return seminar.state === 'cancelled' ? (
        <Said title={text.seminarOver} />
      ) : (
        <Said title={text.over}>{text.overMore}</Said>
      )
    case 'cancelled':
      return <Said title={text.cancelled}>{text.cancelledMore}</Said>
    case 'no-seat':
      return <Said title={text['no-seat']}>{text.noSeatMore}</Said>
    case 'onsite':
      return (
        <Said title={text.onsite}>
          {text.address}: {session.place.kind === 'onsite' ? session.place.address : ''}
        </Said>
      )
    case 'meeting-down':
      return (
        <>
          <Notice tone="bad" announce title={text['meeting-down']}>
            <p>{text.meetingDownMore}</p>
          </Notice>
          <Enter setting={setting} action={action} />
        </>
      )
  }
}

function Said({ title, children }: { title: string; children?: Child }) {
  return (
    <Notice tone="info" title={title}>
      {children && <p>{children}</p>}
    </Notice>
  )
}

function Early({ setting, action, seminar, session, now }: JoinProps) {
  const { language } = setting
  const text = joinText[language]
  const opens = doorOpensAt(session)
  return (
    <div class="door">
      <Countdown label={text.opensIn} now={now} until={opens} language={language} />
      <div data-until-open="">
        <p>{text.early(shortTime(opens, now, seminar.zone, language))}</p>
        <p class="small">{text.reload}</p>
        <p>
          <a href={inside(setting, setting.path)}>{text.refresh}</a>
        </p>
      </div>
      <div data-reveal="" hidden role="status">
        <p>{text.open}</p>
        <Enter setting={setting} action={action} />
      </div>
    </div>
  )
}

function Open({ setting, action, seminar, session, now }: JoinProps) {
  const { language } = setting
  const text = joinText[language]
  return (
    <div class="door door-open">
      {now < session.start ? (
        <Countdown label={text.startsIn} now={now} until={session.start} language={language} />
      ) : (
        <p class="strong">
          {text.running} {clockTime(session.start, seminar.zone)}–{clockTime(session.end, seminar.zone)}
        </p>
      )}
      <p>{text.open}</p>
      <Enter setting={setting} action={action} />
    </div>
  )
}

/** The button into the room. */
export function Enter({ setting, action }: { setting: PageSetting; action: string }) {
  return <ButtonForm action={inside(setting, action)} label={joinText[setting.language].enter} />
}

function Tips({ language }: { language: Language }) {
  const text = joinText[language]
  return (
    <section class="tips" aria-labelledby="tips">
      <h2 id="tips">{text.tips}</h2>
      <ul class="ticks">
        {text.tipList.map((tip) => (
          <li>{tip}</li>
        ))}
      </ul>
      <p>
        <a href={checkPath(language)}>{checkText[language].link}</a>
      </p>
    </section>
  )
}
