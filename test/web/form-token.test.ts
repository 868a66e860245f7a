import { describe, expect, it } from 'vitest'
import { day, later } from '../../functions/kernel/time.ts'
import { issueFormToken, readFormToken } from '../../web/parts/form-token.ts'
import { instant } from './open-doors.ts'

const issuedAt = instant('2026-03-02T09:00:00.000Z')
const issued = { purpose: 'enroll|sem_1', formId: 'form-a', issuedAt }
const read = async (token: string, { key = 'key', purpose = issued.purpose, now = issuedAt } = {}) =>
  readFormToken(key, token, { purpose, now })

describe('the token of a form', () => {
  it('names its form for a day', async () => {
    const token = await issueFormToken('key', issued)
    expect(await read(token)).toBe('form-a')
    expect(await read(token, { now: later(issuedAt, day) })).toBe('form-a')
    expect(await read(token, { now: later(issuedAt, day + 1) })).toBeUndefined()
  })

  it('is good for nothing else: another form, another key, another time, another id', async () => {
    const token = await issueFormToken('key', issued)
    const [, milliseconds, signature] = token.split('.')
    expect(await read(token, { purpose: 'enroll|sem_2' })).toBeUndefined()
    expect(await read(token, { key: 'other' })).toBeUndefined()
    expect(await read(token, { now: later(issuedAt, -1000) })).toBeUndefined()
    expect(await read(`form-b.${milliseconds}.${signature}`)).toBeUndefined()
    expect(await read(`form-a.${Number(milliseconds) + 1}.${signature}`)).toBeUndefined()
    for (const broken of ['', '..', 'form-a', `${token}x`, `form-a.99999999999999999.${signature}`])
      expect(await read(broken)).toBeUndefined()
  })
})
