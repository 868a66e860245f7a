import type { Language } from '../../functions/kernel/language.ts'

const de = {
  title: 'Meine Anmeldung',
  greeting: (name: string) => `Guten Tag, ${name}`,
  done: {
    confirmed: 'Danke, Ihre Anmeldung ist bestätigt. Eine E-Mail mit der Kalenderdatei ist unterwegs.',
    waiting: 'Danke, Ihre Adresse ist bestätigt. Eine E-Mail dazu ist unterwegs.',
    applied: 'Danke, Ihre Adresse ist bestätigt. Eine E-Mail dazu ist unterwegs.',
    cancelled: 'Sie sind abgemeldet. Eine Bestätigung per E-Mail ist unterwegs.',
    completed: 'Danke, Ihre Adresse ist bestätigt.',
  },
  state: {
    held: 'Noch nicht bestätigt',
    confirmed: 'Sie haben einen Platz',
    waiting: 'Warteliste',
    offered: 'Platz angeboten',
    applied: 'Bewerbung',
    cancelled: 'Abgemeldet',
    expired: 'Verfallen',
    lapsed: 'Angebot abgelaufen',
    declined: 'Kein Platz',
    seminarCancelled: 'Fällt aus',
    completed: 'Abgeschlossen',
  },
  held: {
    applied: (until: string) =>
      `Ihre Bewerbung ist da. Bestätigen Sie bis ${until} Ihre Adresse, sonst verfällt sie.`,
    waiting: (until: string) => `Bestätigen Sie bis ${until}, damit Sie auf der Warteliste bleiben.`,
    offered: (until: string) =>
      `Ein Platz ist bis ${until} für Sie frei gehalten. Bestätigen Sie bis dahin, sonst geht er an die nächste Person.`,
    seat: (until: string) =>
      `Ein Platz ist bis ${until} für Sie frei gehalten. Bestätigen Sie bis dahin, sonst geht er an die nächste Person.`,
  },
  heldAfter: (until: string) =>
    `Das Seminar ist abgeschlossen. Bestätigen Sie bis ${until} Ihre neue Adresse. Waren Sie lange genug dabei, kommt danach Ihre Bescheinigung.`,
  queue: (place: number) =>
    place === 1
      ? 'Sie sind als Nächste oder Nächster an der Reihe.'
      : `Sie stehen auf Platz ${place} der Warteliste.`,
  onTheList: 'Sie stehen auf der Warteliste.',
  applied: 'Die Koordination sieht sich alle Bewerbungen an. Wir schreiben Ihnen, sobald entschieden ist.',
  offer: (until: string) =>
    `Ein Platz ist frei, und Sie sind an der Reihe. Bitte nehmen Sie ihn bis ${until} an. Danach bieten wir ihn der nächsten Person an.`,
  accept: 'Platz annehmen',
  decline: 'Platz ablehnen',
  lapsed:
    'Der Platz, den wir Ihnen angeboten haben, wurde nicht rechtzeitig angenommen. Sie können sich neu anmelden.',
  declined: 'Für dieses Seminar konnten wir Ihnen leider keinen Platz geben.',
  seat: 'Ihre Anmeldung ist bestätigt.',
  cancelled: 'Sie nehmen nicht teil. Möchten Sie doch kommen, melden Sie sich einfach neu an.',
  expired: 'Die Anmeldung wurde nicht rechtzeitig bestätigt. Sie können sich neu anmelden.',
  seminarCancelled: 'Das Seminar fällt aus. Sie müssen nichts tun.',
  completed: 'Das Seminar ist abgeschlossen.',
  confirm: 'Anmeldung bestätigen',
  dates: 'Termine',
  calendar: 'In den Kalender (ICS-Datei)',
  rooms: 'Zum Online-Termin',
  doorOpens: (when: string) =>
    `Die Tür zum nächsten Online-Termin öffnet am ${when}. Dann erscheint hier der Knopf, mit dem Sie in den Raum kommen. Laden Sie die Seite dazu neu.`,
  joinByMail: (when: string) =>
    `Den Zugangslink für jeden Online-Termin schicken wir Ihnen per E-Mail. Der nächste kommt am ${when}.`,
  joinComes: 'Den Zugangslink für diesen Termin schicken wir Ihnen noch per E-Mail.',
  joinSent: 'Der Zugangslink für diesen Termin ist auch in Ihrer E-Mail.',
  certificate: 'Ihre Teilnahme\u00ADbescheinigung',
  toLinkedIn: 'Bei LinkedIn eintragen',
  certificateText: (number: string) =>
    `Sie ist ausgestellt und hat die Nummer ${number}. Wer die Nummer hat, kann sie auf dieser Seite prüfen.`,
  download: 'Bescheinigung öffnen (PDF)',
  verify: 'So sieht die Prüfung aus',
  leaveSeat: {
    open: 'Ich möchte mich abmelden',
    text: 'Ihr Platz geht dann sofort an die nächste Person auf der Warteliste. Das lässt sich nicht zurücknehmen, neu anmelden können Sie sich aber.',
    now: 'Jetzt abmelden',
  },
  leave: {
    open: 'Ich möchte die Warteliste verlassen',
    text: 'Ihr Platz in der Reihenfolge geht verloren. Neu anmelden können Sie sich aber.',
    now: 'Warteliste verlassen',
  },
  withdraw: {
    open: 'Ich möchte meine Bewerbung zurückziehen',
    text: 'Die Koordination sieht Ihre Bewerbung dann nicht mehr. Neu bewerben können Sie sich aber.',
    now: 'Bewerbung zurückziehen',
  },
  again: 'Zum Seminar',
  refused: {
    'no-longer':
      'Diese Anmeldung lässt sich nicht mehr bestätigen: Die Frist ist vorbei, oder das Seminar findet nicht statt.',
    over: 'Das Seminar ist vorbei. Eine Abmeldung ist nicht mehr möglich.',
    'offer-over': 'Das Angebot gilt nicht mehr: Die Frist ist vorbei, oder das Seminar findet nicht statt.',
  },
  secret: 'Diese Seite gehört nur Ihnen. Geben Sie ihren Link nicht weiter.',
}

