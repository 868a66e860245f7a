import { Hono } from 'hono'
import { textIn } from '../../../functions/kernel/language.ts'
import { mailHealth } from '../../../functions/mail/health.ts'
import { recipientOf } from '../../../functions/mail/mail.table.ts'
import { readPace } from '../../../functions/mail/pace.ts'
import { pauseSending, resumeSending } from '../../../functions/mail/pause.ts'
import { listTroubles, type MailTrouble } from '../../../functions/mail/trouble.ts'
import { listSeminars } from '../../../functions/seminar/seminar.table.ts'
import type { Seminar } from '../../../functions/seminar/seminar.ts'
import { Notice } from '../../parts/notice.tsx'
import { inside } from '../../parts/setting.ts'
import { DataTable } from '../../parts/table.tsx'
import { mailLogText } from '../../text/mail-log.ts'
import { officeHouseText, officeText } from '../../text/office.ts'
import { Figures } from '../figures.tsx'
import { OfficePage } from '../office-page.tsx'
import { shortDateTime } from '../short-dates.ts'
import { goTo, noting, type OfficeContext, type OfficeEnv, only, type Visit } from '../visit.ts'
import { personPath } from './mail-paths.ts'
import { causeIn } from './mail-words.tsx'
import { refreshes, SendingPanel } from './sending-panel.tsx'

/** Whether the post office keeps up, which mails did not arrive, and the button that lets sending rest. */
export function mailsDoor(): Hono<OfficeEnv> {
  const door = new Hono<OfficeEnv>()
  door.get('/office/mails', only('see-mails'), (c) => show(c))
  door.post('/office/mails/pause', only('pause-sending'), (c) => press(c, 'pause'))
  door.post('/office/mails/resume', only('pause-sending'), (c) => press(c, 'resume'))
  return door
}

/** Whoever lets it go on wants to see it go. */
const after = {
  pause: { verb: pauseSending, deed: 'pause-sending', path: '/office/mails?done=sendingPaused' },
  resume: {
    verb: resumeSending,
    deed: 'resume-sending',
    path: '/office/mails?watch=yes&done=sendingResumed',
  },
} as const

async function press(c: OfficeContext, button: keyof typeof after): Promise<Response> {
  const visit = c.get('visit')
  const { verb, deed, path } = after[button]
  const pressed = await verb(noting(visit, { deed }))
  if (pressed.ok) return goTo(c, path)
  return show(c, mailLogText[visit.setting.language].sending.refusals[pressed.refusal.code])
}

async function show(c: OfficeContext, refusal?: string): Promise<Response> {
  const visit = c.get('visit')
  const { table } = visit.world
  const { language } = visit.setting
  const text = officeHouseText[language].mails
  const [health, troubles, seminars, pace] = await Promise.all([
    mailHealth(table, visit.now),
    listTroubles(table),
    listSeminars(table),
    readPace(table),
  ])
  const watches = c.req.query('watch') === 'yes'
  const comesAgain = refreshes({ visit, health, watches })
  return c.html(
    <OfficePage
      visit={visit}
      area="mails"
      title={text.title}
      done={c.req.query('done')}
      path="/office/mails"
      head={comesAgain && <meta http-equiv="refresh" content="20" />}
      wide
    >
      {refusal && (
        <Notice tone="bad" title={officeText[language].refusedTitle} announce>
          <p>{refusal}</p>
        </Notice>
      )}
      {health.waiting === 0 && health.failed === 0 && (
        <Notice tone="good">
          <p>{text.allWell}</p>
        </Notice>
      )}
      <Figures
        figures={[
          [text.late, health.late],
          [text.failed, health.failed],
        ]}
      />
      {health.late > 0 && visit.pausedSince === null && <p>{text.lateExplained}</p>}
      <SendingPanel visit={visit} health={health} pace={pace} watches={watches} />
      {troubles.length > 0 && <Troubles visit={visit} troubles={troubles} seminars={seminars} />}
    </OfficePage>,
    refusal ? 409 : 200,
  )
}

type TroublesProps = { visit: Visit; troubles: readonly MailTrouble[]; seminars: readonly Seminar[] }

function Troubles({ visit: { setting }, troubles, seminars }: TroublesProps) {
  const { language } = setting
  const text = officeHouseText[language].mails
  const { person } = mailLogText[language]
  const seminarLink = (id: string) => {
    const seminar = seminars.find((one) => one.id === id)
    if (!seminar) return '–'
    return <a href={inside(setting, `/office/seminars/${id}`)}>{textIn(seminar.title, language)}</a>
  }
  const personLink = ({ mailId, seminarId }: MailTrouble) => {
    const enrollmentId = recipientOf(mailId)
    if (!enrollmentId || seminarId === '') return '–'
    return <a href={inside(setting, personPath({ seminarId, enrollmentId }))}>{person.toPerson}</a>
  }
  return (
    <section>
      <p>{text.failedExplained}</p>
      <DataTable
        caption={text.list}
        head={[
          text.cause,
          text.seminar,
          text.trouble,
          text.since,
          { label: person.head, kind: 'action' },
          text.number,
        ]}
        rows={troubles.map((trouble) => [
          causeIn(language, trouble.cause),
          seminarLink(trouble.seminarId),
          text.troubles[trouble.trouble],
          shortDateTime(trouble.since, language),
          personLink(trouble),
          <code>{trouble.mailId}</code>,
        ])}
      />
    </section>
  )
}
