import { Hono } from 'hono'
import { type Language, languages } from '../../../functions/kernel/language.ts'
import type { Result } from '../../../functions/kernel/result.ts'
import type { Stored } from '../../../functions/kernel/table.ts'
import { letterTextShelf } from '../../../functions/programme/letter-texts.table.ts'
import {
  noOwnText,
  type OwnText,
  placeholdersOf,
  textLengths,
  type WrittenLetter,
  writtenLetters,
  wrongPlaceholders,
} from '../../../functions/programme/letter-texts.ts'
import { type SaveLetterTextRefusal, saveLetterText } from '../../../functions/programme/save-letter-text.ts'
import type { FieldErrors } from '../../parts/form.tsx'
import { readForm } from '../../parts/read-form.ts'
import { letterTextsText } from '../../text/letter-texts.ts'
import { openFieldReader, type Values } from '../field-reader.ts'
import { errorsFrom } from '../plain-form.tsx'
import { goTo, notFound, noting, type OfficeContext, type OfficeEnv, only } from '../visit.ts'
import { LetterTextPage, LetterTextsPage, ownFields, type TextRow } from './letter-texts-page.tsx'

const path = '/office/programme/letters'

/** The association's own words in the letters that go out by rules. For administrators. */
export function letterTextsDoor(): Hono<OfficeEnv> {
  const door = new Hono<OfficeEnv>()
  const set = only('set-programme')
  door.get(path, set, async (c) => {
    const rows = await Promise.all(
      writtenLetters.map(
        async (letter): Promise<TextRow> => ({ letter, own: await ownLanguages(c, letter) }),
      ),
    )
    return c.html(<LetterTextsPage visit={c.get('visit')} rows={rows} done={c.req.query('done')} />)
  })
  door.get(`${path}/:letter`, set, async (c) => {
    const letter = letterOf(c)
    return letter ? show(c, letter, {}, 200) : notFound(c)
  })
  door.post(`${path}/:letter`, set, async (c) => {
    const letter = letterOf(c)
    return letter ? save(c, letter) : notFound(c)
  })
  return door
}

const letterOf = (c: OfficeContext): WrittenLetter | undefined =>
  writtenLetters.find((letter) => letter === c.req.param('letter'))

type StoredText = Stored<OwnText> | undefined

async function stored(c: OfficeContext, letter: WrittenLetter): Promise<Map<Language, StoredText>> {
  const { table } = c.get('visit').world
  const found = await table.read(languages.map((language) => letterTextShelf.place({ letter, language })))
  return new Map(languages.map((language, i) => [language, found[i] && letterTextShelf.decode(found[i])]))
}

const isOwn = (text: StoredText): boolean => Boolean(text?.facts.subject || text?.facts.text)

async function ownLanguages(c: OfficeContext, letter: WrittenLetter): Promise<Language[]> {
  const texts = await stored(c, letter)
  return languages.filter((language) => isOwn(texts.get(language)))
}

const valuesOf = (texts: Map<Language, StoredText>): Values =>
  new Map(
    languages.flatMap((language): [string, string][] => {
      const names = ownFields(language)
      const { subject, text } = texts.get(language)?.facts ?? noOwnText
      return [
        [names.version, texts.get(language)?.version ?? ''],
        [names.subject, subject],
        [names.text, text],
      ]
    }),
  )

type Shown = { values?: Values; errors?: FieldErrors; refusal?: string }

async function show(c: OfficeContext, letter: WrittenLetter, shown: Shown, status: 200 | 409 | 422) {
  const values = shown.values ?? valuesOf(await stored(c, letter))
  const page = { visit: c.get('visit'), letter, values, errors: shown.errors ?? {}, refusal: shown.refusal }
  return c.html(<LetterTextPage {...page} />, status)
}

/** Nothing is saved unless all three languages can be filled in. */
async function save(c: OfficeContext, letter: WrittenLetter): Promise<Response> {
  const values = await readForm(c)
  if (values instanceof Response) return values
  const reset = languages.find((language) => language === values.get('reset'))
  if (reset) return write(c, letter, [[reset, noOwnText, values.get(ownFields(reset).version) ?? '']])
  const { language: speaks } = c.get('visit').setting
  const reader = openFieldReader(values)
  const typed = languages.map((language): [Language, OwnText, string] => {
    const names = ownFields(language)
    const subject = reader.text(names.subject, { most: textLengths.subject })
    const text = reader.text(names.text, { most: textLengths.text, lines: true })
    return [language, { subject, text }, values.get(names.version) ?? '']
  })
  const errors = { ...placeholderErrors(letter, typed, speaks), ...errorsFrom(reader.troubles, speaks) }
  if (Object.keys(errors).length > 0) return show(c, letter, { values, errors }, 422)
  return write(c, letter, typed)
}

function placeholderErrors(
  letter: WrittenLetter,
  typed: readonly [Language, OwnText, string][],
  speaks: Language,
): FieldErrors {
  const known = placeholdersOf[letter].map((name) => `{${name}}`).join(' ')
  return Object.fromEntries(
    typed.flatMap(([language, own]) =>
      (['subject', 'text'] as const).flatMap((field) => {
        const wrong = wrongPlaceholders(own[field], letter)
        if (wrong.length === 0) return []
        return [
          [ownFields(language)[field], letterTextsText[speaks].wrongPlaceholder(wrong.join(' '), known)],
        ]
      }),
    ),
  )
}

/** Saves what is different; a language that stays as it was is not written. */
async function write(
  c: OfficeContext,
  letter: WrittenLetter,
  typed: readonly [Language, OwnText, string][],
): Promise<Response> {
  const visit = c.get('visit')
  const before = await stored(c, letter)
  for (const [language, text, version] of typed) {
    const known = before.get(language)?.facts ?? noOwnText
    if (known.subject === text.subject && known.text === text.text) continue
    const saved: Result<OwnText, SaveLetterTextRefusal> = await saveLetterText(
      noting(visit, { deed: 'save-letter-text' }),
      { letter, language, version, text },
    )
    if (!saved.ok)
      return show(c, letter, { refusal: letterTextsText[visit.setting.language].changedMeanwhile }, 409)
  }
  return goTo(c, path, 'saved')
}
