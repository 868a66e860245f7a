import type { EnrollmentWords } from './de.ts'

export const en: EnrollmentWords = {
  greeting: 'Hello,',
  greetingByName: (name) => `Dear ${name},`,
  rows: { seminar: 'Seminar', session: 'Session', place: 'Place', trainer: 'Trainer' },
  online: 'online',
  confirm: {
    subject: (title) => `Please confirm: ${title}`,
    why: (title) => `An enrollment for “${title}” was sent with this address.`,
    seat: (until) => `A seat is held for you until ${until}. Please confirm by then.`,
    waiting: (position, until) =>
      `The seminar is full. You are on the waiting list, number ${position} or further up. When a seat becomes free, you move up automatically. Please confirm by ${until}, otherwise your entry expires.`,
    button: 'See and confirm my enrollment',
    stranger: 'You did not enroll? Then do nothing. The entry is deleted automatically.',
  },
  already: {
    subject: (title) => `You are already enrolled: ${title}`,
    why: (title) =>
      `Another enrollment for “${title}” was sent with this address. You already have an entry; no second one was made.`,
    seat: 'You have a seat.',
    waiting: (position) => `You are on the waiting list, number ${position} or further up.`,
    unconfirmed: (until) => `Your address is not confirmed yet. Please confirm by ${until}.`,
    button: 'See my enrollment',
  },
  confirmed: {
    subject: (title) => `Enrolled: ${title}`,
    seat: (title) => `Your enrollment for “${title}” is confirmed. You have a seat.`,
    calendar: 'The dates are attached as a calendar file.',
    link: 'We send you the join link for the online sessions 24 hours before the start.',
    button: 'My enrollment',
    cannotCome:
      'You cannot come after all? You can cancel on your page. Your seat then goes to the next person.',
  },
  confirmedWaiting: {
    subject: (title) => `On the waiting list: ${title}`,
    text: (title, position) =>
      `Your address is confirmed. You are on the waiting list for “${title}”, number ${position} or further up.`,
    rule: 'Seats are passed on in the order of enrollment. When one becomes free, you move up automatically and we write to you.',
  },
  promoted: {
    subject: (title) => `You have a seat: ${title}`,
    text: (title) =>
      `A seat has become free. You have moved up from the waiting list and now have a seat in “${title}”.`,
    unconfirmedSubject: (title) => `A seat is free, please confirm: ${title}`,
    unconfirmed: (until) => `Please still confirm your address by ${until}, otherwise the seat is passed on.`,
  },
  cancelled: {
    subject: (title) => `Canceled: ${title}`,
    text: (title) =>
      `Your enrollment for “${title}” is canceled. The attached calendar file removes the dates.`,
    again: 'You would like to take part after all? Then simply enroll again.',
    button: 'To the seminar',
  },
  moved: {
    subject: (title) => `Date changed: ${title}`,
    text: (title) => `Something has changed about “${title}”. This is how it is now:`,
    calendar: 'The attached calendar file brings your calendar up to date. Your join link stays valid.',
    cannotCome: 'The new date does not suit you? You can cancel on your page.',
  },
  seminarCancelled: {
    subject: (title) => `Does not take place: ${title}`,
    text: (title) =>
      `We are sorry: the seminar “${title}” does not take place. You do not have to do anything. The attached calendar file removes the dates.`,
    more: 'You find other seminars in our program.',
    button: 'To the program',
  },
}
