import type { Language } from '../../kernel/language.ts'

const de = {
  greeting: 'Guten Tag,',
  rows: { seminar: 'Seminar', session: 'Termin', trainer: 'Referent/in', until: 'Anmeldung bis' },
  online: 'online',
  invitation: {
    subject: (title: string) => `Einladung: ${title}`,
    text: (title: string) => `Sie sind zu „${title}“ eingeladen.`,
  },
  reminder: {
    subject: (title: string) => `Noch offen: Ihre Einladung zu „${title}“`,
    text: (title: string) =>
      `Sie sind zu „${title}“ eingeladen und haben sich noch nicht angemeldet. Die Anmeldung ist noch offen.`,
  },
  opens: (when: string) => `Anmelden können Sie sich ab ${when}.`,
  once: 'Mit dem Knopf kommen Sie zum Formular. Die Einladung gilt für eine Anmeldung.',
  button: 'Zur Anmeldung',
  stop: 'Sie möchten nicht teilnehmen? Dann tun Sie nichts. Wir erinnern Sie höchstens zweimal.',
  lastOne: 'Sie möchten nicht teilnehmen? Dann tun Sie nichts.',
}

const tr: typeof de = {
  greeting: 'Merhaba,',
  rows: { seminar: 'Seminer', session: 'Tarih', trainer: 'Eğitmen', until: 'Son kayıt zamanı' },
  online: 'çevrim içi',
  invitation: {
    subject: (title) => `Davet: ${title}`,
    text: (title) => `“${title}” seminerine davetlisiniz.`,
  },
  reminder: {
    subject: (title) => `Davetiniz hâlâ geçerli: ${title}`,
    text: (title) => `“${title}” seminerine davetlisiniz, ancak henüz kayıt olmadınız. Kayıt hâlâ açık.`,
  },
  opens: (when) => `Kayıt şu tarihte açılır: ${when}.`,
  once: 'Düğmeye basınca forma ulaşırsınız. Davet bir kayıt için geçerlidir.',
  button: 'Kayıt formuna git',
  stop: 'Katılmak istemiyor musunuz? O zaman bir şey yapmanız gerekmez. Size en çok iki kez hatırlatırız.',
  lastOne: 'Katılmak istemiyor musunuz? O zaman bir şey yapmanız gerekmez.',
}

const en: typeof de = {
  greeting: 'Hello,',
  rows: { seminar: 'Seminar', session: 'Date', trainer: 'Trainer', until: 'Enroll until' },
  online: 'online',
  invitation: {
    subject: (title) => `Invitation: ${title}`,
    text: (title) => `You are invited to “${title}”.`,
  },
  reminder: {
    subject: (title) => `Still open: your invitation to “${title}”`,
    text: (title) => `You are invited to “${title}” and have not enrolled yet. Enrollment is still open.`,
  },
  opens: (when) => `You can enroll from ${when}.`,
  once: 'The button leads to the form. The invitation is good for one enrollment.',
  button: 'Enroll',
  stop: 'You do not want to take part? Then do nothing. We remind you twice at most.',
  lastOne: 'You do not want to take part? Then do nothing.',
}

/** The words of the letters to invited people in each language. */
export const invitationWords: Record<Language, typeof de> = { de, tr, en }
