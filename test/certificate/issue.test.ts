import { createHash } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { recordByHand, recordNotices } from '../../functions/attendance/record.ts'
import { findCertificateOf } from '../../functions/certificate/certificate.table.ts'
import {
  type Certificate,
  certificateNumber,
  isCertificateNumber,
  signedText,
} from '../../functions/certificate/certificate.ts'
import { certificateFileShelf } from '../../functions/certificate/certificate-file.table.ts'
import { issueCertificates } from '../../functions/certificate/issue.ts'
import { sheetText } from '../../functions/certificate/sheet/sheet-facts.ts'
import { sheetWords } from '../../functions/certificate/sheet/text/words.ts'
import { verify } from '../../functions/certificate/verify.ts'
import { enrollmentShelf } from '../../functions/enrollment/enrollment.table.ts'
import { readPersonalLink } from '../../functions/enrollment/link/personal-link.ts'
import { bytesFromBase64, textFromUtf8 } from '../../functions/kernel/encoding.ts'
import type { Table } from '../../functions/kernel/table.ts'
import { later, minute } from '../../functions/kernel/time.ts'
import { certificateLookShelf } from '../../functions/programme/certificate-look.table.ts'
import { usualLook } from '../../functions/programme/certificate-look.ts'
import {
  organisationShelf,
  phaseShelf,
  unnamedOrganisation,
} from '../../functions/programme/programme.table.ts'
import { completeSeminar } from '../../functions/seminar/complete-seminar.ts'
import type { Seminar } from '../../functions/seminar/seminar.ts'
import { withEveryCrash } from '../world/crashing-table.ts'
import { origin } from '../world/house.ts'
import { openWorkingHouse, signer, variedSecrets, type WorkingHouse } from '../world/working-house.ts'

/** Minutes in both sessions of 120 each, by hand. */
async function wasThere(house: WorkingHouse, seminar: Seminar, name: string, ...minutes: number[]) {
  const { id } = await house.enrollment(seminar, name)
  for (const [i, session] of seminar.sessions.entries())
    if (minutes[i] !== undefined)
      await recordByHand(house.world(), {
        sessionId: session.id,
        enrollmentId: id,
        minutes: minutes[i],
        by: 'k',
      })
}

async function wasInTheRoom(house: WorkingHouse, seminar: Seminar, name: string, seconds: number) {
  const { id } = await house.enrollment(seminar, name)
  for (const session of seminar.sessions)
    await recordNotices(house, [
      {
        sessionId: session.id,
        enrollmentId: id,
        notice: { id: 'j', kind: 'joined', device: 'd', at: session.start },
      },
      {
        sessionId: session.id,
        enrollmentId: id,
        notice: { id: 'l', kind: 'left', device: 'd', at: later(session.start, seconds * 1000) },
      },
    ])
}

/** After the last session, closed, before anything was issued. */
async function afterwards(house: WorkingHouse, seminar: Seminar) {
  house.moveTo('2026-03-31T18:00:00.000Z')
  const completed = await completeSeminar(house.world(), seminar.id)
  if (!completed.ok) throw new Error(completed.refusal.code)
}

const issue = (house: WorkingHouse, seminar: Seminar, table?: Table) =>
  issueCertificates(house.issuing(table), seminar.id)
const certificateOf = async (house: WorkingHouse, seminar: Seminar, name: string) =>
  findCertificateOf(house.table, {
    seminarId: seminar.id,
    enrollmentId: (await house.enrollment(seminar, name)).id,
  })
const certificates = (house: WorkingHouse) =>
  house.table
    .everything()
    .flatMap(({ kind, facts }) => (kind === 'certificate' ? [facts as Certificate] : []))
const certificateMails = async (house: WorkingHouse) =>
  (await house.mails()).filter(({ cause }) => cause === 'certificate')

/** What the runs reached: tests in which no certificate ever was refused or given prove nothing. */
const reached = { given: 0, crashed: 0 }
afterAll(() => {
  for (const [what, times] of Object.entries(reached))
    expect(times, `never reached: ${what}`).toBeGreaterThan(0)
})

