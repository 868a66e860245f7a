import { Hono } from 'hono'
import { textIn } from '../../../functions/kernel/language.ts'
import { listSeminars } from '../../../functions/seminar/seminar.table.ts'
import { listAudit } from '../../../functions/staff/audit.table.ts'
import { inside } from '../../parts/setting.ts'
import { DataTable } from '../../parts/table.tsx'
import { officeHouseText, officeText } from '../../text/office.ts'
import { OfficePage } from '../office-page.tsx'
import { shortDateTime } from '../short-dates.ts'
import { type OfficeEnv, only } from '../visit.ts'

const mostEntries = 100

/** Who did what in the office, lately. */
export function auditDoor(): Hono<OfficeEnv> {
  const door = new Hono<OfficeEnv>()
  door.get('/office/audit', only('see-audit'), async (c) => {
    const visit = c.get('visit')
    const { language } = visit.setting
    const { audit: text, deeds } = officeHouseText[language]
    const [entries, seminars] = await Promise.all([
      listAudit(visit.world.table, visit.now, mostEntries),
      listSeminars(visit.world.table),
    ])
    const titles = new Map(seminars.map(({ id, title }) => [id, textIn(title, language)]))
    return c.html(
      <OfficePage visit={visit} area="audit" title={text.title} wide>
        <p>{text.explained}</p>
        <DataTable
          caption={text.list}
          captionHidden
          head={[text.what, text.who, text.when, text.where]}
          rows={entries.map(({ at, who, deed, seminarId, about }) => [
            deeds[deed],
            who,
            shortDateTime(at, language),
            titles.has(seminarId) ? (
              <a href={inside(visit.setting, `/office/seminars/${seminarId}`)}>{titles.get(seminarId)}</a>
            ) : (
              about || '–'
            ),
          ])}
          empty={officeText[language].nothing}
        />
      </OfficePage>,
    )
  })
  return door
}
