import { Hono } from 'hono'
import { languages } from '../../../functions/kernel/language.ts'
import type { Stored } from '../../../functions/kernel/table.ts'
import { countMessage } from '../../../functions/message/count-message.ts'
import { findRecipients, readCrowd } from '../../../functions/message/find-recipients.ts'
import { isSent, keepDraft } from '../../../functions/message/keep-draft.ts'
import {
  listMessages,
  messageDraftShelf,
  peopleMark,
  readDraft,
} from '../../../functions/message/message.table.ts'
import { type MessageDraft, mostFileBytes } from '../../../functions/message/message.ts'
import { sendMessage } from '../../../functions/message/send-message.ts'
import { testMessage } from '../../../functions/message/test-message.ts'
import { readAcknowledgement } from '../../../functions/programme/acknowledgement.ts'
import type { Seminar } from '../../../functions/seminar/seminar.ts'
import { leftLanguage } from '../../parts/language-switch.tsx'
import { readForm } from '../../parts/read-form.ts'
import { messagesText } from '../../text/messages.ts'
import type { Values } from '../field-reader.ts'
import { findSeminar } from '../find-seminar.ts'
import { readFiles } from '../read-files.ts'
import { goTo, notFound, noting, type OfficeContext, type OfficeEnv, only, type Visit } from '../visit.ts'
import { type CheckedMessage, CheckedMessagePage } from './checked-message-page.tsx'
import { sortFiles } from './message-files.ts'
import type { MessageFormState } from './message-form.tsx'
import { keepField, readMessageValues } from './message-values.ts'
import { MessagesPage } from './messages-page.tsx'
import { draftPath, messagesPath } from './messages-path.ts'
import { SentMessagePage } from './sent-message-page.tsx'

/** More than may be attached, so that what is somewhat too large is refused in words and nothing typed is lost. */
export const messageBytes = 2 * mostFileBytes
/** Where forms with attachments are sent to. */
export const takesFiles = (path: string): boolean => /\/messages$/.test(path)
/** A box for each person, and the few other fields. */
const mostKeys = 5_100

/** Writing to the people of a seminar, and what became of it. */
export function messagesDoor(): Hono<OfficeEnv> {
  const door = new Hono<OfficeEnv>()
  const path = '/office/seminars/:id/messages'
  door.use(path, only('send-invites'))
  door.use(`${path}/*`, only('send-invites'))
  door.get(path, (c) => withSeminar(c, (seminar) => show(c, seminar, freshForm(c.get('visit')))))
  door.post(path, (c) => withSeminar(c, (seminar) => keep(c, seminar)))
  door.get(`${path}/drafts/:draft`, (c) => withDraft(c, (seminar, draft) => edit(c, seminar, draft)))
  door.get(`${path}/drafts/:draft/check`, (c) => withDraft(c, (seminar, draft) => check(c, seminar, draft)))
  door.post(`${path}/drafts/:draft/test`, (c) => withDraft(c, (seminar, draft) => test(c, seminar, draft)))
  door.post(`${path}/drafts/:draft/send`, (c) => withDraft(c, (seminar, draft) => send(c, seminar, draft)))
  door.get(`${path}/:message`, (c) => withSeminar(c, (seminar) => showSent(c, seminar)))
  return door
}

type Answer = Response | Promise<Response>
type Draft = Stored<MessageDraft>

async function withSeminar(c: OfficeContext, then: (seminar: Seminar) => Answer): Promise<Response> {
  const stored = await findSeminar(c.get('visit'), c.req.param('id') ?? '')
  return stored ? then(stored.facts) : notFound(c)
}