test('beside the certificate lies the checksum of the very file that goes out', async () => {
  const house = openWorkingHouse()
  const seminar = await house.offer()
  await house.enrollAndConfirm(seminar, 'ayse')
  await wasThere(house, seminar, 'ayse', 120, 120)
  await afterwards(house, seminar)
  await issue(house, seminar)
  const [certificate] = certificates(house)
  const [mail] = await certificateMails(house)
  const pdf = bytesFromBase64(mail?.letter.attachments?.[0]?.content ?? '')
  expect(pdf.length).toBeGreaterThan(0)
  expect((await certificateFileShelf.read(house.table, certificate?.number ?? ''))?.facts).toEqual({
    sha256: createHash('sha256').update(pdf).digest('hex'),
  })
})

describe('who gets a certificate', () => {
  test.each([
    [80, [120, 72], true],
    [80, [120, 71], false],
    [80, [96, 96], true],
    [80, [96, 95], false],
    [100, [120, 120], true],
    [100, [120, 119], false],
    [1, [0, 3], true],
    [1, [0, 2], false],
    [50, [120], true],
    [50, [], false],
  ])('threshold %i %%, minutes %j by hand: %s', async (threshold, minutes, given) => {
    const house = openWorkingHouse()
    const seminar = await house.offer({ threshold })
    await house.enrollAndConfirm(seminar, 'ayse')
    await wasThere(house, seminar, 'ayse', ...minutes)
    await afterwards(house, seminar)
    expect(await issue(house, seminar)).toEqual({ issued: given ? 1 : 0, more: false })
    const certificate = await certificateOf(house, seminar, 'ayse')
    expect(certificate !== undefined).toBe(given)
    if (certificate) expect(certificate.attendedMinutes).toBe((minutes[0] ?? 0) + (minutes[1] ?? 0))
    if (given) reached.given++
    expect(await certificateMails(house)).toHaveLength(given ? 1 : 0)
  })

  test.each([
    [80, 50, [120, 72], 'full'],
    [80, 50, [120, 71], 'reduced'],
    [80, 50, [60, 60], 'reduced'],
    [80, 50, [60, 59], 'none'],
    [80, 0, [120, 71], 'none'],
    [100, 99, [120, 119], 'reduced'],
    [60, 59, [72, 72], 'full'],
    [60, 59, [72, 71], 'reduced'],
  ])(
    'full from %i %%, reduced from %i %%, minutes %j: %s',
    async (threshold, reducedThreshold, minutes, grade) => {
      const house = openWorkingHouse()
      const seminar = await house.offer({ threshold, reducedThreshold })
      await house.enrollAndConfirm(seminar, 'ayse')
      await wasThere(house, seminar, 'ayse', ...minutes)
      await afterwards(house, seminar)
      await issue(house, seminar)
      const certificate = await certificateOf(house, seminar, 'ayse')
      expect(certificate?.reduced).toBe(grade === 'none' ? undefined : grade === 'reduced')
      const [mail] = await certificateMails(house)
      const words = JSON.stringify(mail?.letter.blocks ?? [])
      expect(words.includes('die Sie besucht haben')).toBe(grade === 'reduced')
      if (certificate) {
        const printed = sheetText(certificate, 'https://lernhaus.example').facts.flatMap(
          ({ note }) => note ?? [],
        )
        expect(printed).toEqual(grade === 'reduced' ? [sheetWords.de.partlyNote] : [])
      }
    },
  )

  test.each([
    [96 * 60, true],
    [96 * 60 - 1, false],
  ])('%i seconds in the room each evening, of which 96 minutes are needed: %s', async (seconds, given) => {
    const house = openWorkingHouse()
    const seminar = await house.offer()
    await house.enrollAndConfirm(seminar, 'ayse')
    await wasInTheRoom(house, seminar, 'ayse', seconds)
    await afterwards(house, seminar)
    expect(await issue(house, seminar)).toEqual({ issued: given ? 1 : 0, more: false })
  })

  test('not who waits, did not confirm, or left, whatever was written down', async () => {
    const house = openWorkingHouse()
    const seminar = await house.offer({ capacity: 3 })
    await house.enrollAndConfirm(seminar, 'left')
    await house.enrollAndConfirm(seminar, 'seat')
    await house.enroll(seminar, 'held')
    await house.enrollAndConfirm(seminar, 'waits')
    house.moveTo('2026-03-25T10:00:00.000Z')
    await house.cancel('left')
    for (const name of ['left', 'seat', 'held', 'waits']) await wasThere(house, seminar, name, 120, 120)
    await afterwards(house, seminar)
    expect(await issue(house, seminar)).toEqual({ issued: 1, more: false })
    expect(certificates(house).map(({ firstName }) => firstName)).toEqual(['seat'])
  })

  test('nobody before the seminar is closed', async () => {
    const house = openWorkingHouse()
    const seminar = await house.offer()
    await house.enrollAndConfirm(seminar, 'ayse')
    await wasThere(house, seminar, 'ayse', 120, 120)
    house.moveTo('2026-04-01T00:00:00.000Z')
    expect(await issue(house, seminar)).toEqual({ issued: 0, more: false })
    expect(await issueCertificates(house.issuing(), 'sem_none')).toEqual({ issued: 0, more: false })
  })
})

