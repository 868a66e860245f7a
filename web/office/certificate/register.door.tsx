import { Hono } from 'hono'
import { type RegisterLine, readRegister } from '../../../functions/certificate/read-register.ts'
import { fullName } from '../../../functions/enrollment/enrollment.ts'
import { wallClockOf } from '../../../functions/kernel/time.ts'
import { inside } from '../../parts/setting.ts'
import { DataTable } from '../../parts/table.tsx'
import { issuedText } from '../../text/issued-certificate.ts'
import { registerText } from '../../text/register.ts'
import { revokeText } from '../../text/revoke.ts'
import { officeZone } from '../field-reader.ts'
import { OfficePage } from '../office-page.tsx'
import { PageLinks } from '../page-links.tsx'
import { shortDate } from '../short-dates.ts'
import { notFound, type OfficeContext, type OfficeEnv, only, type Visit } from '../visit.ts'
import { certificatePath } from './preview-path.ts'

/** Every certificate of a year, in the order in which they were issued. */
export function registerDoor(): Hono<OfficeEnv> {
  const door = new Hono<OfficeEnv>()
  door.get('/office/register', only('see-contacts'), (c) => show(c, thisYear(c.get('visit')), '1'))
  door.get('/office/register/:year{20[0-9]{2}}/:page{[1-9][0-9]{0,3}}?', only('see-contacts'), (c) =>
    show(c, c.req.param('year'), c.req.param('page') ?? '1'),
  )
  return door
}

const thisYear = ({ now }: Visit): string => wallClockOf(now, officeZone).date.slice(0, 4)

const registerPath = (year: string, page = 1): string =>
  page === 1 ? `/office/register/${year}` : `/office/register/${year}/${page}`

async function show(c: OfficeContext, year: string, typed: string): Promise<Response> {
  const visit = c.get('visit')
  const page = Number(typed)
  const register = await readRegister(visit.world.table, { year, page })
  if (page > register.pages) return notFound(c)
  return c.html(<RegisterPage {...{ visit, year, page, ...register }} />)
}

type Props = {
  visit: Visit
  year: string
  page: number
  lines: readonly RegisterLine[]
  pages: number
  count: number
}

function RegisterPage({ visit, year, page, lines, pages, count }: Props) {
  const { setting } = visit
  const text = registerText[setting.language]
  const words = issuedText[setting.language]
  const pathOf = (n: number) => registerPath(year, n)
  return (
    <OfficePage visit={visit} area="seminars" title={text.title(year)} path={pathOf(page)} wide>
      <p>{text.explained}</p>
      <p>{text.count(count)}</p>
      <DataTable
        caption={text.title(year)}
        captionHidden
        head={[
          { label: text.place, kind: 'figure' },
          words.name,
          text.seminar,
          words.issued,
          words.number,
          words.standing,
        ]}
        rows={lines.map((line) => rowOf(visit, year, line))}
        empty={text.none}
      />
      <PageLinks setting={setting} {...{ page, pages, pathOf }} />
      <OtherYears visit={visit} year={year} />
    </OfficePage>
  )
}

function rowOf({ setting }: Visit, year: string, line: RegisterLine) {
  const { certificate, seminarId, enrollmentId, number, serial, at } = line
  const seminar = inside(setting, `/office/seminars/${seminarId}`)
  const path = inside(setting, certificatePath(seminarId, enrollmentId))
  return [
    `${year}/${serial}`,
    certificate ? <a href={path}>{fullName(certificate)}</a> : '–',
    certificate ? <a href={seminar}>{certificate.title}</a> : '–',
    shortDate(at, setting.language, certificate?.zone ?? officeZone),
    number,
    standingWords(setting.language, line),
  ]
}

function standingWords(
  language: Visit['setting']['language'],
  { standing, certificate }: RegisterLine,
): string {
  const words = issuedText[language]
  if (standing.is === 'empty') return registerText[language].empty
  if (standing.is === 'valid') return words.holds
  const date = shortDate(standing.at, language, certificate?.zone ?? officeZone)
  return standing.is === 'revoked' ? revokeText[language].revokedOn(date) : words.replacedOn(date)
}

/** The years around, as far as this one. */
function OtherYears({ visit, year }: { visit: Visit; year: string }) {
  const last = Number(thisYear(visit))
  const years = [Number(year) - 1, Number(year) + 1].filter((one) => one >= 2020 && one <= last)
  return (
    <nav aria-label={registerText[visit.setting.language].years}>
      <p class="button-row">
        {years.map((one) => (
          <a href={inside(visit.setting, registerPath(String(one)))}>{one}</a>
        ))}
      </p>
    </nav>
  )
}
