import { certificateNoteShelf, certificateShelf } from '../../functions/certificate/certificate.table.ts'
import { takePlaces } from '../../functions/certificate/register.table.ts'
import { replacementShelf } from '../../functions/certificate/replacement.table.ts'
import { certificateRequestShelf } from '../../functions/certificate/request/certificate-request.table.ts'
import { sheetOf } from '../../functions/enrollment/answers/answers.ts'
import type { Enrollment } from '../../functions/enrollment/enrollment.ts'
import { later, minute } from '../../functions/kernel/time.ts'
import { enterInLog } from '../../functions/mail/mail-log.table.ts'
import { noteDelivery } from '../../functions/mail/note-delivery.ts'
import { usualLook } from '../../functions/programme/certificate-look.ts'
import { associationShelf, phaseShelf } from '../../functions/programme/programme.table.ts'
import { saveCertificateLook } from '../../functions/programme/save-certificate-look.ts'
import { plainPlaces } from '../../functions/seminar/places.ts'
import { noteServerHealth } from '../../functions/session/meeting/server-health.ts'
import { aCertificate } from '../world/certificate.ts'
import { aPng } from '../world/pictures.ts'
import { bbbRecord } from '../world/practice-servers.ts'
import { ask, everyKind } from '../world/questions.ts'
import { fieldValues, openOffice } from './office-world.ts'
import { aPhase } from './open-doors.ts'

/** Somebody has a certificate that took the place of another, and a further one could not be made; answers its page. */
async function certifyTwice(
  { table, now }: Pick<OfficeHouse, 'table' | 'now'>,
  { seminarId, id: enrollmentId }: Enrollment,
): Promise<string> {
  const [number, former] = ['2026-AAAA-AAAA-AAAA', '2026-BBBB-BBBB-BBBB']
  const name = { seminarId, enrollmentId }
  const entries = [former, number].map((each) => ({ number: each, ...name, at: now() }))
  const { serials, writes } = await takePlaces(table, '2026', entries)
  await table.commit([
    ...writes,
    ...entries.map((entry, i) =>
      certificateShelf.create(entry.number, aCertificate({ ...entry, serial: serials[i] })),
    ),
    certificateNoteShelf.create(name, { number, serial: serials[1], former: [former] }),
    replacementShelf.create(former, { at: now(), by: number }),
    certificateRequestShelf.create(name, { wish: 'name', at: now(), by: '', obstacle: 'letters' }),
  ])
  return `/office/seminars/${seminarId}/certificates/${enrollmentId}`
}

type OfficeHouse = ReturnType<typeof openOffice>['house']