async function twoEntitled() {
  const house = openWorkingHouse()
  const seminar = await house.offer()
  await house.enrollAndConfirm(seminar, 'ayse', { firstName: 'Ayşe', language: 'tr' })
  await house.enrollAndConfirm(seminar, 'deniz')
  for (const name of ['ayse', 'deniz']) await wasThere(house, seminar, name, 120, 120)
  await afterwards(house, seminar)
  return { house, seminar }
}

async function expectOneEach(house: WorkingHouse, seminar: Seminar) {
  const issued = certificates(house)
  expect(issued.map(({ firstName }) => firstName).sort()).toEqual(['Ayşe', 'deniz'])
  expect(new Set(issued.map(({ number }) => number)).size).toBe(2)
  for (const name of ['ayse', 'deniz']) {
    const own = await certificateOf(house, seminar, name)
    expect(issued).toContainEqual(own)
    expect(house.post.tally()[`certificate ${name}`]).toBe(1)
    // The mail carries the certificate that is stored, not one that was lost on the way.
    const mail = house.post.arrived.find((m) => m.cause === 'certificate' && m.to.address.startsWith(name))
    expect(JSON.stringify(mail?.letter.blocks)).toContain(own?.number)
    expect(textFromUtf8(bytesFromBase64(mail?.letter.attachments[0]?.content ?? ''))).toBe(
      `%PDF-1.7 ${own?.number}`,
    )
  }
}

describe('issued once', () => {
  test('though it runs again, in parallel, and after days', async () => {
    const { house, seminar } = await twoEntitled()
    await Promise.all([issue(house, seminar), issue(house, seminar), issue(house, seminar)])
    await issue(house, seminar)
    await house.settle()
    house.moveTo('2026-04-20T00:00:00.000Z')
    expect(await issue(house, seminar)).toEqual({ issued: 0, more: false })
    await house.settle()
    await expectOneEach(house, seminar)
  })

  test('wherever the process dies', async () => {
    const crashes = await withEveryCrash(async (open) => {
      const { house, seminar } = await twoEntitled()
      const { mortal, death, effects } = open(house.table)
      await Promise.race([issue(house, seminar, mortal), death])
      effects()
      await house.passTo('2026-03-31T18:10:00.000Z')
      await expectOneEach(house, seminar)
    })
    reached.crashed += crashes
    expect(crashes).toBeGreaterThan(40)
  })

  test('somebody who opens their page in that moment gets theirs all the same', async () => {
    const { house, seminar } = await twoEntitled()
    let touched = 0
    const table = {
      ...house.table,
      commit: async (writes: Parameters<Table['commit']>[0]) => {
        if (touched++ < 2) {
          const { id } = await house.enrollment(seminar, 'ayse')
          const stored = await enrollmentShelf.read(house.table, { seminarId: seminar.id, enrollmentId: id })
          if (stored) await house.table.commit([enrollmentShelf.replace(stored, stored.facts)])
        }
        return house.table.commit(writes)
      },
    }
    expect(await issue(house, seminar, table)).toEqual({ issued: 2, more: false })
    await house.settle()
    await expectOneEach(house, seminar)
  })

  test('one sheet that cannot be drawn keeps nobody else waiting, and is tried again', async () => {
    const { house, seminar } = await twoEntitled()
    const broken = {
      ...house.issuing(),
      drawSheet: async (certificate: Certificate) => {
        if (certificate.firstName === 'Ayşe') throw new Error('no such letter in the font')
        return house.issuing().drawSheet(certificate)
      },
    }
    await expect(issueCertificates(broken, seminar.id)).rejects.toThrow('not every certificate')
    expect(certificates(house).map(({ firstName }) => firstName)).toEqual(['deniz'])
    expect(await issue(house, seminar)).toEqual({ issued: 1, more: false })
    await house.settle()
    await expectOneEach(house, seminar)
  })
})

