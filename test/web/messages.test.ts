import { describe, expect, it, test } from 'vitest'
import { tellCancelled } from '../../functions/enrollment/tell-cancelled.ts'
import { languages } from '../../functions/kernel/language.ts'
import type { Table } from '../../functions/kernel/table.ts'
import { day, hour } from '../../functions/kernel/time.ts'
import { readFile } from '../../functions/mail/file.table.ts'
import { listMessages } from '../../functions/message/message.table.ts'
import { writeMessage } from '../../functions/message/write-message.ts'
import { cancelSeminar } from '../../functions/seminar/cancel-seminar.ts'
import { listAudit } from '../../functions/staff/audit.table.ts'
import { openMemoryTable } from '../world/memory-table.ts'
import { fieldValues, htmlFindings, openOffice } from './office-world.ts'

const origin = 'https://lernhaus.example'
const pdf = (size = 2_000) => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(size, 7)])

type Upload = { name: string; bytes: Uint8Array }

async function anOffice(names = ['ayse', 'cem'], table: Table = openMemoryTable()) {
  const office = openOffice({ table })
  const { house } = office
  const seminar = await house.offer()
  for (const name of names) await house.enrollAndConfirm(seminar, name)
  const browser = await office.browserOf('coordinator', 'Anna Ay')
  const base = `/office/seminars/${seminar.id}/messages`

  /** Sends the form with files, as a browser does. */
  async function fill(fields: Record<string, string>, files: Upload[] = [], path = base) {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) if (name !== 'files') form.set(name, value)
    for (const { name, bytes } of files) form.append('files', new File([bytes.slice()], name))
    if (files.length === 0) form.append('files', new File([], ''))
    const request = new Request(origin, { method: 'POST', body: form })
    return browser.send(path, {
      method: 'POST',
      body: Buffer.from(await request.arrayBuffer()),
      headers: { origin, 'content-type': request.headers.get('content-type') ?? '' },
    })
  }
  const blank = async (path = base) => ({
    ...formFields((await browser.get(path)).html),
    audience: 'all',
    'subject-de': 'Raum',
    'text-de': 'Wir sind in Raum 3.\n\nBis dann!',
  })
  /** Works the queue off, as the clock does. */
  async function work() {
    for (const { facts } of await listMessages(house.table, seminar.id, house.now())) {
      let seen: Record<string, number[]> | undefined = {}
      while (seen)
        seen = (await writeMessage(house.world(), { seminarId: seminar.id, messageId: facts.id, seen }))?.seen
    }
  }
  const letters = async () => (await house.mails()).filter(({ cause }) => cause === 'message')
  return { ...office, seminar, browser, base, fill, blank, work, letters }
}

/** The fields of the page's own form; a box that is ticked is among them, a radio that is not chosen is not. */
function formFields(html: string): Record<string, string> {
  const form = /<form class="form"[\s\S]*?<\/form>/.exec(html)?.[0] ?? ''
  return fieldValues(form.replace(/<input type="radio"(?![^>]*checked)[^>]*>/g, ''))
}

