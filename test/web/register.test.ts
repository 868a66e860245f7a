import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { certificateShelf } from '../../functions/certificate/certificate.table.ts'
import { replacementShelf } from '../../functions/certificate/replacement.table.ts'
import { revocationShelf } from '../../functions/certificate/revocation.table.ts'
import { sheetsFile, sheetsPerFile } from '../../web/office/certificate/sheets-file.ts'
import { aCertificate } from '../world/certificate.ts'
import { certifyAll, certifyMany } from './certify-many.ts'
import { htmlFindings, openOffice } from './office-world.ts'

test('the register shows every place of the year with what became of it', async () => {
  const { office, house, numbers } = await certifyAll(['ayse', 'bora', 'cem', 'deniz'])
  const [, bora = '', cem = '', deniz = ''] = numbers
  await house.table.commit([revocationShelf.create(bora, { at: house.now(), by: 'k', reason: 'geheim' })])
  await house.table.commit([replacementShelf.create(cem, { at: house.now(), by: deniz })])
  const erased = await certificateShelf.read(house.table, deniz)
  if (erased) {
    const other = await office.house.offer({ slug: 'other' })
    await office.house.enrollAndConfirm(other, 'esra')
    await house.table.commit([
      certificateShelf.remove(erased),
      revocationShelf.create('2026-NONE-0000-0000', { at: house.now(), by: '', reason: '' }),
    ])
  }
  const trainer = await office.browserOf('trainer', 'Zeynep Aydın')
  expect((await trainer.get('/office/register')).status).toBe(404)
  const coordinator = await office.browserOf('coordinator', 'Cem Yıldız')
  const { html, status } = await coordinator.get('/office/register')
  expect(status).toBe(200)
  expect(await htmlFindings(html)).toEqual([])
  const rows = [...html.matchAll(/<tr role="row">(.*?)<\/tr>/gs)].map(([, row = '']) =>
    row
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  expect(
    rows.slice(1).map((row) => [row.split(' ')[0], /gilt|zurückgezogen|ersetzt|ohne Blatt/.exec(row)?.[0]]),
  ).toEqual([
    ['2026/4', 'ohne Blatt'],
    ['2026/3', 'ersetzt'],
    ['2026/2', 'zurückgezogen'],
    ['2026/1', 'gilt'],
  ])
  expect(html).not.toContain('geheim')
  expect((await coordinator.get('/office/register/2025')).html).toContain('noch keine Bescheinigung')
  for (const path of ['/office/register/2026/2', '/office/register/1999', '/office/register/2026/x'])
    expect((await coordinator.get(path)).status, path).toBe(404)
})

test('one file holds the sheet of everybody whose certificate holds', async () => {
  const { office, house, seminar, numbers } = await certifyAll(['ayse', 'bora', 'cem'])
  await house.table.commit([
    revocationShelf.create(numbers[1] ?? '', { at: house.now(), by: 'k', reason: '' }),
  ])
  const page = `/office/seminars/${seminar.id}/certificates/files`
  const trainer = await office.browserOf('trainer', 'Zeynep Aydın')
  for (const path of [page, `${page}/1`]) expect((await trainer.get(path)).status).toBe(404)
  const coordinator = await office.browserOf('coordinator', 'Cem Yıldız')
  const shown = await coordinator.get(page)
  expect(shown.html).toContain('Alle 2 Bescheinigungen herunterladen')
  expect(await htmlFindings(shown.html)).toEqual([])
  const answer = await coordinator.get(`${page}/1`)
  expect(answer.headers.get('content-type')).toBe('application/zip')
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w-]+-1\.zip"$/)
  const files = unzipSync(answer.bytes)
  expect(Object.keys(files)).toEqual([
    '2026-0001-ayse-Öz-2026-AYSE-0000-0000.pdf',
    '2026-0003-cem-Öz-2026-CEMX-0000-0000.pdf',
  ])
  expect((await coordinator.get(`${page}/2`)).status).toBe(404)
})

test('many certificates come in several files, and one button fetches them all', async () => {
  const { office, seminar } = await certifyMany(27)
  const page = `/office/seminars/${seminar.id}/certificates/files`
  const coordinator = await office.browserOf('coordinator', 'Cem Yıldız')
  const { html } = await coordinator.get(`${page}?lang=en`)
  for (const part of ['Sheets 1 to 25', 'Sheets 26 to 27', '/assets/collect.js', 'data-collect='])
    expect(html).toContain(part)
  expect(await htmlFindings(html)).toEqual([])
  const second = unzipSync((await coordinator.get(`${page}/2`)).bytes)
  expect(Object.keys(second)).toHaveLength(2)
})

test('nobody’s certificates are no file', async () => {
  const office = openOffice()
  const seminar = await office.house.offer()
  const coordinator = await office.browserOf('coordinator', 'Cem Yıldız')
  expect((await coordinator.get(`/office/seminars/${seminar.id}/certificates/files`)).status).toBe(404)
})

const unzip = spawnSync('unzip', ['-v']).status === 0

test.skipIf(!unzip)('a program that is not ours opens the file, names and all (needs unzip)', async () => {
  const zip = await sheetsFile(
    [aCertificate({ serial: 7, firstName: 'Şükrü', lastName: 'İğ/de:oğlu' })],
    async () => new TextEncoder().encode('%PDF-1.7'),
  )
  const folder = mkdtempSync(join(tmpdir(), 'sheets-'))
  try {
    writeFileSync(join(folder, 'all.zip'), zip)
    expect(spawnSync('unzip', ['-t', 'all.zip'], { cwd: folder }).status).toBe(0)
    const name = '2026-0007-Şükrü-İğ-de-oğlu-2026-7K3M-9QXW-P4TR.pdf'
    spawnSync('unzip', ['all.zip'], { cwd: folder, env: { ...process.env, LC_ALL: 'C.UTF-8' } })
    expect(readFileSync(join(folder, name), 'utf8')).toBe('%PDF-1.7')
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test.each([
  [0, 25],
  [50_000, 18],
  [200_000, 7],
  [10_000_000, 1],
])('with %i bytes of pictures on each, so many sheets make a file: %i', (bytes, sheets) => {
  expect(sheetsPerFile(bytes)).toBe(sheets)
})
