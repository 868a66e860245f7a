import { describe, expect, test } from 'vitest'
import { certificateLookShelf, readPictures } from '../../functions/programme/certificate-look.table.ts'
import { mostPictureBytes } from '../../functions/programme/picture.ts'
import { listAudit } from '../../functions/staff/audit.table.ts'
import { readPdf, tagsNamed } from '../world/pdf.ts'
import { aPng, nameOfPicture } from '../world/pictures.ts'
import { fieldValues, htmlFindings, openOffice } from './office-world.ts'

const path = '/office/programme/certificates'
const logo = aPng({ width: 60, height: 40 })
const chosen = { design: 'frame', color: '#1F5C4D', bilingual: 'yes' }

async function openLook(role: 'administrator' | 'coordinator' = 'administrator', language = 'de') {
  const office = openOffice()
  const browser = await office.browserOf(role, 'Zeynep', language)
  const { table } = office.house
  return {
    office,
    browser,
    stored: async () => certificateLookShelf.read(table, null),
    pictures: async () => readPictures(table, (await certificateLookShelf.read(table, null))?.facts),
    async send(fields: Record<string, string>, files: Record<string, Uint8Array> = {}) {
      const body = new FormData()
      const { version = '' } = fieldValues((await browser.get(path)).html)
      for (const [name, value] of Object.entries({ version, ...fields })) body.set(name, value)
      for (const [name, bytes] of Object.entries(files))
        body.set(name, new File([new Uint8Array(bytes)], `${name}.png`))
      return browser.send(path, { method: 'POST', body, headers: { origin: 'https://lernhaus.example' } })
    },
  }
}

describe('choosing how certificates look', () => {
  test('begins with the look that every house has', async () => {
    const { browser, stored } = await openLook()
    const { status, html } = await browser.get(path)
    expect(status).toBe(200)
    expect(await htmlFindings(html)).toEqual([])
    expect(fieldValues(html)).toMatchObject({ color: '#9b1c3c', version: '' })
    expect(await stored()).toBeUndefined()
    expect((await browser.get('/office/programme')).html).toContain(path)
  })

  test('keeps design, color, languages and pictures, and shows them', async () => {
    const { office, browser, send, stored, pictures } = await openLook()
    const saved = await send(chosen, { logo, signature: logo })
    expect([saved.status, saved.location]).toEqual([303, `${path}?done=saved`])
    const name = nameOfPicture(logo)
    expect((await stored())?.facts).toEqual({
      design: 'frame',
      color: '#1f5c4d',
      bilingual: true,
      logo: name,
      signature: name,
    })
    expect(Buffer.from((await pictures()).get(name) ?? []).equals(logo)).toBe(true)
    const { html } = await browser.get(saved.location)
    expect(await htmlFindings(html)).toEqual([])
    expect(html.match(/data:image\/png;base64,/g)).toHaveLength(2)
    await send({ ...chosen, 'no-logo': 'yes' })
    expect((await stored())?.facts).not.toHaveProperty('logo')
    expect((await stored())?.facts.signature).toBe(name)
    const trail = await listAudit(office.house.table, office.house.now(), 9)
    expect(trail.filter(({ deed }) => deed === 'set-certificate-look')).toHaveLength(2)
  })

  test.each([
    ['a color too pale for paper', { ...chosen, color: '#ffff00' }, {}, 'zu blass'],
    ['no color', { ...chosen, color: 'red' }, {}, 'eine Raute und sechs Zeichen'],
    ['an SVG', chosen, { logo: new TextEncoder().encode('<svg onload="alert(1)"/>') }, 'keine PNG-Datei'],
    [
      'a large picture',
      chosen,
      { funderLogo: Buffer.concat([logo, Buffer.alloc(mostPictureBytes)]) },
      'zu groß',
    ],
    ['a broken picture', chosen, { signature: logo.subarray(0, 60) }, 'beschädigt'],
  ] as [string, typeof chosen, Record<string, Uint8Array>, string][])(
    'with %s says so and keeps what was typed',
    async (_, fields, files, sentence) => {
      const { send, stored } = await openLook()
      const refused = await send(fields, files)
      expect(refused.status).toBe(422)
      expect(await htmlFindings(refused.html)).toEqual([])
      expect(refused.html).toContain(sentence)
      expect(fieldValues(refused.html).color).toBe(fields.color)
      expect(await stored()).toBeUndefined()
    },
  )

  test('is saved once where two did so at the same time', async () => {
    const { send, stored } = await openLook()
    await send(chosen)
    const late = await send({ ...chosen, design: 'plain', version: '' })
    expect(late.status).toBe(409)
    expect((await stored())?.facts.design).toBe('frame')
  })

  test('takes no other files and no doubled fields', async () => {
    const { send, stored } = await openLook()
    expect((await send(chosen, { other: logo })).status).toBe(400)
    expect(await stored()).toBeUndefined()
  })

  test('is for administrators', async () => {
    const { browser } = await openLook('coordinator')
    expect((await browser.get(path)).status).toBe(404)
    expect((await browser.post(path, chosen)).status).toBe(404)
    expect((await browser.get(`${path}/sample?design=letter`)).status).toBe(404)
  })
})

describe('a sample', () => {
  test.each(['letter', 'frame', 'plain'])('in the design %s is a PDF of nobody', async (design) => {
    const { browser, send } = await openLook('administrator', 'tr')
    await send(chosen, { logo })
    const { status, headers, bytes } = await browser.get(`${path}/sample?design=${design}`)
    expect([status, headers.get('content-type')]).toEqual([200, 'application/pdf'])
    const { words, tags, pages } = await readPdf(bytes)
    expect(words).toContain('Örnek:Destek')
    expect(words).toContain('Muster:Fördermittel')
    expect(tagsNamed(tags, 'Figure')).toHaveLength(design === 'plain' ? 1 : 2)
    expect(pages).toBe(1)
  })

  test('in a design that there is not does not exist', async () => {
    const { browser } = await openLook()
    expect((await browser.get(`${path}/sample?design=golden`)).status).toBe(404)
  })
})