/** A draft that was sent leads to what became of it; one that is gone to a fresh form. */
const withDraft = (c: OfficeContext, then: (seminar: Seminar, draft: Draft) => Answer): Promise<Response> =>
  withSeminar(c, async (seminar) => {
    const { world, now, setting } = c.get('visit')
    const name = { seminarId: seminar.id, messageId: c.req.param('draft') ?? '' }
    if (await isSent(world, name)) return goTo(c, messagesPath(seminar.id, `/${name.messageId}`), 'sent')
    const draft = await readDraft(world.table, name, now)
    if (draft) return then(seminar, draft)
    const refusal = messagesText[setting.language].gone
    return show(c, seminar, freshForm(c.get('visit')), { refusal, status: 404 })
  })

const freshForm = ({ world }: Visit): MessageFormState => ({
  messageId: world.newId('msg'),
  values: new Map(),
  errors: {},
  files: [],
})

async function show(
  c: OfficeContext,
  seminar: Seminar,
  form: MessageFormState,
  answer: { refusal?: string; status?: 200 | 404 | 422 } = {},
): Promise<Response> {
  const visit = c.get('visit')
  const { table } = visit.world
  const [crowd, messages] = await Promise.all([
    readCrowd(table, seminar, visit.now),
    listMessages(table, seminar.id, visit.now),
  ])
  const sent = messages.map(({ facts }) => facts)
  return c.html(
    <MessagesPage visit={visit} crowd={crowd} sent={sent} form={form} refusal={answer.refusal} />,
    answer.status ?? 200,
  )
}

/**
 * Keeps what was typed and attached, whatever is wrong with it; then shows it as it would go out, or the form again
 * with what is wrong.
 */
async function keep(c: OfficeContext, seminar: Seminar): Promise<Response> {
  const visit = c.get('visit')
  const { world, now, setting } = visit
  const filled = await readFiles(c, { bytes: messageBytes, keys: mostKeys, field: 'files' })
  if (filled instanceof Response) return filled
  const values = withPlainBreaks(filled.values)
  const name = { seminarId: seminar.id, messageId: await formId(visit, seminar, values) }
  const before = await messageDraftShelf.read(world.table, name)
  const kept = (before?.facts.files ?? []).filter(({ id }) => values.has(keepField(id)))
  const { fresh, trouble } = sortFiles(filled.files, kept, setting.language)
  const draft = await keepDraft(
    { table: world.table, now, newSecret: world.newSecret },
    { ...name, typed: typedIn(values), keep: kept.map(({ id }) => id), fresh },
  )
  if (values.has(leftLanguage)) return goTo(c, draftPath(seminar.id, name.messageId))
  const { errors } = readMessageValues(values, { seminar, now, language: setting.language })
  const all = { ...errors, ...(trouble && { files: trouble }) }
  if (Object.keys(all).length === 0) return goTo(c, draftPath(seminar.id, name.messageId, '/check'))
  const form = { messageId: name.messageId, values, errors: all, files: draft.facts.files }
  return show(c, seminar, form, { status: 422 })
}

/** Browsers send a line break as two characters, of which a reader sees one. */
const withPlainBreaks = (values: Values): Values =>
  new Map([...values].map(([name, value]) => [name, value.replaceAll('\r\n', '\n')]))

/** What is typed into a form that has been sent already is another message. */
async function formId({ world }: Visit, seminar: Seminar, values: Values): Promise<string> {
  const messageId = values.get('form') ?? ''
  const isOurs = /^msg_[a-z0-9]{12}$/.test(messageId)
  return isOurs && !(await isSent(world, { seminarId: seminar.id, messageId }))
    ? messageId
    : world.newId('msg')
}

/** More is no message; what is stored must fit into one thing of the table. */
const longestKept = 10_000
const fieldNames = [
  'audience',
  'withButton',
  ...languages.flatMap((one) => [`subject-${one}`, `text-${one}`]),
]

const typedIn = (values: Values): Record<string, string> =>
  Object.fromEntries(
    [...values]
      .filter(([name]) => fieldNames.includes(name) || /^person-[\w-]{16}$/.test(name))
      .map(([name, value]) => [name, value.slice(0, longestKept)]),
  )

