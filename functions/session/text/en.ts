import type { SessionWords } from './de.ts'

export const en: SessionWords = {
  greeting: (name) => `Dear ${name},`,
  rows: { seminar: 'Seminar', session: 'Session', place: 'Place', trainer: 'Trainer' },
  online: 'online',
  invite: {
    subject: (title, when) => `Your join link: ${title}, ${when}`,
    text: (title) => `“${title}” is coming up.`,
    online: 'This link takes you to the online room. It is only for you; please do not pass it on.',
    opens: (time) => `The door opens at ${time}.`,
    onsite: (address) => `We meet here: ${address}.`,
    cannotCome: 'You cannot come after all? Please cancel on your page. Then somebody else gets the seat.',
  },
  when: (date, time, isToday) => (isToday ? `today at ${time}` : `on ${date}, at ${time}`),
  reminder: {
    subject: (title, time) => `Starts at ${time}: ${title}`,
    subjectLater: (title, date) => `Starts on ${date}: ${title}`,
    text: (title, when) => `“${title}” starts ${when}.`,
    myPage:
      'Is a code shown in the session? You type it on your page. You also cancel there if you cannot come.',
  },
  joinButton: 'To the online room',
  myButton: 'My enrollment',
  check:
    'Is it your first time? Try out beforehand whether camera, microphone and sound work. It also says there how to join.',
  checkButton: 'Check your device',
}
