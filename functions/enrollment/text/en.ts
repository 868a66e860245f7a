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
    waiting: (number, serving, until) =>
      `The seminar is full. Your number is ${number}; numbers up to ${serving} have a seat. When a seat becomes free, you move up by yourself. Please confirm by ${until}, otherwise you lose your place on the waiting list.`,
    button: 'See and confirm my enrollment',
    stranger: 'You did not enroll? Then do nothing. The entry is deleted by itself.',
  },
  already: {
    subject: (title) => `You are already enrolled: ${title}`,
    why: (title) =>
      `Another enrollment for “${title}” was sent with this address. You already have an entry; no second one was made.`,
    seat: 'You have a seat.',
    waiting: (number, serving) =>
      `You are on the waiting list. Your number is ${number}; numbers up to ${serving} have a seat.`,
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
    text: (title, number, serving) =>
      `Your address is confirmed. You are on the waiting list for “${title}”. Your number is ${number}; numbers up to ${serving} have a seat.`,
    rule: 'Seats are passed on in the order of enrollment. When one becomes free, you move up by yourself and we write to you.',
  },
  promoted: {
    subject: (title) => `You have a seat: ${title}`,
    text: (title) =>
      `A seat has become free. You have moved up from the waiting list and now have a seat in “${title}”.`,
    unconfirmed: (until) => `Please still confirm your address by ${until}, otherwise the seat is passed on.`,
  },
  cancelled: {
    subject: (title) => `Cancelled: ${title}`,
    text: (title) =>
      `Your enrollment for “${title}” is cancelled. The attached calendar file removes the dates.`,
    again: 'You would like to take part after all? Then simply enroll again.',
    button: 'To the seminar',
  },
  seminarCancelled: {
    subject: (title) => `Does not take place: ${title}`,
    text: (title) =>
      `We are sorry: the seminar “${title}” does not take place. You do not have to do anything. The attached calendar file removes the dates.`,
    more: 'You find other seminars in our program.',
    button: 'To the program',
  },
}