const formOf = ({ facts }: Draft): MessageFormState => ({
  messageId: facts.id,
  values: new Map(Object.entries(facts.typed)),
  errors: {},
  files: facts.files,
})

const edit = (c: OfficeContext, seminar: Seminar, draft: Draft): Answer => show(c, seminar, formOf(draft))

/** The draft as it would go out now; or the form, where it has become wrong since it was kept. */
async function look(c: OfficeContext, seminar: Seminar, draft: Draft): Promise<CheckedMessage | Response> {
  const { world, now, setting } = c.get('visit')
  const form = formOf(draft)
  const { wish, errors } = readMessageValues(form.values, { seminar, now, language: setting.language })
  if (!wish) return show(c, seminar, { ...form, errors }, { status: 422 })
  const found = findRecipients(await readCrowd(world.table, seminar, now), wish.audience, wish.picked)
  const sentence = (language: (typeof languages)[number]) =>
    readAcknowledgement(world.table, seminar.phaseId, language)
  const [de, tr, en] = await Promise.all([sentence('de'), sentence('tr'), sentence('en')])
  return {
    seminar,
    messageId: draft.facts.id,
    version: draft.version,
    mark: await peopleMark(found.recipients.map(({ id }) => id)),
    wish,
    files: draft.facts.files,
    found,
    acknowledgements: { de, tr, en },
  }
}

async function check(
  c: OfficeContext,
  seminar: Seminar,
  draft: Draft,
  refused?: { refusal: string },
): Promise<Response> {
  const checked = await look(c, seminar, draft)
  if (checked instanceof Response) return checked
  return c.html(
    <CheckedMessagePage
      visit={c.get('visit')}
      checked={checked}
      refusal={refused?.refusal}
      done={c.req.query('done')}
    />,
    refused ? 409 : 200,
  )
}

async function test(c: OfficeContext, seminar: Seminar, draft: Draft): Promise<Response> {
  const { world, now, member } = c.get('visit')
  const checked = await look(c, seminar, draft)
  if (checked instanceof Response) return checked
  const { messageId, version, files, wish } = checked
  await testMessage(
    { table: world.table, now, origin: world.origin },
    {
      seminar,
      messageId,
      version,
      texts: wish.texts,
      files,
      withButton: wish.withButton,
      to: { name: member.name, address: member.email },
    },
  )
  return goTo(c, draftPath(seminar.id, messageId, '/check'), 'tested')
}

/** Sends what the check page showed, to those whom it showed. */
async function send(c: OfficeContext, seminar: Seminar, draft: Draft): Promise<Response> {
  const visit = c.get('visit')
  const values = await readForm(c)
  if (values instanceof Response) return values
  const checked = await look(c, seminar, draft)
  if (checked instanceof Response) return checked
  const { messageId, wish } = checked
  const world = noting(visit, { deed: 'send-message', seminarId: seminar.id, about: messageId })
  const sent = await sendMessage(world, {
    seminarId: seminar.id,
    messageId,
    version: values.get('version') ?? '',
    mark: values.get('mark') ?? '',
    ...wish,
    by: visit.member.name,
  })
  if (sent.ok) return goTo(c, messagesPath(seminar.id, `/${messageId}`), 'sent')
  return check(c, seminar, draft, {
    refusal: messagesText[visit.setting.language].refusals[sent.refusal.code],
  })
}

async function showSent(c: OfficeContext, seminar: Seminar): Promise<Response> {
  const visit = c.get('visit')
  const { table } = visit.world
  const messages = await listMessages(table, seminar.id, visit.now)
  const message = messages.find(({ facts }) => facts.id === c.req.param('message'))?.facts
  if (!message) return notFound(c)
  const [fates, crowd] = await Promise.all([
    countMessage(table, message),
    readCrowd(table, seminar, visit.now),
  ])
  return c.html(
    <SentMessagePage
      visit={visit}
      seminar={seminar}
      message={message}
      fates={fates}
      people={crowd.people}
      done={c.req.query('done')}
    />,
  )
}