describe('writing a message', () => {
  it('shows who gets what before anything is sent, then sends exactly that, once', async () => {
    const { browser, base, fill, blank, work, letters, house, seminar, faults } = await anOffice()
    await house.enrollAndConfirm(seminar, 'dilan', { language: 'tr' })
    await house.enrollAndConfirm(seminar, 'john', { language: 'en' })
    await house.enroll(seminar, 'unsure')
    await house.enrollAndConfirm(seminar, 'gone')
    await house.cancel('gone')
    const kept = await fill({
      ...(await blank()),
      'subject-tr': 'Salon',
      'text-tr': 'Salon 3’teyiz.',
      withButton: 'yes',
    })
    expect([kept.status, kept.location]).toEqual([303, expect.stringMatching(/\/drafts\/msg_\w+\/check$/)])
    const checked = await browser.get(kept.location)
    expect(checked.status).toBe(200)
    const text = checked.html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
    for (const words of [
      'Bis jetzt wurde nichts gesendet',
      'Alle Angemeldeten',
      'auf Deutsch 4 1',
      'auf Türkisch 1 0',
      'Guten Tag [Name],',
      'Wir sind in Raum 3.',
      'Sayın [Ad],',
      'Salon 3’teyiz.',
      'Knopf: Zu meiner Anmeldung',
      '1 Person ist nicht mehr angemeldet',
      '1 Adresse ist noch nicht bestätigt',
      'Keine Anhänge',
      'An 5 Personen senden',
    ])
      expect(text).toContain(words)
    expect(await letters()).toEqual([])

    const form = formFields(checked.html)
    for (let twice = 0; twice < 2; twice++) {
      const sent = await browser.post(kept.location.replace('/check', '/send'), form)
      expect([sent.status, sent.location]).toEqual([
        303,
        expect.stringMatching(/\/messages\/msg_\w+\?done=sent$/),
      ])
    }
    const [message] = await listMessages(house.table, seminar.id, house.now())
    const page = await browser.get(`${base}/${message?.facts.id}?done=sent`)
    expect(page.html).toContain('Die Nachricht geht jetzt hinaus')
    expect(page.html).toContain('unterwegs')
    await work()
    const mailed = (await letters())
      .map(({ to, letter }) => [to.address.split('@')[0], letter.language])
      .sort()
    expect(mailed).toEqual([
      ['ayse', 'de'],
      ['cem', 'de'],
      ['dilan', 'tr'],
      ['john', 'de'],
      ['unsure', 'de'],
    ])
    const list = (await browser.get(base)).html
    expect(list).toContain('Anna Ay')
    expect(list).toContain('Alle Angemeldeten (5 Personen)')
    const notes = (await listAudit(house.table, house.now(), 99)).filter(
      ({ deed }) => deed === 'send-message',
    )
    expect(notes).toMatchObject([{ seminarId: seminar.id, about: message?.facts.id }])
    expect(faults).toEqual([])
  })

  it('keeps everything when one goes back, also the files', async () => {
    const { browser, fill, blank, house, seminar } = await anOffice()
    const person = await house.enrollment(seminar, 'ayse')
    const kept = await fill(
      { ...(await blank()), audience: 'picked', [`person-${person.id}`]: 'yes', withButton: 'yes' },
      [{ name: 'Weg.pdf', bytes: pdf() }],
    )
    const back = (await browser.get(kept.location)).html.match(/href="([^"]*drafts\/msg_\w+)"/)?.[1] ?? ''
    const shown = formFields((await browser.get(back)).html)
    expect(shown).toMatchObject({
      audience: 'picked',
      [`person-${person.id}`]: 'yes',
      'subject-de': 'Raum',
      'text-de': 'Wir sind in Raum 3.\n\nBis dann!',
      withButton: 'yes',
    })
    const again = await fill({ ...shown, 'subject-de': 'Neuer Raum' }, [
      { name: 'Plan.txt', bytes: Buffer.from('x') },
    ])
    expect(again.location).toBe(kept.location)
    const checked = (await browser.get(again.location)).html
    for (const words of ['Weg.pdf', 'Plan.txt', 'Neuer Raum', 'An 1 Person senden'])
      expect(checked).toContain(words)
    const cleared = Object.fromEntries(
      Object.entries(formFields((await browser.get(back)).html)).filter(
        ([name]) => !name.startsWith('keep-'),
      ),
    )
    await fill(cleared)
    expect((await browser.get(again.location)).html).toContain('Keine Anhänge')
  })

  it('brings the files byte for byte to everybody, lying in the outbox once', async () => {
    const { browser, fill, blank, work, letters, house } = await anOffice()
    const files = [
      { name: 'Weg.pdf', bytes: pdf(700_000) },
      { name: 'Plan.pdf', bytes: pdf(10) },
    ]
    const kept = await fill(await blank(), files)
    const checked = await browser.get(kept.location)
    house.pass(hour)
    await browser.post(kept.location.replace('/check', '/send'), formFields(checked.html))
    await work()
    const mails = await letters()
    expect(mails).toHaveLength(2)
    for (const { letter } of mails) {
      expect(letter.files?.map(({ filename }) => filename)).toEqual(['Weg.pdf', 'Plan.pdf'])
      for (const [i, file] of (letter.files ?? []).entries())
        expect(
          Buffer.compare(
            (await readFile(house.table, file)) ?? Buffer.alloc(0),
            files[i]?.bytes ?? Buffer.alloc(1),
          ),
        ).toBe(0)
      expect(JSON.stringify(letter).length).toBeLessThan(2_000)
    }
  })

  it('sends a test to the coordinator and to nobody else, once for what is written', async () => {
    const { browser, fill, blank, house, letters } = await anOffice()
    const kept = await fill({ ...(await blank()), 'subject-en': 'Room', 'text-en': 'Room 3.' }, [
      { name: 'Weg.pdf', bytes: pdf() },
    ])
    for (let twice = 0; twice < 2; twice++) {
      const tested = await browser.post(kept.location.replace('/check', '/test'))
      expect(tested.location).toBe(`${kept.location}?done=tested`)
    }
    expect((await browser.get(`${kept.location}?done=tested`)).html).toContain('Die Probe ist unterwegs')
    const tests = (await house.mails()).filter(({ cause }) => cause === 'message-test')
    expect(tests.map(({ to, letter }) => [to.address, letter.subject, letter.files?.length])).toEqual([
      ['coordinator@verein.example', '[Probe] Raum', 1],
      ['coordinator@verein.example', '[Test] Room', 1],
    ])
    expect(await letters()).toEqual([])
  })

  it('shows the group once more when it has changed since it was looked at', async () => {
    const { browser, fill, blank, house, seminar, letters, work } = await anOffice()
    const kept = await fill(await blank())
    const form = formFields((await browser.get(kept.location)).html)
    await house.enrollAndConfirm(seminar, 'late')
    const refused = await browser.post(kept.location.replace('/check', '/send'), form)
    expect(refused.status).toBe(409)
    expect(refused.html).toContain('Die Gruppe hat sich inzwischen geändert')
    expect(refused.html).toContain('An 3 Personen senden')
    await work()
    expect(await letters()).toEqual([])
    const sent = await browser.post(kept.location.replace('/check', '/send'), formFields(refused.html))
    expect(sent.status).toBe(303)
  })

  it('does not send a text that somebody changed in another window', async () => {
    const { browser, fill, blank } = await anOffice()
    const form = await blank()
    const kept = await fill(form)
    const looked = formFields((await browser.get(kept.location)).html)
    await fill({ ...form, 'text-de': 'Ganz anders.' })
    const refused = await browser.post(kept.location.replace('/check', '/send'), looked)
    expect(refused.status).toBe(409)
    expect(refused.html).toContain('Ganz anders.')
  })

  it('makes another message of a form that is filled in once more after it was sent', async () => {
    const { browser, fill, blank, house, seminar } = await anOffice()
    const form = await blank()
    for (const subject of ['Erste', 'Zweite']) {
      const kept = await fill({ ...form, 'subject-de': subject })
      const checked = await browser.get(kept.location)
      expect(checked.html).toContain(subject)
      await browser.post(kept.location.replace('/check', '/send'), formFields(checked.html))
    }
    const sent = await listMessages(house.table, seminar.id, house.now())
    expect(sent.flatMap(({ facts }) => facts.texts.map(({ subject }) => subject)).sort()).toEqual([
      'Erste',
      'Zweite',
    ])
  })

  it('shows the greeting without a name where no address is confirmed', async () => {
    const { browser, fill, blank, house, seminar } = await anOffice()
    await house.enroll(seminar, 'unsure')
    const kept = await fill({ ...(await blank()), audience: 'unconfirmed' })
    const { html } = await browser.get(kept.location)
    expect(html).toContain('<p>Guten Tag,</p>')
    expect(html).toContain('Waren Sie das nicht?')
  })

  it('writes to those whose seminar was called off', async () => {
    const { browser, fill, blank, house, seminar, work, letters } = await anOffice()
    await cancelSeminar(house.world(), seminar.id)
    await tellCancelled(house.world(), seminar.id)
    const kept = await fill({ ...(await blank()), audience: 'cancelled' })
    const checked = await browser.get(kept.location)
    expect(checked.html).toContain('angemeldet waren')
    await browser.post(kept.location.replace('/check', '/send'), formFields(checked.html))
    await work()
    expect(await letters()).toHaveLength(2)
  })
})

