import type { Certificate } from '../../functions/certificate/certificate.ts'
import type { CertificateRequest } from '../../functions/certificate/request/certificate-request.table.ts'
import { mayCorrectName } from '../../functions/certificate/request/correct-name.ts'
import { mayChange } from '../../functions/enrollment/change-person.ts'
import { chosenPart, fullName, isLive } from '../../functions/enrollment/enrollment.ts'
import { waitingRule } from '../../functions/enrollment/line/waiting-rule.ts'
import { textIn } from '../../functions/kernel/language.ts'
import { longDateTime } from '../../functions/kernel/time.ts'
import { isAllotmentAhead } from '../../functions/seminar/line.ts'
import { lastEnd } from '../../functions/seminar/seminar.ts'
import { ButtonForm, ButtonLink } from '../parts/form.tsx'
import { Page } from '../parts/layout.tsx'
import { Badge, Notice, type Tone } from '../parts/notice.tsx'
import { SessionList } from '../parts/session-list.tsx'
import { inside, type PageSetting } from '../parts/setting.ts'
import { myText } from '../text/my.ts'
import { myNameText } from '../text/my-name.ts'
import { questionText } from '../text/questions.ts'
import { WalletLink } from './credential-links.tsx'
import { linkedInLink } from './linkedin-link.ts'
import { CodeBox, type CodeSession, type WrongCode } from './my-code.tsx'
import { FeedBox } from './my-feed.tsx'
import { DetailsBox, MoreLinks } from './my-more.tsx'
import { RoomBox } from './my-rooms.tsx'
import { type MyPlace, type MyState, stateOf } from './my-state.ts'

/** What the page says first, after a button was pressed. */
export type MyNews = { tone: Tone; words: string }

type MyProps = MyPlace & {
  setting: PageSetting
  certificate: Certificate | undefined
  /** What was asked for about the certificate, and is not done yet or could not be. */
  request: CertificateRequest | undefined
  /** Whether the certificate waits for letters of the name that can be printed. */
  isHeld: boolean
  /** Where people reach the house, for what is carried elsewhere. */
  origin: string
  /** Whether there are questions that can be answered now. */
  asksQuestions: boolean
  /** The id of the form that makes a subscription; absent for who cannot subscribe. */
  feedForm?: string | undefined
  /** Sessions in which a code may be typed now. */
  codes: readonly CodeSession[]
  wrongCode?: WrongCode | undefined
  news?: MyNews | undefined
}

/** Everything one person may know and do about their place in a seminar. */
export function MyPage(props: MyProps) {
  const { setting, enrollment, seminar, now, news } = props
  const text = myText[setting.language]
  const state = stateOf(props)
  const title = textIn(seminar.title, setting.language)
  return (
    <Page setting={setting} title={`${text.title}: ${title}`}>
      <p class="kicker">{text.greeting(fullName(enrollment))}</p>
      <h1>{title}</h1>
      <p class="headline">
        <Badge tone={toneOf[state]}>{text.state[state]}</Badge>
      </p>
      {news && (
        <Notice tone={news.tone} announce>
          <p>{news.words}</p>
        </Notice>
      )}
      <div class="two-columns">
        <div>
          <section class="panel panel-first" aria-label={text.title}>
            <StateWords {...props} state={state} />
          </section>
          <CodeBox {...props} wrong={props.wrongCode} />
          <RoomBox {...props} />
          <CertificateBox {...props} />
          <NameBox {...props} />
          <h2>{text.dates}</h2>
          <SessionList seminar={chosenPart(seminar, enrollment)} now={now} language={setting.language} />
        </div>
        {(isLive(enrollment) || props.asksQuestions) && (
          <aside class="panel" aria-label={text.calendar}>
            <Links {...props} />
          </aside>
        )}
      </div>
      {props.feedForm && <FeedBox setting={setting} formId={props.feedForm} />}
      <DetailsBox {...props} changeable={mayChange(enrollment, seminar, now)} />
      <MoreLinks {...props} />
      <CancelBox {...props} />
      <p class="small">{text.secret}</p>
    </Page>
  )
}

const toneOf: Record<MyState, Tone | 'plain'> = {
  held: 'warning',
  confirmed: 'good',
  waiting: 'warning',
  offered: 'warning',
  applied: 'info',
  cancelled: 'plain',
  expired: 'plain',
  lapsed: 'plain',
  declined: 'plain',
  seminarCancelled: 'bad',
  completed: 'info',
}

