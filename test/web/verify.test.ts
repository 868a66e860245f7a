import { describe, expect, it, test } from 'vitest'
import type { Place } from '../../functions/kernel/table.ts'
import type { Instant } from '../../functions/kernel/time.ts'
import { unnamedOrganisation } from '../../functions/programme/programme.table.ts'
import { tidyNumber, verifyDoor } from '../../web/public/verify.door.tsx'
import { GenuinePage } from '../../web/public/verify-page.tsx'
import { verifyText } from '../../web/text/verify.ts'
import { aCertificate } from '../world/certificate.ts'
import { htmlFindings } from './office-world.ts'
import { openDoors } from './open-doors.ts'

async function certified() {
  const doors = await openDoors()
  const seminar = await doors.house.offer()
  const enrollment = await doors.house.enrollAndConfirm(seminar, 'ayse')
  const certificate = await doors.certify(enrollment)
  const show = (number: string, query = '') => doors.verify.request(`/verify/${number}${query}`)
  return { ...doors, certificate, show, enrollment }
}

describe('verifying', () => {
  it('shows everything that is printed, in the reader’s language', async () => {
    const { show, certificate } = await certified()
    const answer = await show(certificate.number, '?lang=en')
    const html = await answer.text()
    expect(answer.status).toBe(200)
    for (const printed of [
      'This certificate is genuine',
      certificate.number,
      'Şükrü İğdeoğlu',
      certificate.title,
      'Tuesday, March 24, 2026, 18:00–20:00 (online)',
      'Tuesday, March 31, 2026, 18:00–20:00 (online)',
      '240 minutes, 5.3 teaching units',
      'Verwendungsnachweis',
      certificate.trainer,
      'Bund der Gemeinden e. V.',
      'Alte Gasse 3',
      certificate.acknowledgement,
      'Hêlîn Demir',
      'Vorsitzende',
      'April 2, 2026',
    ])
      expect(html).toContain(printed)
    expect(html).not.toContain('ayse@')
  })

  it('looks the same for unknown, malformed and tampered numbers', async () => {
    const { show, certify, house } = await certified()
    const other = await house.offer({ slug: 'other' })
    const forged = await certify(await house.enrollAndConfirm(other, 'can'), {
      number: '2026-0000-0000-0000',
      signature: 'forged',
    })
    const body = async (answer: Response) =>
      (await answer.text()).replaceAll(/href="\/verify\/[^"]*\?lang/g, 'href="?lang')
    const unknown = await show('2026-AAAA-AAAA-AAAA')
    expect(unknown.status).toBe(404)
    const page = await body(unknown)
    expect(page).toContain('Diese Nummer kennen wir nicht')
    for (const number of [forged.number, 'nonsense', '%3Cscript%3E', '2026', 'x'.repeat(500)]) {
      const answer = await show(number)
      expect(answer.status).toBe(404)
      expect(await body(answer)).toBe(page)
    }
  })

  it('reads as much for a number that is none as for one that nobody has', async () => {
    const { world } = await certified()
    const readFor = async (number: string) => {
      const places: string[] = []
      const table = {
        ...world.table,
        read: (asked: readonly Place[]) => {
          places.push(...asked.map(({ table: name, sk }) => `${name} ${sk}`))
          return world.table.read(asked)
        },
      }
      await verifyDoor({ ...world, table }).request(`/verify/${number}`)
      return places
    }
    const unknown = await readFor('2026-AAAA-AAAA-AAAA')
    expect(unknown).toContain('people certificate')
    for (const number of ['nonsense', '2026', 'x'.repeat(500)]) expect(await readFor(number)).toEqual(unknown)
  })

  it('takes the number as people type it', async () => {
    const { verify } = await certified()
    for (const typed of [
      '2026-7k3m-9qxw-p4tr',
      ' 2026 7K3M 9QXW P4TR ',
      '20267k3m9qxwp4tr',
      '2026–7K3M–9QXW–P4TR',
    ]) {
      const answer = await verify.request(`/verify?number=${encodeURIComponent(typed)}&lang=tr`)
      expect([answer.status, answer.headers.get('location')]).toEqual([
        303,
        '/verify/2026-7K3M-9QXW-P4TR?lang=tr',
      ])
    }
    expect(tidyNumber('2O26-oIl1-AAAA-BBBB')).toBe('2026-0111-AAAA-BBBB')
    expect((await verify.request('/verify?number=%0d%0aSet-Cookie:x')).headers.get('set-cookie')).toBeNull()
    expect((await verify.request('/verify?number=')).status).toBe(200)
  })
})

it.each([
  ['a reduced one says so', true],
  ['a full one does not', false],
])('%s, as the sheet does', (_, reduced) => {
  const setting = {
    language: 'en',
    path: '/verify',
    organisation: unnamedOrganisation,
    cssVersion: 'v',
  } as const
  const html = String(
    GenuinePage({ setting, certificate: aCertificate({ reduced }), standing: { is: 'valid' } }),
  )
  expect(html.includes('The attendance covers only a part of the seminar')).toBe(reduced)
})

test.each([
  ['de', 'Diese Bescheinigung wurde ersetzt', 'am 1. Mai 2026 durch eine neue ersetzt'],
  ['tr', 'Bu belgenin yerine yenisi verildi', '1 Mayıs 2026 tarihinde yerine yenisini verdik'],
  ['en', 'This certificate has been replaced', 'replaced it with a new one on May 1, 2026'],
] as const)('a replaced one is not called valid, in %s', async (language, title, since) => {
  const setting = { language, path: '/verify', organisation: unnamedOrganisation, cssVersion: 'v' }
  const at = '2026-05-01T08:00:00.000Z' as Instant
  const html = String(GenuinePage({ setting, certificate: aCertificate(), standing: { is: 'replaced', at } }))
  expect(html).toContain(`<h1>${title}</h1>`)
  expect(html).toContain(since)
  expect(html).toContain('notice-warning')
  expect(html).not.toContain(verifyText[language].standing.valid)
  expect(await htmlFindings(html)).toEqual([])
})
