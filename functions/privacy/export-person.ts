import { listEveryNoticeOf } from '../attendance/attendance.table.ts'
import type { Notice } from '../attendance/attendance.ts'
import { certificateHoldShelf } from '../certificate/certificate.table.ts'
import type { Certificate } from '../certificate/certificate.ts'
import { listCertificatesOf } from '../certificate/traces.ts'
import { trainersWordShelf, type Word } from '../certificate/trainers-word.table.ts'
import type { Answer } from '../enrollment/answers/answers.ts'
import { readAnswersOf } from '../enrollment/answers/change-answers.ts'
import type { EnrollmentName } from '../enrollment/enrollment.table.ts'
import { type Enrollment, isProven } from '../enrollment/enrollment.ts'
import { listFeeds } from '../enrollment/link/calendar-feed.ts'
import { mailboxKey } from '../enrollment/link/mailbox.table.ts'
import type { Texts } from '../kernel/language.ts'
import type { ReadingTable, Stored } from '../kernel/table.ts'
import type { Instant } from '../kernel/time.ts'
import { isEmptied } from '../mail/empty-mail.ts'
import { listMailsTo } from '../mail/mail.table.ts'
import type { Mail } from '../mail/mail.ts'
import { hasChoices, type Question, readQuestions } from '../seminar/questions.ts'
import type { Seminar } from '../seminar/seminar.ts'
import { findInvitations } from './erase-invitations.ts'
import { type Entry, findEverywhere } from './find-person.ts'
import { findMessagesTo } from './messages-to.ts'

/** Everything that the house has stored on one person, in words that other programs can read (Art. 15, 20 GDPR). */
export type PersonData = {
  format: 'lernhaus-my-data-1'
  writtenAt: Instant
  address: string
  enrollments: EnrollmentData[]
  /** Seminars to which this address was invited, and when it was written to. */
  invitations: { seminarId: string; madeAt: Instant; letters: Instant[]; usedAt: Instant | null }[]
  /** Links to a calendar with all seminars; where they lead is a secret. */
  calendarFeeds: { madeAt: Instant }[]
  /** Mails that belong to no single enrollment. */
  mails: MailData[]
}

/** A notice as the person may see it: which colleague wrote minutes down is that colleague's matter. */
export type ToldNotice = Notice extends infer Each
  ? Each extends Notice
    ? Omit<Each, 'id' | 'by'>
    : never
  : never

/** One enrollment, and everything that followed from it. */
export type EnrollmentData = {
  seminar: Pick<Seminar, 'id' | 'title' | 'zone'> & {
    sessions: Pick<Seminar['sessions'][number], 'start' | 'end'>[]
  }
  person: Pick<
    Enrollment,
    'state' | 'number' | 'language' | 'enrolledAt' | 'confirmedAt' | 'notice' | 'invited' | 'reminded'
  > &
    Partial<Pick<Enrollment, 'firstName' | 'lastName' | 'association' | 'associationId' | 'note'>> & {
      /** How the office knows that they were there, where it has entered them. */
      added?: { source: string; at: Instant }
    }
  /** What was asked and answered, also what is sensitive. */
  answers: AnswerData[]
  attendance: { sessionStart: Instant; notices: ToldNotice[] }[]
  /** All that were given, the oldest first. */
  certificates: CertificateData[]
  /** Whether the person shall get a certificate, as staff said it; who of them is that colleague's matter. */
  trainersWord: { word: Word; at: Instant } | null
  /** Letters of the name that the certificate's fonts lack; empty where none are missing. */
  lettersMissing: string
  mails: MailData[]
  /** When coordinators wrote to a group in which this person was. */
  messagesSentAt: Instant[]
}

/** What a certificate says, and since when it holds no longer. */
export type CertificateData = {
  certificate: Certificate
  /** SHA-256 of each PDF of it that was mailed. */
  files: string[]
  revoked: { at: Instant; reason: string } | null
  replacedAt: Instant | null
  /** The same for machines, as it was signed; null on certificates from before there were any. */
  credential: { openBadge: unknown; jwt: string } | null
}

/** A question as it was asked, and the answer; what was chosen in the words of the choices. */
export type AnswerData = { question: Texts; answer: string | number | boolean | Texts[] }

export type MailData = Pick<Mail, 'cause' | 'state' | 'queuedAt'> & { subject: string; text: string[] }