describe('what it says', () => {
  test('and it looks as the association had chosen by then, with German beside where the person reads another language', async () => {
    const house = openWorkingHouse()
    const look = { design: 'frame', color: '#1f5c4d', bilingual: true } as const
    await house.table.commit([certificateLookShelf.create(null, look)])
    const seminar = await house.offer()
    for (const [name, language] of [
      ['ayse', 'tr'],
      ['emil', 'de'],
    ] as const) {
      await house.enrollAndConfirm(seminar, name, { language })
      await wasThere(house, seminar, name, 120, 120)
    }
    await afterwards(house, seminar)
    await issue(house, seminar)
    const turkish = await certificateOf(house, seminar, 'ayse')
    expect(turkish?.look).toEqual(look)
    expect(turkish?.german).toEqual({
      title: seminar.title.de,
      contents: seminar.contents.de.split('\n'),
      acknowledgement: '',
      signerFunction: '',
    })
    const german = await certificateOf(house, seminar, 'emil')
    expect(german?.look).toEqual(look)
    expect(german?.german).toBeUndefined()
    const stored = await certificateLookShelf.read(house.table, null)
    if (stored) await house.table.commit([certificateLookShelf.replace(stored, usualLook)])
    house.pass(minute)
    await issue(house, seminar)
    expect(await certificateOf(house, seminar, 'ayse')).toEqual(turkish)
  })

  test('the facts of that moment in the language of the person, for ever', async () => {
    const house = openWorkingHouse()
    const phase = {
      id: 'phase_1',
      funder: 'Musterstiftung',
      title: 'Partnerprojekt',
      grantNumber: '4711',
      from: '2026-01-01',
      until: '2027-12-31',
      acknowledgement: { de: 'Gefördert durch X.', tr: 'X tarafından desteklenmektedir.', en: '' },
    }
    const organisation = {
      ...unnamedOrganisation,
      name: 'Bund e. V.',
      street: 'Alte Gasse 3',
      city: '50667 Köln',
      signer: 'Hêlîn Demir',
      signerFunction: { de: 'Vorsitzende', tr: 'Başkan', en: '' },
    }
    await house.table.commit([
      phaseShelf.create(phase.id, phase),
      organisationShelf.create(null, organisation),
    ])
    const seminar = await house.offer({ phaseId: phase.id })
    await house.enrollAndConfirm(seminar, 'ayse', { firstName: 'Ayşe', lastName: 'Çelik', language: 'tr' })
    await house.enrollAndConfirm(seminar, 'john', { language: 'en' })
    for (const name of ['ayse', 'john']) await wasThere(house, seminar, name, 120, 100)
    await afterwards(house, seminar)
    await issue(house, seminar)
    const turkish = await certificateOf(house, seminar, 'ayse')
    expect(turkish).toMatchObject({
      language: 'tr',
      firstName: 'Ayşe',
      lastName: 'Çelik',
      title: 'Fon bulma ve başvuru',
      contents: ['Fon kaynakları', 'Başvuru ve bütçe planı', 'Hibe kullanım raporu'],
      plannedMinutes: 240,
      attendedMinutes: 220,
      zone: 'Europe/Berlin',
      trainer: 'Zeynep Aydın',
      organisation: { name: 'Bund e. V.', street: 'Alte Gasse 3', city: '50667 Köln' },
      acknowledgement: 'X tarafından desteklenmektedir.',
      funder: 'Musterstiftung',
      signer: 'Hêlîn Demir',
      signerFunction: 'Başkan',
      issuedAt: house.now(),
      sessions: seminar.sessions.map(({ start, end }) => ({ start, end, online: true })),
    })
    // What nobody translated stands there in German.
    expect(await certificateOf(house, seminar, 'john')).toMatchObject({
      acknowledgement: 'Gefördert durch X.',
      signerFunction: 'Vorsitzende',
    })

    const stored = await organisationShelf.read(house.table, null)
    if (stored)
      await house.table.commit([organisationShelf.replace(stored, { ...organisation, name: 'Anders' })])
    await wasThere(house, seminar, 'ayse', 0, 0)
    house.pass(minute)
    await issue(house, seminar)
    expect(await certificateOf(house, seminar, 'ayse')).toEqual(turkish)
    expect(await verify({ table: house.table, isGenuine: signer.isGenuine }, turkish?.number ?? '')).toEqual(
      turkish,
    )
  })

  test('the mail brings the sheet, the number, and links that work', async () => {
    const { house, seminar } = await twoEntitled()
    await house.settle()
    const mail = house.post.arrived.find((m) => m.cause === 'certificate' && m.letter.language === 'tr')
    const certificate = await certificateOf(house, seminar, 'ayse')
    if (!mail || !certificate) throw new Error('both are there')
    expect(mail.to).toEqual({ name: 'Ayşe Yıldız', address: 'ayse@verein.example' })
    expect(mail.letter.subject).toBe('Katılım belgeniz: Fon bulma ve başvuru')
    expect(mail.letter.attachments).toEqual([
      {
        filename: `Katilim-Belgesi-${certificate.number}.pdf`,
        contentType: 'application/pdf',
        content: Buffer.from(`%PDF-1.7 ${certificate.number}`).toString('base64'),
      },
    ])
    const words = JSON.stringify(mail.letter.blocks)
    expect(words).toContain(`${origin}/verify/${certificate.number}`)
    const my = /\/my\/([\w-]{50})"/.exec(words)?.[1] ?? ''
    expect(await readPersonalLink(house.table, my, 'my')).toMatchObject({
      enrollment: { facts: { firstName: 'Ayşe' } },
    })
    expect(mail.notAfter).toBeNull()
  })

  test('the year of the number is the year on the wall', async () => {
    const house = openWorkingHouse()
    const seminar = await house.offer()
    await house.enrollAndConfirm(seminar, 'ayse')
    await wasThere(house, seminar, 'ayse', 120, 120)
    await afterwards(house, seminar)
    house.moveTo('2026-12-31T23:30:00.000Z')
    await issue(house, seminar)
    expect((await certificateOf(house, seminar, 'ayse'))?.number).toMatch(/^2027-/)
  })
})