describe('a form with mistakes comes back with everything that was typed', () => {
  test.each<[string, Record<string, string>, string]>([
    ['no audience', { audience: '' }, 'An wen?: Bitte wählen Sie'],
    ['an audience that nobody offered', { audience: 'came ses_other' }, 'An wen?: Bitte wählen Sie'],
    ['nobody picked', { audience: 'picked' }, 'mindestens eine Person'],
    ['no text at all', { 'subject-de': '', 'text-de': '' }, 'in mindestens einer Sprache'],
    ['a subject without a text', { 'subject-tr': 'Salon' }, 'Text auf Türkisch'],
    ['a subject that is too long', { 'subject-de': 'x'.repeat(151) }, 'Betreff auf Deutsch'],
    ['a text that is too long', { 'text-de': 'x'.repeat(5_001) }, 'Text auf Deutsch'],
    ['unreadable letters', { 'text-de': 'a\u202eb' }, 'Text auf Deutsch'],
  ])('%s', async (_, wrong, reason) => {
    const { fill, blank, faults } = await anOffice()
    const typed: Record<string, string> = {
      ...(await blank()),
      withButton: 'yes',
      'text-en': 'kept',
      'subject-en': 'kept too',
      ...wrong,
    }
    if (typed['subject-de'] === '') {
      typed['subject-en'] = ''
      typed['text-en'] = ''
    }
    const answer = await fill(typed, [{ name: 'Weg.pdf', bytes: pdf() }])
    expect(answer.status).toBe(422)
    expect(answer.html).toContain(reason)
    const shown = formFields(answer.html)
    for (const name of ['form', 'subject-de', 'text-de', 'subject-en', 'text-en', 'withButton'])
      expect(shown[name]).toBe(typed[name])
    expect(Object.keys(shown).filter((name) => name.startsWith('keep-'))).toHaveLength(1)
    expect(await htmlFindings(answer.html)).toEqual([])
    expect(faults).toEqual([])
  })

  test.each<[string, Upload[], string, number]>([
    [
      'a program',
      [{ name: 'start.exe', bytes: Buffer.from('MZ') }],
      '„start.exe“ lässt sich nicht anhängen',
      0,
    ],
    ['a false name', [{ name: 'a.pdf', bytes: Buffer.from('MZ') }], 'enthält nicht, was der Name sagt', 0],
    [
      'too many',
      Array.from({ length: 6 }, (_, i) => ({ name: `${i}.pdf`, bytes: pdf() })),
      '„5.pdf“ ist nicht angehängt',
      5,
    ],
    [
      'too large',
      [
        { name: 'a.pdf', bytes: pdf(1_200_000) },
        { name: 'b.pdf', bytes: pdf(1_200_000) },
      ],
      '„b.pdf“ ist nicht angehängt: Zusammen',
      1,
    ],
  ])('%s', async (_, files, reason, kept) => {
    const { fill, blank } = await anOffice()
    const typed = await blank()
    const answer = await fill(typed, files)
    expect(answer.status).toBe(422)
    expect(answer.html).toContain(reason)
    const shown = formFields(answer.html)
    expect(shown['text-de']).toBe(typed['text-de'])
    expect(Object.keys(shown).filter((name) => name.startsWith('keep-'))).toHaveLength(kept)
  })

  it('loses nothing when the language of the page is switched', async () => {
    const { browser, base, fill, blank } = await anOffice()
    const switched = await fill(
      { ...(await blank()), 'left-language': 'de', audience: '' },
      [{ name: 'Weg.pdf', bytes: pdf() }],
      `${base}?lang=tr`,
    )
    expect([switched.status, switched.location]).toEqual([
      303,
      expect.stringMatching(/drafts\/msg_\w+\?lang=tr$/),
    ])
    const { html } = await browser.get(switched.location)
    expect(html).toContain('Kime?')
    expect(formFields(html)['text-de']).toContain('Raum 3')
    expect(html).toContain('Weg.pdf')
  })
})

