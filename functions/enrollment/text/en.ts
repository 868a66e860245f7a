import type { EnrollmentWords } from './de.ts'

const onTheList = (position: number): string => {
  if (position === 0) return 'You are on the waiting list.'
  if (position === 1) return 'You are on the waiting list and next in line.'
  return `You are on the waiting list, number ${position} or further up.`
}

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
      `${onTheList(position)} Please confirm by ${until}, otherwise your entry expires.`,
    applied: (until) =>
      `The coordinators decide who gets a seat. Please confirm your address by ${until}, otherwise your application expires.`,
    button: 'See and confirm my enrollment',
    stranger: 'You did not enroll? Then do nothing. The entry is deleted automatically.',
    /** Somebody else gave the data, so the person is told where they come from. */
    whyGroup: (title: string) =>
      `somebody enrolled you in a group for “${title}”, and wrote your name and this address into the form. Whether you take part is for you to decide. By confirming you explicitly consent to your details being processed for this seminar, even where they may reveal your belief.`,
    strangerGroup:
      'You do not want to take part, or do not know the group? Then do nothing. Everything that was written down about you is deleted by itself.',
  },
  already: {
    subject: (title) => `You are already enrolled: ${title}`,
    why: (title) =>
      `Another enrollment for “${title}” was sent with this address. You already have an entry; no second one was made.`,
    seat: 'You have a seat.',
    waiting: onTheList,
    applied: 'The coordinators have your application.',
    offered: (until) => `A seat is offered to you. Please accept it by ${until}.`,
    unconfirmed: (until) => `Your address is not confirmed yet. Please confirm by ${until}.`,
    button: 'See my enrollment',
  },
  confirmed: {
    subject: (title) => `Enrolled: ${title}`,
    seat: (title) => `Your enrollment for “${title}” is confirmed. You have a seat.`,
    calendar: 'The dates are attached for your calendar.',
    link: 'We send you the join link for the online sessions in good time before the start.',
    button: 'My enrollment',
    cannotCome:
      'You cannot come after all? You can cancel on your page. Your seat then goes to the next person.',
  },
  confirmedWaiting: {
    subject: (title) => `On the waiting list: ${title}`,
    text: (position) => `Your address is confirmed. ${onTheList(position)}`,
  },
  rule: {
    atOnce: (admitted) =>
      `When a seat becomes free, it goes automatically to the next person in the order of ${admitted ? 'admission' : 'enrollment'}. We write to you at once.`,
    offer: (hours, admitted) =>
      `When a seat becomes free, we offer it to the next person in the order of ${admitted ? 'admission' : 'enrollment'}. They have ${hours === 1 ? 'one hour' : `${hours} hours`} to accept, less shortly before the start; then it is the turn of the one after.`,
    newcomers: (when) =>
      `The seats are given on ${when}: first to people who have never taken part, then to all others, in the order of enrollment. Until then everybody is on the waiting list.`,
    together:
      'Your group gets seats as soon as there are enough for all at the same time. Single free seats go to others until then.',
    approval: 'The coordinators look at each enrollment and decide who gets a seat.',
    kept: (seats, all, association, until) =>
      `${seats} of ${all} seats ${seats === 1 ? 'is' : 'are'} reserved for ${association}${until ? `, until ${until}. Then ${seats === 1 ? 'it is' : 'they are'} open to everybody` : ''}.`,
    mostPerAssociation: (people) =>
      `${people === 1 ? 'Only one person' : `At most ${people} people`} of one association can take part, so that many associations are there.`,
    waitingSize: (size) =>
      size === 0
        ? 'There is no waiting list.'
        : `The waiting list has ${size === 1 ? 'only one place' : `at most ${size} places`}.`,
  },
  confirmedApplication: {
    subject: (title) => `We have your application: ${title}`,
    text: (title) =>
      `Your address is confirmed. The coordinators look at all applications for “${title}” and then write to you.`,
  },
  offered: {
    subject: (title) => `A seat for you, please accept: ${title}`,
    text: (title, until) =>
      `A seat has become free in “${title}”, and it is your turn. Please accept it by ${until}. After that we offer it to the next person.`,
    button: 'See and accept the seat',
    decline: 'You do not want the seat? Then decline it on the same page, so that it goes on sooner.',
  },
  lapsed: {
    subject: (title) => `Seat not accepted: ${title}`,
    text: (title) =>
      `The seat in “${title}” that we offered you was not accepted in time. It goes to the next person.`,
  },
  admitted: {
    subject: (title) => `Admitted: ${title}`,
    seat: (title) => `You are admitted to “${title}” and have a seat.`,
    waiting: (title, position) =>
      `You are admitted to “${title}”. At the moment no seat is free. ${onTheList(position)}`,
    message: (words) => `The coordinators write to you: ${words}`,
  },
  declined: {
    subject: (title) => `Sorry, no seat: ${title}`,
    text: (title) => `Unfortunately we cannot give you a seat in “${title}”.`,
    button: 'See other seminars',
  },
  promoted: {
    subject: (title) => `You have a seat: ${title}`,
    text: (title) => `Good news: you were on the waiting list and now have a seat in “${title}”.`,
    unconfirmedSubject: (title) => `A seat is free, please confirm: ${title}`,
    unconfirmed: (until) => `Please still confirm your address by ${until}, otherwise the seat is passed on.`,
  },
  cancelled: {
    subject: (title) => `Canceled: ${title}`,
    text: (title) =>
      `Your enrollment for “${title}” is canceled. If the dates are in your calendar, what is attached removes them.`,
    again: 'You would like to take part after all? Then simply enroll again.',
    button: 'To the seminar',
  },
  moved: {
    subject: (title) => `Date changed: ${title}`,
    subjectCancelled: (title) => `One date canceled: ${title}`,
    subjectAdded: (title) => `Another date: ${title}`,
    added: 'Another date',
    linkStays: 'Your join link stays valid.',
    stillWaiting: 'You are still on the waiting list.',
    before: (when) => `before: ${when}`,
    cancelled: 'Canceled',
    nothingLeft: 'You had chosen this date only. You can cancel on your page, or write to us.',
    text: (title) => `Something has changed about “${title}”. This is how it is now:`,
    calendar: 'What is attached brings your calendar up to date.',
    cannotCome: 'The new date does not suit you? You can cancel on your page.',
  },
  seminarCancelled: {
    subject: (title) => `Does not take place: ${title}`,
    text: (title) =>
      `We are sorry: the seminar “${title}” does not take place. You do not have to do anything. What is attached removes the dates from your calendar.`,
    more: 'You find other seminars in our program.',
    button: 'To the program',
  },
}
