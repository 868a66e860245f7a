import type { PrivacyText } from './privacy.ts'

/** The privacy notice, in English. */
export const privacyEn: PrivacyText = {
  title: 'Privacy notice',
  lead: 'We only ask what we need for the seminars, and we never show your details in public. This page says what we store, what for, for how long, and which rights you have (Art. 13 GDPR).',
  version: (version) => `Version ${version}`,
  contact: (address) => `Questions about privacy: ${address}`,
  sections: {
    controller: {
      heading: 'Who is responsible',
      text: ['Responsible for the processing of your data is:'],
    },
    what: {
      heading: 'What we store',
      text: [
        [
          'when you enroll: first and last name, e-mail address, your association, your language and, if you write one, your note,',
          'your answers to the questions that a seminar asks in its form; what for and how long is said with each question. Specially protected answers, for example about access needs, lie apart and only coordinators can open them,',
          'with it the time of enrollment, confirmation or cancellation, your number in the line, and the version of this notice,',
          'in the sessions: when you came and left or which code you typed, and from that the minutes you were present,',
          'afterwards: your certificate of attendance with what is printed on it, the checksum of the PDF file, in some seminars the yes or no to it, and if it was revoked, when and why,',
          'if you ask for a subscription link for your calendar: a fingerprint of the link and when it was made, until you end it,',
          'the mails that we send you, and whether they arrived.',
        ],
      ],
    },
    why: {
      heading: 'What for, and on which basis',
      text: [
        [
          'to hold the seminar with you: seat, invite, reminder, certificate (Art. 6 (1) (b) GDPR),',
          'to prove to the funder that the seminar took place and who was there (Art. 6 (1) (c) and (f) GDPR; our interest is to account properly for the grant),',
          'so that others can check that your certificate is genuine when you give them its number (Art. 6 (1) (f) GDPR).',
        ],
      ],
    },
    belief: {
      heading: 'Details that may reveal your belief',
      text: [
        'Merely enrolling at a religious community may point to a belief. Such data is specially protected. We process it only because you explicitly consent by ticking the box in the enrollment form (Art. 9 (2) (a) GDPR).',
        'You can withdraw your consent for the future at any time: by canceling on your personal page, or by a message to us. What happened until then remains lawful.',
      ],
    },
    who: {
      heading: 'Who sees your details',
      text: [
        [
          'the coordinators of our association,',
          'the trainer of your seminar: the names of the participants,',
          'in online sessions the other participants: the name under which you appear there,',
          'the funder, if it asks for an attendance list: name, association, place and attendance,',
          'whoever has the number of your certificate: what is printed on the certificate.',
        ],
        'We sell nothing and pass nothing on for advertising.',
      ],
    },
    meetings: {
      heading: 'Online sessions on a meeting server',
      text: [
        'An online session takes place in our own seminar room or on a meeting server: one with BigBlueButton, one with Jitsi, at 8x8 (Jitsi as a service) or at Zoom. When we ask, or by itself, the server tells us when somebody came and left; Jitsi and 8x8 do not tell.',
        [
          'The server learns something about you from us only when you enter the session: your name, and an identifier that only we can connect with you.',
          'It does not get your e-mail address. Zoom asks for one; there stands an invented address that no mail reaches.',
          'Like every page on the internet, the server sees your IP address, and it carries what you say, show and write.',
          'Zoom Communications, Inc. and 8x8, Inc. are based in the USA. Data goes there only under the adequacy decision (Art. 45 GDPR) or standard contractual clauses (Art. 46 GDPR).',
          'Where a session leads to another address, we send nothing there. That provider’s privacy notice applies.',
          'Where we take attendance from a provider’s file, we delete the file afterwards, within 24 hours at most. We do not keep the names of people who do not belong to the seminar.',
        ],
      ],
    },
    where: {
      heading: 'Where the data is kept',
      text: [
        'To run the system and to send mails we use Amazon Web Services EMEA SARL (Luxembourg) as processor (Art. 28 GDPR). The data is stored encrypted in a data center in the European Union. Should access from the USA be necessary in an exceptional case, the adequacy decision of the EU Commission applies (EU-US Data Privacy Framework, Art. 45 GDPR).',
      ],
    },
    howLong: {
      heading: 'For how long',
      text: [
        [
          'An enrollment that you do not confirm expires after 24 hours.',
          'We delete answers to the questions of a seminar on the day that stands with the question, specially protected ones right after the last session. If you cancel, we delete all of them at once.',
          'What you say for the statistics we store without any link to you from the start, only as totals.',
          'We delete mails in our outbox after 90 days.',
          'We delete coordinators’ messages, their attachments, and the list of whom they went to after 100 days.',
          'We keep enrollment and attendance of funded seminars as long as the funder asks for evidence: as a rule five years after the proof of use was handed in. For other seminars we delete them when they are no longer needed. If you ask us to delete them before that, only a place and its minutes remain, without name, address or association.',
          'The certificate stays stored so that it can be verified, until you ask us to delete it.',
        ],
      ],
    },
    visit: {
      heading: 'When you visit these pages',
      text: [
        'For participants we set no cookies, count no visits and load nothing from other sites. To send you the page, our provider briefly processes your IP address (Art. 6 (1) (f) GDPR). Our own logs contain no names, no e-mail addresses and no personal links.',
        'When you send an enrollment form, we count for an hour how many come from your connection, to prevent abuse. For this we keep your IP address only as an encrypted trace, and forget it after a day (Art. 6 (1) (f) GDPR).',
        'In the same way we count how many certificates are verified from your connection in a minute. If you compare a PDF file there, it stays on your device.',
      ],
    },
    rights: {
      heading: 'Your rights',
      text: [
        'You may ask at any time and free of charge for: access to your data (Art. 15), correction (Art. 16), erasure (Art. 17), restriction of processing (Art. 18), and your data in a common format (Art. 20 GDPR).',
        'You get information, file and erasure at once and without a letter: on your personal page under “See, download or erase my data”. After erasure only figures without a name are left (seats and minutes).',
        'Where we rely on a legitimate interest, you may object on grounds relating to your particular situation (Art. 21 GDPR). An informal message is enough.',
      ],
    },
    complaint: {
      heading: 'Complaint',
      text: [
        'You may complain to a data protection authority (Art. 77 GDPR), for example the one where you live or the one responsible for our seat.',
      ],
    },
    must: {
      heading: 'Do you have to tell us anything?',
      text: [
        'No law obliges you to. Without name, e-mail address and association, however, we cannot enroll you. The note is voluntary; please write nothing there that we need not know.',
      ],
    },
    automatic: {
      heading: 'What happens automatically',
      text: [
        'Seats are given in the order of enrollment. The certificate is made when your minutes reach the limit that is stated on the seminar’s page. No profile is made of you. If something is wrong, write to us: then a human looks into it.',
      ],
    },
  },
}