describe('numbers', () => {
  test('have one form, no letters that look like digits, and no two are alike', () => {
    const newSecret = variedSecrets(7)
    const numbers = Array.from({ length: 5000 }, () => certificateNumber('2026', newSecret()))
    expect(new Set(numbers).size).toBe(5000)
    expect(numbers.every(isCertificateNumber)).toBe(true)
    expect(numbers.every((number) => !/[ILOU]/.test(number))).toBe(true)
    // Each place uses the whole alphabet: 32 letters, so 60 bits.
    for (const place of [5, 6, 10, 15, 18])
      expect(new Set(numbers.map((number) => number[place])).size).toBe(32)
  })

  test.each([
    '',
    '2026',
    '2026-7K3M-9QXW',
    '2026-7K3M-9QXW-P4TR ',
    '2026-7k3m-9qxw-p4tr',
    '26-7K3M-9QXW-P4TR',
    '2026-7K3I-9QXW-P4TR',
    '2026-7K3M-9QXW-P4TR-0000',
  ])('%j is none', (text) => expect(isCertificateNumber(text)).toBe(false))
})

test('a signature is over everything that is printed', async () => {
  const { house, seminar } = await twoEntitled()
  await issue(house, seminar)
  const [certificate] = certificates(house)
  if (!certificate) throw new Error('there is one')
  const { signature: _, ...content } = certificate
  for (const field of Object.keys(content))
    expect(signedText(content), field).toContain(JSON.stringify(field))
  expect(await signer.isGenuine(certificate)).toBe(true)
})
