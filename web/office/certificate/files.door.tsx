import { Hono } from 'hono'
import type { Certificate } from '../../../functions/certificate/certificate.ts'
import { listIssued } from '../../../functions/certificate/list-issued.ts'
import { textIn } from '../../../functions/kernel/language.ts'
import { readPictures } from '../../../functions/programme/certificate-look.table.ts'
import type { Seminar } from '../../../functions/seminar/seminar.ts'
import { policyWithFetch } from '../../parts/door-headers.ts'
import { inside } from '../../parts/setting.ts'
import { registerText } from '../../text/register.ts'
import { findSeminar } from '../find-seminar.ts'
import { OfficePage } from '../office-page.tsx'
import { notFound, type OfficeContext, type OfficeEnv, only, type Visit } from '../visit.ts'
import { filesPath, previewPath } from './preview-path.ts'
import { sheetsFile, sheetsPerFile } from './sheets-file.ts'

/** All certificates of a seminar that hold, as files with the PDFs inside. */
export function filesDoor(): Hono<OfficeEnv> {
  const door = new Hono<OfficeEnv>()
  door.get('/office/seminars/:id/certificates/files', only('see-contacts'), (c) => show(c, c.req.param('id')))
  door.get('/office/seminars/:id/certificates/files/:part{[1-9][0-9]{0,3}}', only('see-contacts'), (c) =>
    handOut(c, c.req.param('id'), Number(c.req.param('part'))),
  )
  return door
}

/** The certificates of each file. */
async function findFiles({ world, ...visit }: Visit, id: string) {
  const seminar = (await findSeminar({ world, ...visit }, id))?.facts
  if (!seminar) return undefined
  const issued = await listIssued(world.table, id)
  // One seminar is issued with one look, but for what was issued anew.
  const looks = [...new Map(issued.map(({ look }) => [JSON.stringify(look ?? null), look])).values()]
  const pictures = await Promise.all(looks.map((look) => readPictures(world.table, look)))
  const heaviest = Math.max(0, ...pictures.map(weigh))
  const each = sheetsPerFile(heaviest)
  const files = Array.from({ length: Math.ceil(issued.length / each) }, (_, i) =>
    issued.slice(i * each, (i + 1) * each),
  )
  return { seminar, files, each }
}

const weigh = (pictures: ReadonlyMap<string, Uint8Array>): number =>
  [...pictures.values()].reduce((sum, bytes) => sum + bytes.length, 0)

async function show(c: OfficeContext, id: string): Promise<Response> {
  const visit = c.get('visit')
  const found = await findFiles(visit, id)
  if (!found || found.files.length === 0) return notFound(c)
  if (found.files.length > 1) c.header('content-security-policy', policyWithFetch)
  return c.html(<FilesPage visit={visit} {...found} />)
}

async function handOut(c: OfficeContext, id: string, part: number): Promise<Response> {
  const visit = c.get('visit')
  const found = await findFiles(visit, id)
  const certificates = found?.files[part - 1]
  if (!found || !certificates) return notFound(c)
  const zip = await sheetsFile(certificates, visit.world.drawSheet)
  c.header('content-type', 'application/zip')
  c.header('content-disposition', `attachment; filename="${found.seminar.slug}-${part}.zip"`)
  return c.body(new Uint8Array(zip))
}

type Props = { visit: Visit; seminar: Seminar; files: readonly (readonly Certificate[])[]; each: number }

function FilesPage({ visit, seminar, files, each }: Props) {
  const { setting } = visit
  const text = registerText[setting.language]
  const isOne = files.length === 1
  return (
    <OfficePage
      visit={visit}
      area="seminars"
      title={text.all}
      path={filesPath(seminar.id)}
      back={{ path: `/office/seminars/${seminar.id}`, label: textIn(seminar.title, setting.language) }}
      head={isOne ? undefined : <CollectScript visit={visit} />}
    >
      {!isOne && <p>{text.parts}</p>}
      {!isOne && <Collect visit={visit} />}
      <ul data-files="">
        {files.map((certificates, i) => (
          <li>
            <a href={inside(setting, `${previewPath(seminar.id)}/files/${i + 1}`)}>
              {isOne
                ? text.file(certificates.length)
                : text.part(i * each + 1, i * each + certificates.length)}
            </a>
          </li>
        ))}
      </ul>
    </OfficePage>
  )
}

const CollectScript = ({ visit: { setting } }: { visit: Visit }) => (
  <script type="module" src={`/assets/collect.js?v=${setting.cssVersion}`} />
)

/** Where the script puts one button for all files, which says how far it is; without it they are there one by one. */
function Collect({ visit }: { visit: Visit }) {
  const text = registerText[visit.setting.language]
  const { collect, collected, failed } = text
  const words = { collect, collecting: text.collecting('{done}', '{of}'), collected, failed }
  return <div data-collect={JSON.stringify(words)} />
}
