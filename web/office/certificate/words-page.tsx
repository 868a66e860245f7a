import type { PreviewRow } from '../../../functions/certificate/preview.ts'
import type { Word } from '../../../functions/certificate/trainers-word.table.ts'
import { fullName } from '../../../functions/enrollment/enrollment.ts'
import { textIn } from '../../../functions/kernel/language.ts'
import type { Seminar } from '../../../functions/seminar/seminar.ts'
import { ButtonForm, HiddenField, SubmitButton } from '../../parts/form.tsx'
import { Badge } from '../../parts/notice.tsx'
import { inside } from '../../parts/setting.ts'
import { DataTable } from '../../parts/table.tsx'
import { certificatePreviewText } from '../../text/certificate-preview.ts'
import { officeText } from '../../text/office.ts'
import { trainersWordText } from '../../text/trainers-word.ts'
import { OfficePage } from '../office-page.tsx'
import { PageLinks } from '../page-links.tsx'
import type { Visit } from '../visit.ts'
import { wordsPath } from './preview-path.ts'
import { missedWords, outcomeWord, shareOf, toneOfOutcome } from './row-words.ts'

const formName = 'words-form'

/** The field of one person. */
export const wordName = (enrollmentId: string): string => `word-${enrollmentId}`

type WordsPageProps = {
  visit: Visit
  seminar: Seminar
  /** The people of this page, of all of whom `waiting` wait for a yes. */
  rows: readonly PreviewRow[]
  waiting: number
  page: number
  pages: number
  /** What was chosen, when it is shown again. */
  values?: ReadonlyMap<string, string>
  done?: string | undefined
}

/** Yes or no to each person's certificate, and one button for all who were there long enough. */
export function WordsPage({ visit, seminar, rows, waiting, page, pages, values, done }: WordsPageProps) {
  const { setting } = visit
  const text = trainersWordText[setting.language]
  const preview = certificatePreviewText[setting.language]
  const path = wordsPath(seminar.id)
  return (
    <OfficePage
      visit={visit}
      area="seminars"
      title={text.title}
      path={wordsPath(seminar.id, page)}
      form={formName}
      back={{ path: `/office/seminars/${seminar.id}`, label: textIn(seminar.title, setting.language) }}
      done={done}
      wide
    >
      <p>
        {text.lead} {text.afterwards}
      </p>
      {waiting > 0 ? (
        <section class="panel" aria-labelledby="all">
          <h2 id="all">{text.allTitle}</h2>
          <p>{text.allMeans}</p>
          <ButtonForm action={inside(setting, `${path}/all`)} label={text.all(waiting)} />
        </section>
      ) : (
        <p>{text.nobodyWaits}</p>
      )}
      <PageLinks setting={setting} page={page} pages={pages} pathOf={(n) => wordsPath(seminar.id, n)} />
      <form method="post" action={inside(setting, wordsPath(seminar.id, page))} novalidate id={formName}>
        <DataTable
          caption={text.title}
          captionHidden
          head={[
            preview.person,
            { label: preview.minutes, kind: 'figure' },
            { label: preview.share, kind: 'figure' },
            text.reached,
            text.word,
          ]}
          rows={rows.map((row) => [
            fullName(row.person),
            preview.ofPlanned(row.entitlement.attendedMinutes, row.entitlement.plannedMinutes),
            shareOf(row.entitlement, setting.language),
            <>
              <Badge tone={toneOfOutcome[row.entitlement.grade]}>
                {outcomeWord(row.entitlement.grade, setting.language)}
              </Badge>{' '}
              {missedWords(visit, seminar, row)}
            </>,
            <WordField
              row={row}
              words={text.words}
              label={text.wordOn(fullName(row.person))}
              values={values}
            />,
          ])}
          empty={preview.nobody}
        />
        {rows.length > 0 && <SubmitButton label={officeText[setting.language].save} />}
      </form>
    </OfficePage>
  )
}

type WordFieldProps = {
  row: PreviewRow
  words: Record<Word, string>
  label: string
  values: ReadonlyMap<string, string> | undefined
}

/** What it showed at first goes along, so that only what somebody changed is stored. */
function WordField({ row, words, label, values }: WordFieldProps) {
  const name = wordName(row.person.id)
  const known = row.word ?? 'open'
  const chosen = values?.get(name) ?? known
  return (
    <>
      <HiddenField name={`${name}-shown`} value={values?.get(`${name}-shown`) ?? known} />
      <select name={name} aria-label={label}>
        {(['open', 'yes', 'no'] as const).map((word) => (
          <option value={word} selected={word === chosen}>
            {words[word]}
          </option>
        ))}
      </select>
    </>
  )
}