/** Collects it. What was typed with an address that nobody has confirmed may be a stranger's, so it is left out. */
export async function exportPerson(
  { table, now }: { table: ReadingTable; now: Instant },
  address: string,
): Promise<PersonData> {
  const mailbox = address.toLowerCase()
  const entries = await findEverywhere(table, mailbox)
  const living = entries.filter(({ stored }) => stored.facts.email !== '')
  return {
    format: 'lernhaus-my-data-1',
    writtenAt: now,
    address,
    enrollments: await Promise.all(living.map((entry) => exportEnrollment({ table, now }, entry))),
    invitations: (await findInvitations(table, mailbox))
      .filter(({ facts }) => facts.email !== '')
      .map(({ facts: { seminarId, madeAt, letters, usedAt } }) => ({ seminarId, madeAt, letters, usedAt })),
    calendarFeeds: (await listFeeds(table, await mailboxKey(mailbox))).map(({ madeAt }) => ({ madeAt })),
    mails: (await listMailsTo(table, await mailboxKey(mailbox))).filter(isFull).map(mailData),
  }
}

const isFull = (stored: Stored<Mail>): boolean => !isEmptied(stored)

const mailData = ({ facts }: Stored<Mail>): MailData => ({
  cause: facts.cause,
  state: facts.state,
  queuedAt: facts.queuedAt,
  subject: facts.letter.subject,
  text: facts.letter.blocks.flatMap((block) => {
    if (block.is === 'facts') return block.rows.map((row) => row.join(': '))
    // Where buttons lead is a secret that a file should not carry about.
    return block.is === 'button' ? [] : [block.text]
  }),
})

async function exportEnrollment(
  { table, now }: { table: ReadingTable; now: Instant },
  { stored, seminar }: Entry,
): Promise<EnrollmentData> {
  const { facts } = stored
  const name = { seminarId: facts.seminarId, enrollmentId: facts.id }
  const hold = await certificateHoldShelf.read(table, name)
  const word = await trainersWordShelf.read(table, name)
  return {
    seminar: {
      id: seminar.id,
      title: seminar.title,
      zone: seminar.zone,
      sessions: seminar.sessions.map(({ start, end }) => ({ start, end })),
    },
    person: personOf(facts),
    answers: isProven(facts) ? await exportAnswers(table, name) : [],
    attendance: await Promise.all(
      seminar.sessions.map(async ({ id, start }) => ({
        sessionStart: start,
        notices: (await listEveryNoticeOf(table, id, facts.id)).map(withoutColleague),
      })),
    ),
    certificates: (await listCertificatesOf(table, name)).map(
      ({ certificate, files, revocation, replacement, credential }): CertificateData => ({
        ...{ certificate, files },
        revoked: revocation ? { at: revocation.at, reason: revocation.reason } : null,
        replacedAt: replacement?.at ?? null,
        credential: credential ? { openBadge: JSON.parse(credential.json), jwt: credential.jwt } : null,
      }),
    ),
    trainersWord: word ? { word: word.facts.word, at: word.facts.at } : null,
    lettersMissing: hold?.facts.letters ?? '',
    mails: (await listMailsTo(table, facts.id)).filter(isFull).map(mailData),
    messagesSentAt: await findMessagesTo(table, name, now),
  }
}

function personOf(facts: Enrollment): EnrollmentData['person'] {
  const { state, number, language, enrolledAt, confirmedAt, notice, invited, reminded } = facts
  const { firstName, lastName, association, associationId, note } = facts
  return {
    ...{ state, number, language, enrolledAt, confirmedAt, notice, invited, reminded },
    ...(isProven(facts) && { firstName, lastName, association, associationId, note }),
    ...(facts.addedByHand &&
      isProven(facts) && { added: { source: facts.addedByHand.source, at: facts.addedByHand.at } }),
  }
}

function withoutColleague(notice: Notice): ToldNotice {
  switch (notice.kind) {
    case 'joined':
    case 'left': {
      const { kind, at, device, source = 'room' } = notice
      return { kind, at, device, source }
    }
    case 'present': {
      const { kind, from, to, device, source = 'room' } = notice
      return { kind, from, to, device, source }
    }
    case 'counted': {
      const { kind, at, minutes, source = 'room' } = notice
      return { kind, at, minutes, source }
    }
    case 'clicked':
      return { kind: notice.kind, at: notice.at }
    case 'by-hand':
    case 'settled':
      return { kind: notice.kind, at: notice.at, minutes: notice.minutes }
  }
}

/** A question that is gone has no words any more; its answer is about to be deleted. */
async function exportAnswers(table: ReadingTable, name: EnrollmentName): Promise<AnswerData[]> {
  const [{ questions }, answers] = await Promise.all([
    readQuestions(table, name.seminarId),
    readAnswersOf(table, name),
  ])
  return questions.flatMap((question) => {
    const answer = answers[question.id]
    return answer === undefined
      ? []
      : [{ question: question.wording, answer: answerInWords(question, answer) }]
  })
}

function answerInWords({ kind, choices }: Question, answer: Answer): AnswerData['answer'] {
  if (!hasChoices(kind) || !(typeof answer === 'string' || Array.isArray(answer)))
    return Array.isArray(answer) ? answer.join(', ') : answer
  const chosen = [answer].flat()
  return choices.filter(({ id }) => chosen.includes(id)).map(({ label }) => label)
}
