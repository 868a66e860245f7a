import type { MessagesText } from './messages.de.ts'

/** The words of writing to the people of a seminar, in English. */
export const messagesEn: MessagesText = {
  title: 'Messages',
  toPage: 'Message to participants',
  explained: 'Write to the people of this seminar here. Each person gets a mail of their own.',
  sent: 'Sent so far',
  none: 'No message has been sent yet.',
  forgotten: 'Messages and attachments are deleted after 100 days.',
  subject: 'Subject',
  when: 'When',
  by: 'From',
  to: 'To',
  count: { waiting: 'On its way', arrived: 'Sent', failed: 'Did not arrive', leftOut: 'Left out' },
  showCount: 'Show how it stands',
  write: 'New message',
  change: 'Change the message',
  audience: 'To whom?',
  groups: {
    all: 'Everybody who is enrolled',
    seat: 'Who has a seat',
    confirmed: 'Who has confirmed the address',
    unconfirmed: 'Who has not confirmed the address yet',
    waiting: 'Waiting list',
    applied: 'Who has applied and has no decision yet',
    cancelled: 'Whose enrollment is canceled, also because the seminar was called off',
    reached: 'Who has enough minutes for the certificate',
    'not-reached': 'Who does not have enough minutes for the certificate',
    picked: 'Single people',
  },
  came: (when) => `Who was there on ${when}`,
  missed: (when) => `Who had a seat and was not there on ${when}`,
  people: (n) => (n === 1 ? '1 person' : `${n} people`),
  pick: 'Choose people',
  pickHint: 'This counts only if you choose “Single people” above.',
  languages: 'Text',
  languagesHint:
    'Write in one language or in several. Whoever chose another language gets the German text; if there is none, the English one, otherwise the Turkish one.',
  greetingHint: 'We put the greeting with the name before it, and the name of the seminar below.',
  inLanguage: { de: 'in German', tr: 'in Turkish', en: 'in English' },
  subjectIn: (language) => `Subject ${language}`,
  textIn: (language) => `Text ${language}`,
  files: 'Attachments',
  filesHint: 'At most 5 files, 2 MB together: PDF, images, office files, calendar, text.',
  keptFiles: 'Attached already',
  keptHint: 'Clear the box of a file that should not be sent.',
  withButton: 'With a button to the person’s own enrollment',
  withButtonHint: 'There each person can see and change their enrollment, and cancel.',
  check: 'Check …',
  checkHint: 'Nothing is sent yet. First you see who gets what.',
  troubles: {
    audience: 'Please choose to whom the message goes.',
    nobodyPicked: 'Please choose at least one person.',
    noText: 'Please write subject and text in at least one language.',
    tooManyFiles: (name) => `“${name}” is not attached: there can be no more than 5 files.`,
    tooLarge: (name) =>
      `“${name}” is not attached: together it would be more than 2 MB. Make the file smaller or leave something out.`,
    files: {
      empty: (name) => `“${name}” is empty.`,
      type: (name) =>
        `“${name}” cannot be attached. You can attach PDF, images (PNG, JPG, GIF, WebP), office files (DOCX, XLSX, PPTX, ODT, ODS, ODP), calendar (ICS), and text (TXT).`,
      content: (name) =>
        `“${name}” does not contain what its name says. Please save the file again, best as PDF.`,
      macros: (name) =>
        `“${name}” contains a program (macros). Please save the file without macros or as PDF.`,
    },
  },
  gone: 'This draft is gone. We delete drafts after a day.',
  checked: {
    title: 'Check the message',
    nothingYet: 'Nothing has been sent so far.',
    whoGetsWhat: 'Who gets what',
    language: 'Text',
    recipients: 'People',
    others: 'of these with another language',
    preview: (language) => `How it reads ${language}`,
    name: '[Name]',
    button: (label) => `Button: ${label}`,
    noFiles: 'No attachments.',
    leftOut: 'Who gets nothing',
    everybody: 'Nobody is left out.',
    erased: (n) =>
      n === 1
        ? 'Of 1 person we have no address any more: never confirmed, or data erased.'
        : `Of ${n} people we have no address any more: never confirmed, or data erased.`,
    gone: (n) => (n === 1 ? '1 person is not enrolled any more.' : `${n} people are not enrolled any more.`),
    unproven: (n) =>
      n === 1
        ? '1 person never confirmed their address. It may be a stranger’s.'
        : `${n} people never confirmed their address. The addresses may be strangers’.`,
    unconfirmed: (n) =>
      `${n === 1 ? '1 address is' : `${n} addresses are`} not confirmed yet. There the greeting has no name. If such an address already got several mails today, this one comes tomorrow.`,
    send: (n) => (n === 1 ? 'Send to 1 person' : `Send to ${n} people`),
    test: 'Send a test to me',
    testHint: (address) =>
      `The test goes only to ${address}, once in each language. Its button leads to the first page.`,
    back: 'Go back and change',
  },
  one: {
    title: (subject) => `Message: ${subject}`,
    running: 'The message is going out now. This can take some minutes.',
    reload: 'Show the latest state',
    sentTo: (audience, n) => `${audience} (${n === 1 ? '1 person' : `${n} people`})`,
    people: 'People',
    person: 'Person',
    state: 'State',
    leftOut: 'Left out are those who canceled or had their data erased before the mail went out.',
    text: 'Text',
    erased: 'erased',
  },
  fates: { waiting: 'on its way', arrived: 'sent', failed: 'did not arrive', 'left-out': 'not sent' },
  refusals: {
    'draft-gone': 'This draft is older than a day. It was deleted. Nothing was sent.',
    'files-gone': 'An attachment is gone. Please choose it again. Nothing was sent.',
    'changed-meanwhile': 'The message has been changed meanwhile. Here it is as it stands now.',
    'people-changed': 'The group has changed meanwhile. Here it is as it stands now. Please check once more.',
    nobody: 'In this group there is nobody to whom we can write.',
    'too-many': 'These are more than 5,000 people. Please choose a smaller group.',
  },
  done: {
    sent: 'The message is going out now.',
    tested: 'The test is on its way to you. Nothing was sent to others.',
  },
}
