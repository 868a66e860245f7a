import type { Language } from '../../functions/kernel/language.ts'
import type { Instant } from '../../functions/kernel/time.ts'
import { firstStart, type Seminar, type SessionPlace } from '../../functions/seminar/seminar.ts'
import { catalogText } from '../text/catalog.ts'
import { DateLeaf, Span, zoneName } from './dates.tsx'

/** All sessions in the time of their place. The address of an online room is never shown: it comes by mail. */
export function SessionList({
  seminar,
  now,
  language,
}: {
  seminar: Seminar
  now: Instant
  language: Language
}) {
  const text = catalogText[language]
  const first = firstStart(seminar)
  return (
    <>
      <ol class="sessions">
        {seminar.sessions.map((session, i) => (
          <li class={session.end <= now ? 'session session-past' : 'session'}>
            <DateLeaf instant={session.start} zone={seminar.zone} language={language} />
            <div>
              {seminar.sessions.length > 1 && <p class="session-number">{text.session(i + 1)}</p>}
              <p class="session-when">
                <Span start={session.start} end={session.end} zone={seminar.zone} language={language} />
              </p>
              <p class="session-place">{placeWords(session.place, language)}</p>
            </div>
          </li>
        ))}
        {seminar.cancelledSessions.map((session) => (
          <li class="session session-past">
            <DateLeaf instant={session.start} zone={seminar.zone} language={language} />
            <div>
              <p class="session-number">{text.cancelledSession}</p>
              <p class="session-when">
                <s>
                  <Span start={session.start} end={session.end} zone={seminar.zone} language={language} />
                </s>
              </p>
            </div>
          </li>
        ))}
      </ol>
      {first && <p class="small">{text.zone(zoneName(seminar.zone, language, first))}</p>}
    </>
  )
}

/** Where a session takes place, as a visitor may know it. */
export function placeWords(place: SessionPlace, language: Language): string {
  const words = catalogText[language].place
  return place.kind === 'onsite' ? `${words.onsite}: ${place.address}` : words[place.kind]
}
