import { describe, expect, it } from 'vitest'
import { openFieldReader } from '../../web/office/field-reader.ts'
import { readEnrollForm } from '../../web/public/enroll-form.ts'
import { emptyValues } from '../../web/public/enroll-page.tsx'
import { aSeminar } from '../world/seminar.ts'

const readable = ['Şükrü İğdeoğlu', 'Hêlîn', 'O’Brien', "d'Âge", 'Nguyễn', 'محمد', '李小龍', 'Ẍ ḧ', '👩‍👧']
const unreadable = [
  ['a control character', 'a\u0007b'],
  ['a mark that turns the direction', 'a\u202eb'],
  ['an isolate', 'a\u2066b'],
  ['half a character', 'a\ud800b'],
  ['a non-character', 'a\ufffeb'],
  ['a replacement character', 'a\ufffdb'],
  ['letters nobody sees (tags)', 'a\u{e0041}b'],
  ['a private letter', 'a\ue000b'],
] as const

const publicSays = (firstName: string) => {
  const filled = {
    ...emptyValues('de', aSeminar()),
    firstName,
    email: 'a@b.example',
    association: 'keine',
    consent: 'yes',
  }
  const read = readEnrollForm(filled, { associations: [], seminar: aSeminar() })
  return read.ok ? undefined : read.troubles.firstName
}
const officeSays = (title: string) => {
  const reader = openFieldReader(new Map([['title', title]]))
  reader.text('title', { most: 100 })
  return reader.troubles.title
}

describe('the public form and the office', () => {
  it.each(readable)('both take %s', (text) => {
    expect([publicSays(text), officeSays(text)]).toEqual([undefined, undefined])
  })

  it.each(unreadable)('both refuse %s', (_, text) => {
    expect([publicSays(text), officeSays(text)]).toEqual(['name-unreadable', 'unreadable'])
  })

  it('take line breaks and tabs where a text has several lines, and nowhere else', () => {
    const reader = openFieldReader(new Map([['note', 'one\n\ttwo']]))
    reader.text('note', { most: 100, lines: true })
    expect(reader.troubles).toEqual({})
    expect(officeSays('one\ntwo')).toBe('unreadable')
  })
})
