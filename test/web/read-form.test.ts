import type { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { openDoor } from '../../web/parts/door.ts'
import { formBytes, readForm } from '../../web/parts/read-form.ts'
import { origin } from '../world/house.ts'
import { post } from './open-doors.ts'

const faults: unknown[] = []
const door: Hono = openDoor({ origin, noteFault: (fault) => faults.push(fault) }, { personal: true })
door.post('/form', async (c) => {
  const form = await readForm(c)
  return form instanceof Response ? form : c.json([...form])
})
const send = (init: RequestInit) => door.request('/form', init)
const multipart = (form: FormData) => send({ method: 'POST', headers: { origin }, body: form })

describe('a form that comes back', () => {
  it('is read as it was typed', async () => {
    const answer = await send(post('name=%C5%9E%C3%BCkr%C3%BC+%26+S%C3%B6hne&note=a%3Db&empty='))
    expect(await answer.json()).toEqual([
      ['name', 'Şükrü & Söhne'],
      ['note', 'a=b'],
      ['empty', ''],
    ])
  })

  it('is read from a multipart body as well', async () => {
    const form = new FormData()
    form.set('name', 'Hêlîn')
    expect(await (await multipart(form)).json()).toEqual([['name', 'Hêlîn']])
  })

  it.each([
    ['a repeated name', 'email=a%40x.de&email=b%40x.de'],
    ['percent signs that are no UTF-8', 'name=%FF%FE'],
    ['a broken percent sign', 'name=%E0%A4%A'],
    ['more than fifty names', Array.from({ length: 51 }, (_, i) => `f${i}=1`).join('&')],
  ])('is refused with %s', async (_, body) => {
    const answer = await send(post(body))
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('Das konnten wir nicht lesen')
  })

  it('is refused when a file lies in a text field', async () => {
    const form = new FormData()
    form.set('name', new File(['x'], 'x.txt'))
    expect((await multipart(form)).status).toBe(400)
  })

  it('is refused when it is no form, or a torn one', async () => {
    expect((await send(post('{"a":1}', { 'content-type': 'application/json' }))).status).toBe(400)
    const torn = { 'content-type': 'multipart/form-data; boundary=x' }
    expect((await send(post('--y\r\nnonsense', torn))).status).toBe(400)
  })

  it('is refused when it is too large, before it is parsed', async () => {
    const large = post(`note=${'x'.repeat(formBytes)}`)
    expect((await send(large)).status).toBe(413)
    const lying = post(`note=${'x'.repeat(formBytes)}`, { 'content-length': '10' })
    expect((await send(lying)).status).toBe(413)
    expect(faults).toEqual([])
  })
})
