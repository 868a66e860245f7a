import { previewCertificates } from '../../../functions/certificate/preview.ts'
import { firstStart } from '../../../functions/seminar/seminar.ts'
import { ButtonLink } from '../../parts/form.tsx'
import { Notice } from '../../parts/notice.tsx'
import { inside } from '../../parts/setting.ts'
import { trainersWordText } from '../../text/trainers-word.ts'
import type { Overview } from '../seminar/overview.ts'
import type { Visit } from '../visit.ts'
import { wordsPath } from './preview-path.ts'

/** How many were there long enough and wait for a yes. */
export const waitingForWord = ({ seminar, people, notices, words }: Overview): number =>
  previewCertificates(
    seminar,
    people,
    (sessionId, enrollmentId) => notices.get(sessionId)?.get(enrollmentId) ?? [],
    (enrollmentId) => words.get(enrollmentId)?.facts.word ?? 'open',
  ).filter(({ outcome }) => outcome === 'waits').length

/** Once the seminar has begun: that certificates wait for a word, and where to say it. */
export function WordsNotice({ visit, overview }: { visit: Visit; overview: Overview }) {
  const { seminar } = overview
  const start = firstStart(seminar)
  const goesOn = seminar.state === 'published' || seminar.state === 'completed'
  if (!seminar.trainersWord || !goesOn || start === undefined || start > visit.now) return null
  const text = trainersWordText[visit.setting.language]
  const waiting = waitingForWord(overview)
  const link = (
    <ButtonLink kind="quiet" href={inside(visit.setting, wordsPath(seminar.id))} label={text.link} />
  )
  if (waiting === 0) return <p>{link}</p>
  return (
    <Notice tone="warning">
      <p>{text.waiting(waiting)}</p>
      <p>{link}</p>
    </Notice>
  )
}
