import { Hono } from 'hono'
import { textIn } from '../../functions/kernel/language.ts'
import { mailHealth } from '../../functions/mail/health.ts'
import { listTroubles } from '../../functions/mail/trouble.ts'
import { listSeminars } from '../../functions/seminar/seminar.table.ts'
import { Notice } from '../parts/notice.tsx'
import { inside } from '../parts/setting.ts'
import { DataTable } from '../parts/table.tsx'
import { officeHouseText } from '../text/office.ts'
import { Figures } from './figures.tsx'
import { OfficePage } from './office-page.tsx'
import { shortDateTime } from './short-dates.ts'
import { type OfficeEnv, only } from './visit.ts'

/** Whether the post office keeps up, and which mails did not arrive. */
export function mailsDoor(): Hono<OfficeEnv> {
  const door = new Hono<OfficeEnv>()
  door.get('/office/mails', only('see-mails'), async (c) => {
    const visit = c.get('visit')
    const { table } = visit.world
    const { language } = visit.setting
    const text = officeHouseText[language].mails
    const [health, troubles, seminars] = await Promise.all([
      mailHealth(table, visit.now),
      listTroubles(table),
      listSeminars(table),
    ])
    const seminarLink = (id: string) => {
      const seminar = seminars.find((one) => one.id === id)
      if (!seminar) return '–'
      return <a href={inside(visit.setting, `/office/seminars/${id}`)}>{textIn(seminar.title, language)}</a>
    }
    return c.html(
      <OfficePage visit={visit} area="mails" title={text.title} wide>
        {health.waiting > 0 ? (
          <Notice tone={health.late > 0 ? 'warning' : 'info'}>
            <p>{text.waitingNow(health.waiting)}</p>
          </Notice>
        ) : (
          health.failed === 0 && (
            <Notice tone="good">
              <p>{text.allWell}</p>
            </Notice>
          )
        )}
        <Figures
          figures={[
            [text.late, health.late],
            [text.failed, health.failed],
          ]}
        />
        {health.late > 0 && <p>{text.lateExplained}</p>}
        {troubles.length > 0 && (
          <>
            <p>{text.failedExplained}</p>
            <DataTable
              caption={text.list}
              head={[text.cause, text.seminar, text.trouble, text.since, text.number]}
              rows={troubles.map((trouble) => [
                causeWords(text.causes, trouble.cause),
                seminarLink(trouble.seminarId),
                text.troubles[trouble.trouble],
                shortDateTime(trouble.since, language),
                <code>{trouble.mailId}</code>,
              ])}
            />
          </>
        )}
      </OfficePage>,
    )
  })
  return door
}

/** Words for a code; a code that nobody has words for is shown as it is. */
const causeWords = (words: Record<string, string>, code: string): string =>
  Object.hasOwn(words, code) ? (words[code] ?? code) : code