const tr: typeof de = {
  title: 'Kaydım',
  greeting: (name) => `Merhaba, ${name}`,
  done: {
    confirmed: 'Teşekkürler, kaydınız onaylandı. Takvim dosyasını içeren e-posta yolda.',
    waiting: 'Teşekkürler, adresiniz onaylandı. Bununla ilgili e-posta yolda.',
    applied: 'Teşekkürler, adresiniz onaylandı. Bununla ilgili e-posta yolda.',
    cancelled: 'Kaydınız iptal edildi. Onay e-postası yolda.',
    completed: 'Teşekkürler, adresiniz onaylandı.',
  },
  state: {
    held: 'Henüz onaylanmadı',
    confirmed: 'Yeriniz var',
    waiting: 'Bekleme listesi',
    offered: 'Yer önerildi',
    applied: 'Başvuru',
    cancelled: 'Kayıt iptal edildi',
    expired: 'Süresi doldu',
    lapsed: 'Önerinin süresi doldu',
    declined: 'Yer yok',
    seminarCancelled: 'Seminer iptal edildi',
    completed: 'Tamamlandı',
  },
  held: {
    applied: (until) =>
      `Başvurunuz ulaştı. ${until} saatine kadar adresinizi onaylayınız, yoksa başvurunuz silinir.`,
    waiting: (until) => `Bekleme listesinde kalmak için ${until} saatine kadar onaylayınız.`,
    offered: (until) =>
      `Sizin için ${until} saatine kadar bir yer tutuluyor. O zamana kadar onaylayınız, yoksa yer sıradaki kişiye geçer.`,
    seat: (until) =>
      `Sizin için ${until} saatine kadar bir yer tutuluyor. O zamana kadar onaylayınız, yoksa yer sıradaki kişiye geçer.`,
  },
  heldAfter: (until) =>
    `Seminer tamamlandı. ${until} saatine kadar yeni adresinizi onaylayınız. Yeterince katıldıysanız belgeniz bundan sonra gelir.`,
  queue: (place) => (place === 1 ? 'Sıradaki kişi sizsiniz.' : `Bekleme listesinde ${place}. sıradasınız.`),
  onTheList: 'Bekleme listesindesiniz.',
  applied: 'Koordinasyon bütün başvurulara bakıyor. Karar verilince size yazarız.',
  offer: (until) =>
    `Bir yer açıldı ve sıra sizde. Lütfen ${until} saatine kadar kabul ediniz. Sonra yeri sıradaki kişiye öneririz.`,
  accept: 'Yeri kabul et',
  decline: 'Yeri reddet',
  lapsed: 'Size önerdiğimiz yer zamanında kabul edilmedi. Yeniden kayıt olabilirsiniz.',
  declined: 'Bu seminer için size ne yazık ki yer veremedik.',
  seat: 'Kaydınız onaylandı.',
  cancelled: 'Katılmıyorsunuz. Yine de gelmek isterseniz yeniden kayıt olabilirsiniz.',
  expired: 'Kayıt zamanında onaylanmadı. Yeniden kayıt olabilirsiniz.',
  seminarCancelled: 'Seminer iptal edildi. Bir şey yapmanız gerekmez.',
  completed: 'Seminer tamamlandı.',
  confirm: 'Kaydı onayla',
  dates: 'Tarihler',
  calendar: 'Takvime ekle (ICS dosyası)',
  rooms: 'Çevrim içi oturuma katılın',
  doorOpens: (when) =>
    `Sıradaki çevrim içi oturumun kapısının açılacağı zaman: ${when}. Odaya girmenizi sağlayan düğme o zaman burada görünür. Bunun için sayfayı yenileyiniz.`,
  joinByMail: (when) =>
    `Her çevrim içi oturumun katılım bağlantısını e-postayla göndeririz. Sıradaki bağlantının gönderileceği zaman: ${when}.`,
  joinComes: 'Bu oturumun katılım bağlantısını size e-postayla göndereceğiz.',
  joinSent: 'Bu oturumun katılım bağlantısı e-postanızda da var.',
  certificate: 'Katılım belgeniz',
  toLinkedIn: 'LinkedIn’e ekle',
  certificateText: (number) =>
    `Belgeniz düzenlendi, numarası: ${number}. Numarayı bilen herkes belgeyi bu sitede doğrulayabilir.`,
  download: 'Belgeyi aç (PDF)',
  verify: 'Doğrulama sayfasını gör',
  leaveSeat: {
    open: 'Kaydımı iptal etmek istiyorum',
    text: 'Yeriniz hemen bekleme listesindeki sıradaki kişiye geçer. Bu geri alınamaz, ancak yeniden kayıt olabilirsiniz.',
    now: 'Kaydımı iptal et',
  },
  leave: {
    open: 'Bekleme listesinden çıkmak istiyorum',
    text: 'Sıradaki yeriniz kaybolur. Yeniden kayıt olabilirsiniz.',
    now: 'Bekleme listesinden çık',
  },
  withdraw: {
    open: 'Başvurumu geri çekmek istiyorum',
    text: 'Koordinasyon başvurunuzu artık görmez. Yeniden başvurabilirsiniz.',
    now: 'Başvurumu geri çek',
  },
  again: 'Seminere git',
  refused: {
    'no-longer': 'Bu kayıt artık onaylanamaz: süre doldu ya da seminer yapılmıyor.',
    over: 'Seminer bitti. Kayıt artık iptal edilemez.',
    'offer-over': 'Öneri artık geçerli değil: süre doldu ya da seminer yapılmıyor.',
  },
  secret: 'Bu sayfa yalnızca size aittir. Bağlantısını kimseyle paylaşmayınız.',
}

