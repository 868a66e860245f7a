import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadHouseWords } from '../../functions/programme/letter-texts.table.ts'
import {
  fillIn,
  noOwnText,
  placeholdersOf,
  writtenLetters,
  wrongPlaceholders,
} from '../../functions/programme/letter-texts.ts'
import { saveLetterText } from '../../functions/programme/save-letter-text.ts'
import { invite } from '../../functions/session/invite.ts'
import { openWorkingHouse } from '../world/working-house.ts'

describe('placeholders', () => {
  test.each([
    ['nothing in braces', 'Bis bald!', []],
    ['all that the letter knows', '{name}, {seminar} {when}', []],
    ['a word that nobody knows', 'Hallo {nmae}', ['{nmae}']],
    ['a word in another language', '{Ad}', ['{Ad}']],
    ['with a space inside', '{ name }', ['{ name }']],
    ['empty', '{}', ['{}']],
    ['a brace that does not close', 'Hallo {name', ['{']],
    ['a brace that was not opened', 'Hallo name}', ['}']],
    ['braces in braces', '{{name}}', ['{', '}']],
    ['the same twice', '{x} {x}', ['{x}']],
  ])('%s', (_, template, wrong) => {
    expect(wrongPlaceholders(template, 'invite')).toEqual(wrong)
  })

  test('a thanks knows no date', () => {
    expect(wrongPlaceholders('{name} {date}', 'thanks')).toEqual(['{date}'])
  })

  test('whatever is saved can be filled in whole, and what is filled in stays as it is', () => {
    const text = fc.string()
    fc.assert(
      fc.property(fc.constantFrom(...writtenLetters), fc.array(text), text, (letter, pieces, value) => {
        const names = placeholdersOf[letter]
        const template = pieces.map((piece, i) => `${piece}{${names[i % names.length]}}`).join('')
        const values = Object.fromEntries(names.map((name) => [name, value]))
        if (wrongPlaceholders(template, letter).length > 0) return
        expect(fillIn(template, values)).toBe(pieces.map((piece) => `${piece}${value}`).join(''))
      }),
    )
  })
})

describe('an association’s own words', () => {
  async function withOwn(text: { subject: string; text: string }) {
    const house = openWorkingHouse()
    const saved = await saveLetterText(
      { table: house.table },
      { letter: 'invite', language: 'tr', version: '', text },
    )
    const seminar = await house.offer()
    await house.enrollAndConfirm(seminar, 'ayse', { language: 'tr', firstName: 'Ayşe {name}' })
    await house.enrollAndConfirm(seminar, 'bora', { language: 'de' })
    await invite(house.world(), { seminarId: seminar.id, sessionId: seminar.sessions[0]?.id ?? '' })
    const letters = (await house.mails())
      .filter(({ cause }) => cause === 'invite')
      .map(({ letter }) => letter)
    return { house, saved, letters }
  }

  test('stand in the mails of that language, filled in; the others stay as they were', async () => {
    const { letters } = await withOwn({
      subject: '{seminar}: {time}',
      text: 'Sevgili {name}, {when} buluşuyoruz.',
    })
    const [turkish, german] = letters
    expect(turkish?.subject).toBe('Fon bulma ve başvuru: 18:00')
    expect(turkish?.blocks[1]).toEqual({
      is: 'text',
      text: 'Sevgili Ayşe {name} Yıldız, 24 Mart 2026 Salı günü (saat 18:00) buluşuyoruz.',
    })
    expect(german?.subject).toBe('Ihr Zugang: Fördermittel finden und beantragen, Dienstag, 24. März 2026')
  })

  test('stand in the confirmation of a seat, too', async () => {
    const house = openWorkingHouse()
    const text = { subject: 'Hoş geldin {name}', text: '{organisation} seni {seminar} için bekliyor.' }
    await saveLetterText({ table: house.table }, { letter: 'confirmed', language: 'tr', version: '', text })
    const seminar = await house.offer()
    await house.enrollAndConfirm(seminar, 'ayse', { language: 'tr', firstName: 'Ayşe' })
    const [letter] = (await house.mails())
      .filter(({ cause }) => cause === 'confirmed')
      .map((mail) => mail.letter)
    expect(letter?.subject).toBe('Hoş geldin Ayşe Yıldız')
    expect(letter?.blocks[1]).toEqual({
      is: 'text',
      text: 'Lernhaus seni Fon bulma ve başvuru için bekliyor.',
    })
  })

  test('half of them leaves the other half to the house', async () => {
    const { letters } = await withOwn({ subject: '', text: 'Görüşmek üzere!' })
    expect(letters[0]?.subject).toBe('Katılım bağlantınız: Fon bulma ve başvuru, 24 Mart 2026 Salı')
    expect(letters[0]?.blocks[1]).toEqual({ is: 'text', text: 'Görüşmek üzere!' })
  })

  test('with a wrong placeholder are not saved', async () => {
    const { house, saved } = await withOwn({ subject: '', text: 'Sevgili {isim}' })
    expect(saved).toEqual({
      ok: false,
      refusal: { code: 'wrong-placeholder', field: 'text', wrong: ['{isim}'] },
    })
    expect((await loadHouseWords(house.table)).own('invite', 'tr')).toEqual(noOwnText)
  })

  test('are not saved over those of somebody who was faster', async () => {
    const { house } = await withOwn({ subject: 'Bir', text: '' })
    const again = {
      letter: 'invite',
      language: 'tr',
      version: '',
      text: { subject: 'İki', text: '' },
    } as const
    expect(await saveLetterText({ table: house.table }, again)).toEqual({
      ok: false,
      refusal: { code: 'changed-meanwhile' },
    })
    expect((await loadHouseWords(house.table)).own('invite', 'tr').subject).toBe('Bir')
  })
})
