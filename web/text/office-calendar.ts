import type { Language } from '../../functions/kernel/language.ts'

type Words = { invitations: string; invitationsHint: string }

/** The words of the office for how dates reach people's calendars. */
export const officeCalendarText: Record<Language, Words> = {
  de: {
    invitations: 'Termine als Kalendereinladungen schicken',
    invitationsHint:
      'Dann hängt an den E-Mails je Termin eine Einladung, die viele Kalender von selbst eintragen, ändern und streichen. Ohne Häkchen hängt eine Datei mit allen Terminen an, die man öffnet. Einladungen brauchen eine E-Mail-Adresse Ihrer Organisation (unter „Stammdaten“).',
  },
  tr: {
    invitations: 'Tarihleri takvim daveti olarak gönder',
    invitationsHint:
      'O zaman e-postalara her oturum için bir davet eklenir; birçok takvim daveti kendiliğinden kaydeder, değiştirir ve siler. İşaretlemezseniz tüm tarihleri içeren, açılması gereken tek bir dosya eklenir. Davetler için “Temel bilgiler” altında kuruluşunuzun e-posta adresi bulunmalıdır.',
  },
  en: {
    invitations: 'Send dates as calendar invitations',
    invitationsHint:
      'Then the mails carry one invitation per session, which many calendars enter, change and remove by themselves. Without it, one file with all dates is attached for people to open. Invitations need a mail address of your organization (under “Basic data”).',
  },
}
