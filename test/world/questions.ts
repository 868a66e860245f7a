import type { Table } from '../../functions/kernel/table.ts'
import { type Question, questionsShelf } from '../../functions/seminar/questions.ts'

/** What people would like to eat: required, and kept for ten days. */
export const aQuestion = (overrides: Partial<Question> = {}): Question => ({
  id: 'qst_food',
  kind: 'one-of',
  required: true,
  sensitive: false,
  wording: { de: 'Was möchten Sie essen?', tr: 'Ne yemek istersiniz?', en: '' },
  choices: [
    { id: 'opt_meat', label: { de: 'Mit Fleisch', tr: 'Etli', en: 'With meat' } },
    { id: 'opt_none', label: { de: 'Ohne Fleisch', tr: 'Etsiz', en: 'Without meat' } },
  ],
  purpose: { de: 'Damit wir genug bestellen.', tr: 'Yeterince ısmarlamak için.', en: '' },
  keptDays: 10,
  ...overrides,
})

/** One question of every kind; the one about access needs is sensitive. */
export const everyKind: Question[] = [
  aQuestion(),
  aQuestion({
    id: 'qst_need',
    kind: 'several-of',
    required: false,
    sensitive: true,
    keptDays: 0,
    wording: { de: 'Was brauchen Sie?', tr: 'Neye ihtiyacınız var?', en: 'What do you need?' },
    choices: [
      { id: 'opt_sign', label: { de: 'Gebärdensprache', tr: 'İşaret dili', en: 'Sign language' } },
      { id: 'opt_text', label: { de: 'Große Schrift', tr: 'Büyük yazı', en: 'Large print' } },
    ],
  }),
  aQuestion({ id: 'qst_role', kind: 'short-text', required: false, choices: [], keptDays: 30 }),
  aQuestion({ id: 'qst_wish', kind: 'long-text', required: false, choices: [], keptDays: 30 }),
  aQuestion({ id: 'qst_first', kind: 'yes-no', required: true, choices: [] }),
  aQuestion({ id: 'qst_members', kind: 'number', required: false, choices: [] }),
  aQuestion({ id: 'qst_since', kind: 'date', required: false, choices: [] }),
]

/** Lays questions beside a seminar, as a coordinator would have written them. */
export async function ask(
  table: Table,
  seminarId: string,
  questions: readonly Question[] = everyKind,
): Promise<void> {
  const before = await questionsShelf.read(table, seminarId)
  const facts = { questions: [...questions] }
  await table.commit([
    before ? questionsShelf.replace(before, facts) : questionsShelf.create(seminarId, facts),
  ])
}
