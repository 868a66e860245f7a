import type { AddRefusal } from '../../functions/attendance/add-by-hand.ts'
import type { Language } from '../../functions/kernel/language.ts'

type Words = {
  link: string
  title: string
  explained: string
  minutes: (date: string) => string
  minutesHint: (most: number) => string
  source: string
  sourceHint: string
  submit: string
  refusals: Record<AddRefusal['code'], string>
}

/** The page on which somebody is entered who was there and not enrolled. */
export const addByHandText: Record<Language, Words> = {
  de: {
    link: 'Jemand war da und steht nicht auf der Liste?',
    title: 'Jemanden nachtragen',
    explained:
      'Die Person bekommt eine Mail und bestätigt, dass die Adresse ihr gehört. Danach geht die Bescheinigung hinaus, wenn die Minuten reichen. Ist die Liste eines Termins schon von zwei Personen bestätigt, berichtigen Sie die Minuten dort.',
    minutes: (date) => `Minuten am ${date}`,
    minutesHint: (most) => `Höchstens ${most}. Leer heißt: war nicht da.`,
    source: 'Woher wissen Sie das?',
    sourceHint:
      'Zum Beispiel: „Stand auf der Unterschriftenliste der Referentin.“ Die Person kann diesen Satz lesen.',
    submit: 'Nachtragen',
    refusals: {
      unknown: 'Dieses Seminar gibt es nicht.',
      'not-begun': 'Das Seminar hat noch nicht begonnen. Bis dahin melden sich alle selbst an.',
      cancelled: 'Dieses Seminar findet nicht statt.',
      enrolled:
        'Mit dieser Adresse ist schon jemand angemeldet. Tragen Sie die Minuten in der Teilnahmeliste ein.',
      'too-many-mails':
        'An diese Adresse gingen heute schon drei Mails. Bitte versuchen Sie es morgen wieder.',
    },
  },
  tr: {
    link: 'Katıldığı hâlde listede olmayan biri mi var?',
    title: 'Birini sonradan ekle',
    explained:
      'Kişi bir e-posta alır ve adresin kendisine ait olduğunu onaylar. Dakikaları yetiyorsa ardından belgesi gider. Bir oturumun listesi iki kişi tarafından onaylanmışsa dakikaları orada düzeltin.',
    minutes: (date) => `${date} tarihindeki dakikalar`,
    minutesHint: (most) => `En çok ${most}. Boş bırakmak, katılmadı demektir.`,
    source: 'Bunu nereden biliyorsunuz?',
    sourceHint: 'Örneğin: “Eğitmenin imza listesindeydi.” Bu cümleyi kişi okuyabilir.',
    submit: 'Ekle',
    refusals: {
      unknown: 'Böyle bir seminer yok.',
      'not-begun': 'Seminer henüz başlamadı. O zamana kadar herkes kendisi kayıt olur.',
      cancelled: 'Bu seminer yapılmıyor.',
      enrolled: 'Bu adresle zaten biri kayıtlı. Dakikaları katılım listesine yazın.',
      'too-many-mails': 'Bu adrese bugün zaten üç e-posta gitti. Lütfen yarın yeniden deneyin.',
    },
  },
  en: {
    link: 'Was somebody there who is not on the list?',
    title: 'Add somebody afterwards',
    explained:
      'The person gets a mail and confirms that the address is theirs. After that the certificate goes out, if there are enough minutes. Where two people have confirmed the list of a date already, correct the minutes there.',
    minutes: (date) => `Minutes on ${date}`,
    minutesHint: (most) => `At most ${most}. Empty means: was not there.`,
    source: 'How do you know?',
    sourceHint: 'For example: “Was on the trainer’s list of signatures.” The person can read this sentence.',
    submit: 'Add',
    refusals: {
      unknown: 'There is no such seminar.',
      'not-begun': 'The seminar has not begun. Until then people enroll themselves.',
      cancelled: 'This seminar does not take place.',
      enrolled: 'Somebody is enrolled with this address already. Write the minutes into the attendance list.',
      'too-many-mails': 'Three mails went to this address today already. Please try again tomorrow.',
    },
  },
}