/** Every page of the office in one house, as an administrator sees it: its address or what a form brought, and its name. */
export async function everyOfficePage(language: string) {
  const office = openOffice()
  const { house } = office
  await office.servers.setUp(house.table)
  await office.servers.setUpZoom(house.table)
  await saveCertificateLook(
    { table: house.table },
    {
      version: '',
      chosen: usualLook,
      pictures: { logo: aPng({ width: 1200, height: 300 }), signature: aPng({ width: 60, height: 40 }) },
    },
  )
  await noteServerHealth({ table: house.table, now: house.now() }, bbbRecord.id, 'down')
  await house.table.commit([
    phaseShelf.create(aPhase.id, aPhase),
    ...['Hagen', 'Köln'].map((place) =>
      associationShelf.create(`org_${place}`, {
        id: `org_${place}`,
        name: `Verein ${place}`,
        place,
        region: '',
      }),
    ),
  ])
  const asking = await house.offer({
    phaseId: aPhase.id,
    capacity: 1,
    everySession: true,
    trainersWord: true,
  })
  await ask(house.table, asking.id)
  const answers = sheetOf(everyKind, { qst_food: 'opt_meat', qst_need: ['opt_sign'], qst_first: true })
  await house.enroll(asking, 'ayse', { answers, note: 'Bitte mit Untertiteln.' })
  await house.confirm('ayse')
  await house.enroll(asking, 'waiting')
  const certified = await certifyTwice(house, await house.enrollment(asking, 'ayse'))
  const choosing = await house.offer({
    slug: 'choosing',
    places: {
      ...plainPlaces,
      approval: true,
      promotion: 'offer',
      waitingSize: 5,
      reserved: [{ associationId: 'org_Hagen', seats: 2 }],
      reservedUntil: later(house.now(), minute),
    },
  })
  for (const name of ['dilan', 'emine']) await house.enrollAndConfirm(choosing, name)
  const closed = await house.offer({ slug: 'closed', access: 'invited' })
  const browser = await office.browserOf('administrator', 'Zeynep Arslan', language)
  const [asks, chooses, invites] = [asking, choosing, closed].map(({ id }) => `/office/seminars/${id}`)
  const [session] = (await house.seminar(asking.id)).sessions
  const after = async (path: string, fields: Record<string, string>) =>
    (await browser.post(path, fields)).html
  const linkForm = fieldValues((await browser.get(`${invites}/invitations`)).html)
  // No mail goes out here, so they are entered in the log as whoever sends them does; one comes back.
  const mails = await house.mails()
  for (const mail of mails) await enterInLog(house.table, mail)
  const [returned] = await house.mails('waiting')
  const bounced = { mailId: returned?.id ?? '', says: 'bounced', trouble: 'bounced-unknown' } as const
  await noteDelivery({ table: house.table, now: house.now() }, bounced)
  const waiting = `${asks}/people/${(await house.enrollment(asking, 'waiting')).id}`
  await after('/office/mails/pause', {})
  const resting = await browser.get('/office/mails')
  await after('/office/mails/resume', {})
  const draft = {
    form: 'msg_bcdfghjkmnpq',
    audience: 'all',
    'subject-de': 'Raum',
    'text-de': 'Wir sind in Raum 3.',
    'subject-tr': 'Salon',
    'text-tr': 'Salon 3’teyiz.',
    withButton: 'yes',
  }
  const messages = `${asks}/messages`
  const checkedMessage = (await browser.post(messages, draft)).location
  const sentForm = fieldValues((await browser.get(checkedMessage)).html)
  const sentMessage = await browser.post(checkedMessage.replace('/check', '/send'), sentForm)
  const otherDraft = { ...draft, form: 'msg_bcdfghjkmnpr' }
  // Attendance can be written, and a list looked at, once the session has begun.
  const now = house.now()
  house.moveTo(session?.start ?? now)
  await browser.signIn('administrator@verein.example')
  const imports = `${asks}/attendance/${session?.id}/import`
  const bring = (content: string) => {
    const body = new FormData()
    body.set('file', new File([content], 'list.csv'))
    return browser.send(imports, { method: 'POST', body, headers: { origin: 'https://lernhaus.example' } })
  }
  const brought = await bring(
    'Name (Originalname);Dauer (Minuten)\nayse Yıldız;30\nFremde;60\nayse Yıldız;lange\n',
  )
  const strange = await bring('Wer;Wann\nayse Yıldız;18:10\n')
  const checkedList = (await browser.get(brought.location)).html
  const columns = (await browser.get(strange.location)).html
  const emptyList = (await bring('')).html
  const missingColumns = await after(strange.location, { 'column-name': '0' })
  await browser.post(`${brought.location}/confirm`, {
    mark: fieldValues(checkedList.slice(checkedList.indexOf('/confirm'))).mark ?? '',
  })
  const lists = (await browser.get(imports)).html
  house.moveTo(now)
  const shown = {
    'a list of attendance that was looked through': checkedList,
    'columns of a list of attendance': columns,
    'columns that are not enough': missingColumns,
    'a list of attendance without a file': emptyList,
    'lists of attendance that were taken over': lists,
    'a message with mistakes': await after(messages, { 'text-de': 'x', audience: 'picked' }),
    'mails while sending rests': resting.html,
    'an address with mistakes': await after(`${waiting}/address`, { email: 'kaputt' }),
    'a list of addresses that was looked through': await after(`${invites}/invitations/check`, {
      addresses: 'ayse@verein.example\nkaputt@\nayse@verein.example',
      language: 'de',
    }),
    'a link to pass on': await after(`${invites}/invitations/link`, {
      ...linkForm,
      name: 'Vorstand',
      limit: '3',
    }),
    'sensitive answers': await after(`${asks}/sensitive-answers`, {}),
    'a seminar with mistakes': await after('/office/seminars/new', {
      form: 'form',
      capacity: '0',
      offerHours: '',
    }),
    'a question with mistakes': await after(`${asks}/questions/new`, { kind: 'one-of' }),
    'a date that is moved': await after(`${asks}/sessions/${session?.id}`, {
      ...fieldValues((await browser.get(`${asks}/sessions/${session?.id}`)).html),
      'session-1-start': '19:00',
      'session-1-end': '20:00',
    }),
    'a date that is called off': await after(`${asks}/sessions/${session?.id}/cancel`, {}),
    'a room with a mistake': await after(`${asks}/sessions/${session?.id}/room/switch`, {
      from: '1',
      'switch-place': 'link',
      'switch-where': 'http://unsafe',
    }),
    'a look of certificates with mistakes': await after('/office/programme/certificates', {
      design: 'frame',
      color: '#ffff00',
    }),
    'a server with mistakes': await after('/office/meeting-servers/new/jitsi', { form: 'form_c' }),
    'a date with mistakes': await after(`${asks}/sessions/new`, { 'session-1-start': '25:00' }),
    'a decision about nobody': await after(`${chooses}/decide`, { message: '', decision: 'admit' }),
  }
  const paths = [
    '/office',
    '/office/seminars/new',
    asks,
    `${asks}/edit`,
    `${asks}/certificates`,
    `${asks}/certificates/files`,
    certified,
    `${certified}/renew`,
    `${asks}/add`,
    `${asks}/words`,
    `${asks}/sessions/new`,
    `${asks}/letters`,
    `${asks}/letters/invite`,
    `${asks}/letters/invite/send?session=${session?.id}`,
    '/office/programme/letters',
    '/office/meeting-servers',
    '/office/meeting-servers/new/bigbluebutton?form=form_a',
    '/office/meeting-servers/new/jaas?form=form_b',
    '/office/meeting-servers/srv_bbb?done=refused',
    '/office/meeting-servers/new/zoom?form=form_d',
    '/office/meeting-servers/srv_zoom',
    '/office/programme/letters/reminder',
    `${asks}/sessions/${session?.id}`,
    `${asks}/sessions/${session?.id}/room`,
    `${asks}/questions`,
    `${asks}/questions/new`,
    `${asks}/questions/qst_food`,
    `${asks}/sensitive-answers`,
    `${asks}/attendance/${session?.id}`,
    `${asks}/attendance/${session?.id}/list`,
    `${asks}/attendance/${session?.id}/code`,
    `${asks}/certificates`,
    `${asks}/sessions/${session?.id}/attendance/${(await house.enrollment(asking, 'ayse')).id}`,
    `${asks}/invitations`,
    messages,
    sentMessage.location,
    (await browser.post(messages, otherDraft)).location,
    `${messages}/drafts/msg_bcdfghjkmnpr`,
    chooses,
    `${chooses}/edit`,
    `${invites}/invitations`,
    '/office/people',
    '/office/programme',
    '/office/programme/organisation',
    '/office/programme/certificates',
    '/office/programme/phases/new',
    '/office/programme/associations/org_Hagen',
    '/office/mails',
    `${asks}/mails`,
    `${asks}/mails?show=trouble`,
    `${waiting}/mails`,
    `${waiting}/address`,
    '/office/audit',
    '/office/register',
    '/office/nothing',
  ]
  const answered = async (path: string): Promise<string> => {
    const { status, location, html } = await browser.get(path)
    return status === 303 ? answered(location) : html
  }
  const pages: [string, string][] = []
  for (const path of paths) pages.push([path ?? '', await answered(path ?? '')])
  return [...pages, ...Object.entries(shown)]
}
