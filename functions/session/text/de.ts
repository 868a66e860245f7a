/** The words of the letters around one session. */
export const de = {
  greeting: (name: string) => `Guten Tag ${name},`,
  rows: { seminar: 'Seminar', session: 'Termin', place: 'Ort', trainer: 'Referent/in' },
  online: 'online',
  invite: {
    subject: (title: string, when: string) => `Ihr Zugang: ${title}, ${when}`,
    text: (title: string) => `bald ist es so weit: „${title}“.`,
    online:
      'Mit diesem Link kommen Sie in den Online-Raum. Er ist nur für Sie; bitte geben Sie ihn nicht weiter.',
    opens: (time: string) => `Die Tür öffnet um ${time} Uhr.`,
    onsite: (address: string) => `Wir treffen uns hier: ${address}.`,
    cannotCome:
      'Sie können doch nicht kommen? Bitte melden Sie sich auf Ihrer Seite ab. Dann bekommt jemand anders den Platz.',
  },
  when: (date: string, time: string, isToday: boolean) =>
    isToday ? `heute um ${time} Uhr` : `am ${date} um ${time} Uhr`,
  reminder: {
    subject: (title: string, time: string) => `Beginnt um ${time} Uhr: ${title}`,
    subjectLater: (title: string, date: string) => `Beginnt am ${date}: ${title}`,
    text: (title: string, when: string) => `„${title}“ beginnt ${when}.`,
    myPage:
      'Wird im Termin ein Code gezeigt? Den geben Sie auf Ihrer Seite ein. Dort melden Sie sich auch ab, wenn Sie nicht kommen können.',
  },
  joinButton: 'In den Online-Raum',
  myButton: 'Meine Anmeldung',
  check:
    'Zum ersten Mal dabei? Probieren Sie vorher aus, ob Kamera, Mikrofon und Ton funktionieren. Dort steht auch, wie Sie teilnehmen.',
  checkButton: 'Technik prüfen',
}
export type SessionWords = typeof de