const en: typeof de = {
  title: 'My enrollment',
  greeting: (name) => `Hello, ${name}`,
  done: {
    confirmed: 'Thank you, your enrollment is confirmed. A mail with the calendar file is on its way.',
    waiting: 'Thank you, your address is confirmed. A mail about it is on its way.',
    applied: 'Thank you, your address is confirmed. A mail about it is on its way.',
    cancelled: 'Your enrollment is canceled. A mail that confirms it is on its way.',
    completed: 'Thank you, your address is confirmed.',
  },
  state: {
    held: 'Not confirmed yet',
    confirmed: 'You have a seat',
    waiting: 'Waiting list',
    offered: 'Seat offered',
    applied: 'Application',
    cancelled: 'Enrollment canceled',
    expired: 'Expired',
    lapsed: 'Offer expired',
    declined: 'No seat',
    seminarCancelled: 'Seminar canceled',
    completed: 'Completed',
  },
  held: {
    applied: (until) => `We have your application. Confirm your address by ${until}, or it expires.`,
    waiting: (until) => `Confirm by ${until} to stay on the waiting list.`,
    offered: (until) =>
      `A seat is held for you until ${until}. Confirm by then, or it goes to the next person.`,
    seat: (until) => `A seat is held for you until ${until}. Confirm by then, or it goes to the next person.`,
  },
  heldAfter: (until) =>
    `The seminar is completed. Confirm your new address by ${until}. If you were there long enough, your certificate comes after that.`,
  queue: (place) =>
    place === 1 ? 'You are next in line.' : `You are at place ${place} of the waiting list.`,
  onTheList: 'You are on the waiting list.',
  applied: 'The coordinators look at all applications. We write to you as soon as they have decided.',
  offer: (until) =>
    `A seat is free, and it is your turn. Please accept it by ${until}. After that we offer it to the next person.`,
  accept: 'Accept the seat',
  decline: 'Decline the seat',
  lapsed: 'The seat that we offered you was not accepted in time. You can enroll again.',
  declined: 'Unfortunately we could not give you a seat in this seminar.',
  seat: 'Your enrollment is confirmed.',
  cancelled: 'You are not taking part. If you would like to come after all, simply enroll again.',
  expired: 'The enrollment was not confirmed in time. You can enroll again.',
  seminarCancelled: 'The seminar is canceled. You need not do anything.',
  completed: 'The seminar is completed.',
  confirm: 'Confirm my enrollment',
  dates: 'Sessions',
  calendar: 'Add to calendar (ICS file)',
  rooms: 'To the online session',
  doorOpens: (when) =>
    `The door to the next online session opens on ${when}. The button that leads into the room then appears here. Reload the page to see it.`,
  joinByMail: (when) =>
    `We send the join link for each online session by mail. The next one comes on ${when}.`,
  joinComes: 'We will send you the join link for this session by mail.',
  joinSent: 'The join link for this session is in your mail, too.',
  certificate: 'Your certificate of attendance',
  toLinkedIn: 'Add to LinkedIn',
  certificateText: (number) =>
    `It is issued and has the number ${number}. Whoever has the number can verify it on this site.`,
  download: 'Open the certificate (PDF)',
  verify: 'See the verification page',
  leaveSeat: {
    open: 'Cancel my enrollment',
    text: 'Your seat then goes at once to the next person on the waiting list. This cannot be undone, but you can enroll again.',
    now: 'Cancel now',
  },
  leave: {
    open: 'I want to leave the waiting list',
    text: 'You lose your place in the order. You can enroll again, though.',
    now: 'Leave the waiting list',
  },
  withdraw: {
    open: 'I want to withdraw my application',
    text: 'The coordinators then no longer see your application. You can apply again, though.',
    now: 'Withdraw my application',
  },
  again: 'To the seminar',
  refused: {
    'no-longer':
      'This enrollment can no longer be confirmed: the time is over, or the seminar does not take place.',
    over: 'The seminar is over. It is no longer possible to cancel.',
    'offer-over': 'The offer no longer holds: the time is over, or the seminar does not take place.',
  },
  secret: 'This page belongs to you alone. Do not pass its link on.',
}

/** The words of the personal page. */
export const myText: Record<Language, typeof de> = { de, tr, en }
