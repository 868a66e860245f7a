import type { EnrollText } from './enroll.ts'

/** Enrolling, in English. */
export const enrollEn: EnrollText = {
  title: 'Enroll',
  forSeminar: (title) => `Enroll: ${title}`,
  howItGoes:
    'After you send the form you get a mail with a button to confirm. Until then we hold your seat, for 24 hours at most.',
  fullNow: 'The seminar is full at the moment. With this form you join the waiting list.',
  firstName: 'First name',
  lastName: 'Last name',
  lastNameHint: 'You have only one name? Then leave this field empty.',
  email: 'E-mail address',
  emailHint: 'We send the confirmation, the join link and the certificate there.',
  association: 'Association',
  associationHint: 'If your association is not in the list, choose “Another association” and write it below.',
  choose: 'Please choose',
  other: 'Another association, or none',
  otherName: 'Name of the other association (if not in the list)',
  otherHint: 'If you belong to no association, write “none”.',
  language: 'Language of mails and certificate',
  languageHint: 'The seminar itself is held in the language named in its description.',
  languages: { de: 'German', tr: 'Turkish', en: 'English' },
  note: 'Note (optional)',
  noteHint: 'For example: you need sign language, larger print or help with the technology.',
  consentBefore: 'I have read the ',
  consentLink: 'privacy notice',
  consentAfter:
    ' and explicitly consent to my details being processed for this seminar, even where they may reveal my belief. I can withdraw this at any time.',
  consentShort: 'Consent',
  sessions: 'Which sessions do you come to?',
  sessionsHint: 'You can also choose some of the sessions. The certificate then names these.',
  applyNow:
    'For this seminar the coordinators decide who gets a seat. After sending the form you get a mail with a button to confirm, and later the decision.',
  listFirst:
    'After you send the form you get a mail with a button to confirm. At first everybody goes onto the waiting list. When and to whom the seats are given stands under “How the seats are given”.',
  sendApplication: 'Send application',
  send: 'Enroll',
  sendWaiting: 'Join the waiting list',
  back: 'Back to the seminar',
  wrongTitle: 'Please have another look',
  wrongPrefix: 'Error: ',
  trouble: {
    'first-name-missing': 'Please write your first name.',
    'name-unreadable': 'The name contains characters that cannot be read. Please type it again.',
    'name-long': 'Please shorten the name to at most 120 characters.',
    'email-missing': 'Please write your e-mail address.',
    'email-wrong': 'This address cannot receive mail. A correct one looks like: name@example.org',
    'association-missing': 'Please choose your association.',
    'other-missing': 'Please write the name of your association, or “none”.',
    'association-unreadable': 'The name of the association contains characters that cannot be read.',
    'association-long': 'Please shorten the name of the association to at most 120 characters.',
    'language-wrong': 'Please choose a language from the list.',
    'session-missing': 'Please choose at least one session.',
    'note-long': 'Please shorten the note to at most 500 characters.',
    'note-unreadable': 'The note contains characters that cannot be read.',
    'consent-missing': 'Without your consent we cannot enroll you. Please tick the box.',
  },
  stale:
    'The form was open for too long. Your details are still here, nothing was stored. Please send it again.',
  quick:
    'That was very quick. To keep out programs that fill in forms, we take it after two seconds at the earliest. What you typed is still here: please send it once more.',
  crowded: {
    title: 'Very many enrollments are coming from your connection',
    text: 'What you typed is still here. Please send the form again in an hour, or over another internet connection: you will not be enrolled twice.',
  },
  leaveEmpty: 'Please leave this field empty',
  unsure: {
    title: 'We do not know yet whether it worked',
    text: 'Look in your mail, or send the form again: you will not be enrolled twice.',
  },
  busy: {
    title: 'It does not work at this moment',
    text: 'Too many people are enrolling at once, or something is out of order on our side. Nothing was stored. Your details are still here: please send them again in a minute.',
  },
  refused: {
    unavailable: {
      title: 'It is not possible to enroll here',
      text: 'The seminar is canceled or already completed.',
    },
    'not-yet': { title: 'Enrollment is not open yet', text: 'The seminar’s page says when it opens.' },
    over: {
      title: 'Enrollment is over',
      text: 'We no longer accept enrollments for this seminar. Your details were not stored.',
    },
    full: {
      title: 'Everything is full at the moment',
      text: 'Neither a seat nor a place on the waiting list is free. Nothing was stored. That may change when somebody cancels: please look in again later.',
    },
    'association-full': {
      title: 'All seats for this association are taken',
      text: 'So that many associations can be there, this seminar has a limit per association. It has been reached. Nothing was stored. Perhaps you are enrolled already: please look in your mail.',
    },
    'too-many-mails': {
      title: 'Too much mail has gone to this address today',
      text: 'So that nobody is flooded with mail, we wait until tomorrow. Look in your inbox and in the spam folder: the confirmation may already be there.',
    },
    'invitation-used': {
      title: 'This invitation has been used already',
      text: 'Have you enrolled already? Then the link to your page is in the mail that you got after enrolling. Otherwise please ask whoever invited you.',
    },
    'invitation-closed': {
      title: 'This invitation is not valid at the moment',
      text: 'It has expired or was closed. Please ask whoever invited you.',
    },
  },
  invitedOnly: {
    title: 'This seminar is for invited people',
    lead: 'It is good to see you here. Enrolling in this seminar takes an invitation.',
    invited:
      'You are invited? Then please open the link in your invitation once more, all of it: mail programs sometimes cut off the end.',
    enrolled:
      'You have enrolled already? Then everything is on your page. The link to it is in every mail about your enrollment.',
  },
  done: {
    title: 'Please look in your mail now',
    seat: (until) =>
      `A seat is held for you until ${until}. Open the mail and confirm with the button in it. Only then are you enrolled.`,
    waiting: (place) => `The seminar is full. The waiting list now reaches to place ${place}.`,
    onTheList: 'You go onto the waiting list.',
    applied: (until) =>
      `We have your application. Please confirm your address by ${until} with the button in the mail. Then the coordinators look at it.`,
    ownPlace: (until) => `Your own place is in the mail. Please confirm it by ${until}.`,
    mailTo: (address) => `The mail goes to ${address}.`,
    noMail:
      'No mail after ten minutes? Look in the spam folder, or fill in the form again: perhaps the address had a typo. You will not be enrolled twice.',
  },
}
