import { textIn } from '../../functions/kernel/language.ts'
import { type Instant, plainDate } from '../../functions/kernel/time.ts'
import type { Phase } from '../../functions/programme/programme.ts'
import type { Line } from '../../functions/seminar/line.ts'
import { firstStart, type Seminar } from '../../functions/seminar/seminar.ts'
import { Page } from '../parts/layout.tsx'
import { Badge } from '../parts/notice.tsx'
import { SeminarCard } from '../parts/seminar-card.tsx'
import { inside, type PageSetting } from '../parts/setting.ts'
import { catalogText } from '../text/catalog.ts'
import { Acknowledgements } from './acknowledgements.tsx'
import { CatalogFeed } from './catalog-feed.tsx'

type CatalogProps = {
  setting: PageSetting
  origin: string
  now: Instant
  /** Upcoming and running ones by date, with their lines. */
  coming: readonly { seminar: Seminar; line: Line }[]
  /** Over, the latest first. */
  past: readonly Seminar[]
  /** The funding phases of what is shown. */
  phases: readonly Phase[]
}

/** The front page: everything the association offers. */
export function CatalogPage({ setting, origin, now, coming, past, phases }: CatalogProps) {
  const text = catalogText[setting.language]
  return (
    <Page setting={setting} title={text.title} head={<meta name="description" content={text.lead} />}>
      <div class="hero">
        <h1>{text.title}</h1>
        <p class="lead">{text.lead}</p>
      </div>
      <section aria-labelledby="coming">
        <h2 id="coming">{text.coming}</h2>
        {coming.length === 0 && <p>{text.none}</p>}
        <div class="cards">
          {coming.map(({ seminar, line }) => (
            <SeminarCard seminar={seminar} line={line} now={now} setting={setting} />
          ))}
        </div>
      </section>
      {past.length > 0 && (
        <section aria-labelledby="past">
          <h2 id="past">{text.past}</h2>
          <ul class="past">
            {past.map((seminar) => (
              <PastSeminar seminar={seminar} setting={setting} />
            ))}
          </ul>
        </section>
      )}
      <CatalogFeed setting={setting} origin={origin} />
      <Acknowledgements phases={phases} language={setting.language} />
    </Page>
  )
}

function PastSeminar({ seminar, setting }: { seminar: Seminar; setting: PageSetting }) {
  const start = firstStart(seminar)
  const { language } = setting
  return (
    <li>
      <a href={inside(setting, `/seminars/${seminar.slug}`)}>{textIn(seminar.title, language)}</a>
      {start && <time datetime={start}>{plainDate(start, seminar.zone, language)}</time>}
      {seminar.state === 'cancelled' && <Badge tone="bad">{catalogText[language].seats.cancelled}</Badge>}
    </li>
  )
}