describe('the list of what was sent', () => {
  it('reads no mail, however many went out, and leads to where it is counted', async () => {
    const table = openMemoryTable()
    const read: string[] = []
    const { browser, base, fill, blank, work, letters } = await anOffice(['ayse', 'cem'], {
      ...table,
      read: (places) => {
        read.push(...places.map(({ pk }) => pk))
        return table.read(places)
      },
    })
    const kept = await fill(await blank())
    const form = formFields((await browser.get(kept.location)).html)
    const sent = await browser.post(kept.location.replace('/check', '/send'), form)
    await work()
    expect(await letters()).toHaveLength(2)
    const mailsReadBy = async (path: string) => {
      read.length = 0
      const { html } = await browser.get(path)
      return { html, mails: read.filter((pk) => pk.startsWith('mail#')).length }
    }
    const list = await mailsReadBy(base)
    expect(list.mails).toBe(0)
    const own = sent.location.replace(/\?.*/, '')
    expect(list.html).toContain(`<a href="${own}">Stand zeigen</a>`)
    const counted = await mailsReadBy(own)
    expect(counted.mails).toBe(2)
    expect(counted.html).toContain('Unterwegs')
  })
})

describe('the door of the messages', () => {
  it('refuses what is no honest form, and what is far too large', async () => {
    const { browser, base, fill, blank } = await anOffice()
    const form = new FormData()
    form.append('text-de', new File(['x'], 'x.txt'))
    const request = new Request(origin, { method: 'POST', body: form })
    const strange = await browser.send(base, {
      method: 'POST',
      body: await request.text(),
      headers: { origin, 'content-type': request.headers.get('content-type') ?? '' },
    })
    expect(strange.status).toBe(400)
    const large = await fill(await blank(), [{ name: 'a.pdf', bytes: pdf(5_000_000) }])
    expect(large.status).toBe(413)
    expect((await browser.post(base, { form: 'x' }, 'https://evil.example')).status).toBe(403)
  })

  it('is closed to trainers, and knows no message of another seminar', async () => {
    const { base, browser, fill, blank, house, hire, openBrowser } = await anOffice()
    await hire('trainer', 'Zeynep Aydın')
    const trainer = openBrowser()
    await trainer.signIn('trainer@verein.example')
    expect((await trainer.get(base)).status).toBe(404)
    const kept = await fill(await blank())
    const other = await house.offer({ slug: 'other' })
    const elsewhere = kept.location.replace(/seminars\/[^/]+/, `seminars/${other.id}`)
    expect((await browser.get(elsewhere)).status).toBe(404)
    expect((await browser.get(`${base}/msg_unknown`)).status).toBe(404)
  })

  it('knows nothing of a message after 100 days, even where it still lies there', async () => {
    const { browser, base, fill, blank, house } = await anOffice()
    const kept = await fill(await blank())
    const form = formFields((await browser.get(kept.location)).html)
    const sent = await browser.post(kept.location.replace('/check', '/send'), form)
    house.pass(100 * day)
    await browser.signIn('coordinator@verein.example')
    expect((await browser.get(base)).html).toContain('Noch wurde keine Nachricht gesendet')
    expect((await browser.get(sent.location)).status).toBe(404)
  })

  it('says when a draft is gone, and a look at a page changes nothing', async () => {
    const { browser, base, fill, blank, house } = await anOffice()
    const kept = await fill(await blank())
    const before = JSON.stringify(house.table.everything?.())
    for (const path of [base, kept.location, kept.location.replace('/check', '')]) await browser.get(path)
    expect(JSON.stringify(house.table.everything?.())).toBe(before)
    house.pass(day)
    const signedIn = await browser.signIn('coordinator@verein.example')
    expect(signedIn.status).toBe(303)
    const gone = await browser.get(kept.location)
    expect(gone.status).toBe(404)
    expect(gone.html).toContain('Diesen Entwurf gibt es nicht mehr')
  })

  test.each(languages)('has valid pages in %s', async (language) => {
    const { browser, base, fill, blank, work } = await anOffice()
    const kept = await fill({ ...(await blank()), withButton: 'yes' }, [{ name: 'Weg.pdf', bytes: pdf() }])
    const asked = [base, kept.location.replace('/check', ''), kept.location]
    for (const path of asked)
      expect(await htmlFindings((await browser.get(`${path}?lang=${language}`)).html)).toEqual([])
    const sent = await browser.post(
      kept.location.replace('/check', '/send'),
      formFields((await browser.get(kept.location)).html),
    )
    const page = sent.location.replace('?done=sent', '')
    expect(await htmlFindings((await browser.get(`${page}?done=sent&lang=${language}`)).html)).toEqual([])
    await work()
    expect(await htmlFindings((await browser.get(`${page}?lang=${language}`)).html)).toEqual([])
    expect(await htmlFindings((await browser.get(`${base}?lang=${language}`)).html)).toEqual([])
  })
})