function StateWords(props: MyProps & { state: MyState }) {
  const { setting, enrollment, seminar, state } = props
  const text = myText[setting.language]
  const until = longDateTime(enrollment.holdsUntil, seminar.zone, setting.language)
  switch (state) {
    case 'held':
      return (
        <>
          <p>
            {seminar.state === 'completed' ? text.heldAfter(until) : text.held[enrollment.standing](until)}
          </p>
          {enrollment.standing === 'waiting' && <Queue {...props} />}
          <ButtonForm action={inside(setting, `${setting.path}/confirm`)} label={text.confirm} />
        </>
      )
    case 'waiting':
      return <Queue {...props} />
    case 'offered':
      return <Offer {...props} />
    case 'applied':
      return <p>{text.applied}</p>
    case 'confirmed':
      return <p>{text.seat}</p>
    case 'cancelled':
    case 'expired':
    case 'lapsed':
    case 'declined':
      return (
        <>
          <p>{text[state]}</p>
          <ButtonLink kind="quiet" href={inside(setting, `/seminars/${seminar.slug}`)} label={text.again} />
        </>
      )
    case 'seminarCancelled':
    case 'completed':
      return <p>{text[state]}</p>
  }
}

/** The place in the queue, as far as it is decided, and how places are given. */
function Queue({ place, setting, seminar, enrollment }: MyProps) {
  const text = myText[setting.language]
  const isDecided = place > 0 && !isAllotmentAhead(seminar)
  return (
    <>
      <p class="strong">{isDecided ? text.queue(place) : text.onTheList}</p>
      <p>{waitingRule(seminar, { language: setting.language, waitsWith: enrollment.waitsWith })}</p>
    </>
  )
}

/** A seat to take or to leave, and until when. */
function Offer({ setting, enrollment, seminar }: MyProps) {
  const text = myText[setting.language]
  const until = longDateTime(enrollment.offeredUntil ?? enrollment.holdsUntil, seminar.zone, setting.language)
  return (
    <>
      <p class="strong">{text.offer(until)}</p>
      <div class="button-row">
        <ButtonForm action={inside(setting, `${setting.path}/accept`)} label={text.accept} />
        <ButtonForm action={inside(setting, `${setting.path}/cancel`)} label={text.decline} kind="quiet" />
      </div>
    </>
  )
}

function Links({ setting, enrollment, seminar, asksQuestions }: MyProps) {
  const text = myText[setting.language]
  return (
    <>
      {isLive(enrollment) && (
        <p>
          <ButtonLink kind="quiet" href={`${setting.path}/calendar.ics`} label={text.calendar} />
        </p>
      )}
      {asksQuestions && (
        <p>
          <a href={inside(setting, `${setting.path}/questions`)}>
            {questionText[setting.language].mine.link}
          </a>
        </p>
      )}
      <p>
        <a href={inside(setting, `/seminars/${seminar.slug}`)}>{text.again}</a>
      </p>
    </>
  )
}

function CertificateBox({ setting, certificate, origin }: MyProps) {
  const text = myText[setting.language]
  if (!certificate) return null
  return (
    <section class="panel panel-good" aria-labelledby="certificate">
      <h2 id="certificate">{text.certificate}</h2>
      <p>{text.certificateText(certificate.number)}</p>
      <p class="button-row">
        <ButtonLink href={`${setting.path}/certificate.pdf`} label={text.download} />
        <a href={inside(setting, `/verify/${certificate.number}`)}>{text.verify}</a>
        <a href={linkedInLink(certificate, origin)} rel="noreferrer">
          {text.toLinkedIn}
        </a>
        <WalletLink setting={setting} certificate={certificate} />
      </p>
    </section>
  )
}

/** The way to correct the name when the seminar is over, and what became of it. */
function NameBox({ setting, enrollment, seminar, now, request, isHeld }: MyProps) {
  const text = myNameText[setting.language]
  if (!mayCorrectName(enrollment, seminar, now)) return null
  const waits = request?.wish !== 'again' && request?.obstacle === null
  return (
    <>
      {waits && (
        <Notice tone="info">
          <p>{text.onItsWay}</p>
        </Notice>
      )}
      {isHeld && (
        <Notice tone="warning">
          <p>{text.held}</p>
        </Notice>
      )}
      {request?.obstacle === 'letters' && (
        <Notice tone="warning">
          <p>{text.letters}</p>
        </Notice>
      )}
      <p>
        <a href={inside(setting, `${setting.path}/name`)}>{text.link}</a>
      </p>
    </>
  )
}

function CancelBox({ setting, enrollment, seminar, now }: MyProps) {
  const text = myText[setting.language]
  const end = lastEnd(seminar)
  const over = end !== undefined && end <= now
  if (!isLive(enrollment) || seminar.state !== 'published' || over) return null
  const { standing } = enrollment
  // An offer is declined above, beside the button that accepts it.
  if (standing === 'offered' && enrollment.state === 'confirmed') return null
  const words = {
    waiting: text.leave,
    applied: text.withdraw,
    offered: text.leaveSeat,
    seat: text.leaveSeat,
  }[standing]
  return (
    <details class="cancel">
      <summary>{words.open}</summary>
      <p>{words.text}</p>
      <ButtonForm action={inside(setting, `${setting.path}/cancel`)} label={words.now} kind="danger" />
    </details>
  )
}
