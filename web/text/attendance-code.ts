import type { ShowCodeRefusal } from '../../functions/attendance/code/show-code.ts'
import type { TypeCodeRefusal } from '../../functions/attendance/code/type-code.ts'
import type { Language } from '../../functions/kernel/language.ts'

type Words = {
  /** In the office: the code is shown in the session. */
  link: string
  title: string
  lead: (minutes: number) => string
  show: string
  showNext: string
  code: string
  goodUntil: (time: string) => string
  standsFor: (from: string, to: string) => string
  /** Said of a code that does not reach back to the start. */
  earlier: string
  typedBy: (people: number) => string
  reload: string
  none: string
  sayIt: string
  troubles: Record<ShowCodeRefusal['code'], string>
  /** On the personal page: it is typed. */
  mine: {
    title: string
    lead: string
    code: string
    hint: string
    send: string
    done: string
    errorsTitle: string
    refused: Record<Exclude<TypeCodeRefusal['code'], 'unknown'> | 'empty', string>
  }
}

/** The words around a code that is shown in a session and typed on the personal page. */
export const attendanceCodeText: Record<Language, Words> = {
  de: {
    link: 'Code zeigen',
    title: 'Code für die Anwesenheit',
    lead: (minutes) =>
      `Zeigen Sie den Code im Termin, oder lesen Sie ihn vor. Wer ihn auf der persönlichen Seite eingibt, war da. Er gilt ${minutes} Minuten. Am besten zeigen Sie einen in der Mitte und einen am Ende.`,
    show: 'Code zeigen',
    showNext: 'Neuen Code zeigen',
    code: 'Code',
    goodUntil: (time) => `Gültig bis ${time} Uhr.`,
    standsFor: (from, to) => `Er steht für die Zeit von ${from} bis ${to} Uhr.`,
    earlier: 'Die Zeit davor zählt bei allen, die den Code davor eingegeben haben.',
    typedBy: (people) =>
      people === 1 ? 'Eine Person hat ihn eingegeben.' : `${people} Personen haben ihn eingegeben.`,
    reload: 'Zahl aktualisieren',
    none: 'Gerade gilt kein Code.',
    sayIt:
      'Sagen Sie dazu: „Öffnen Sie Ihre persönliche Seite. Der Link steht in der Einladung und in der Erinnerung. Dort geben Sie den Code ein.“',
    troubles: {
      unknown: 'Diesen Termin gibt es nicht.',
      'not-begun': 'Einen Code können Sie zeigen, sobald der Termin beginnt.',
      cancelled: 'Dieses Seminar findet nicht statt.',
      locked: 'Zwei Personen haben die Liste bestätigt. Ein Code zählt nicht mehr.',
      over: 'Der Termin ist seit über 30 Minuten zu Ende. Tragen Sie die Minuten jetzt von Hand ein.',
    },
    mine: {
      title: 'Code aus dem Termin',
      lead: 'Haben Sie im Termin einen Code bekommen? Geben Sie ihn hier ein, dann zählt Ihre Anwesenheit.',
      code: 'Code',
      hint: 'Sechs Zeichen. Groß oder klein, mit oder ohne Leerzeichen.',
      send: 'Code abschicken',
      done: 'Danke, der Code stimmt. Ihre Anwesenheit ist notiert.',
      errorsTitle: 'Das hat nicht geklappt',
      refused: {
        empty: 'Bitte geben Sie den Code ein.',
        'not-good':
          'Dieser Code gilt nicht oder nicht mehr. Bitte vergleichen Sie ihn mit dem, der gerade gezeigt wird.',
        'too-often':
          'Das waren zu viele Versuche. Bitte warten Sie auf den nächsten Code, oder sagen Sie im Termin Bescheid.',
        locked:
          'Die Liste dieses Termins ist schon bestätigt. Wenn Ihre Minuten fehlen, schreiben Sie uns bitte.',
      },
    },
  },
  tr: {
    link: 'Kod göster',
    title: 'Katılım kodu',
    lead: (minutes) =>
      `Kodu oturumda gösterin ya da okuyun. Kişisel sayfasında kodu yazan kişi oradaydı sayılır. Kod ${minutes} dakika geçerlidir. En iyisi, biri ortada biri sonda iki kod göstermektir.`,
    show: 'Kod göster',
    showNext: 'Yeni kod göster',
    code: 'Kod',
    goodUntil: (time) => `Saat ${time}’e kadar geçerli.`,
    standsFor: (from, to) => `${from} ile ${to} arasındaki süre için geçerlidir.`,
    earlier: 'Daha önceki süre, önceki kodu yazmış olanlar için sayılır.',
    typedBy: (people) => `${people} kişi yazdı.`,
    reload: 'Sayıyı yenile',
    none: 'Şu anda geçerli bir kod yok.',
    sayIt:
      'Şunu da söyleyin: “Kişisel sayfanızı açın. Bağlantısı davet ve hatırlatma e-postasında var. Kodu orada yazın.”',
    troubles: {
      unknown: 'Böyle bir oturum yok.',
      'not-begun': 'Oturum başlayınca kod gösterebilirsiniz.',
      cancelled: 'Bu seminer yapılmıyor.',
      locked: 'Listeyi iki kişi onayladı. Artık kod sayılmaz.',
      over: 'Oturum 30 dakikadan uzun süre önce bitti. Dakikaları şimdi elle yazın.',
    },
    mine: {
      title: 'Oturumdaki kod',
      lead: 'Oturumda size bir kod verildi mi? Buraya yazın, katılımınız sayılsın.',
      code: 'Kod',
      hint: 'Altı karakter. Büyük ya da küçük harf, boşluklu ya da boşluksuz olabilir.',
      send: 'Kodu gönder',
      done: 'Teşekkürler, kod doğru. Katılımınız kaydedildi.',
      errorsTitle: 'Bu olmadı',
      refused: {
        empty: 'Lütfen kodu yazın.',
        'not-good': 'Bu kod geçerli değil ya da süresi doldu. Lütfen şu anda gösterilen kodla karşılaştırın.',
        'too-often': 'Çok fazla deneme oldu. Lütfen bir sonraki kodu bekleyin ya da oturumda haber verin.',
        locked: 'Bu oturumun listesi onaylandı. Dakikalarınız eksikse lütfen bize yazın.',
      },
    },
  },
  en: {
    link: 'Show a code',
    title: 'Code for attendance',
    lead: (minutes) =>
      `Show the code in the session, or read it out. Whoever types it on their personal page was there. It is good for ${minutes} minutes. It is best to show one in the middle and one at the end.`,
    show: 'Show a code',
    showNext: 'Show a new code',
    code: 'Code',
    goodUntil: (time) => `Good until ${time}.`,
    standsFor: (from, to) => `It stands for the time from ${from} to ${to}.`,
    earlier: 'The time before counts for those who typed the code before.',
    typedBy: (people) => (people === 1 ? 'One person has typed it.' : `${people} people have typed it.`),
    reload: 'Refresh the number',
    none: 'No code is good at the moment.',
    sayIt:
      'Say with it: “Open your personal page. The link is in the invite and in the reminder. Type the code there.”',
    troubles: {
      unknown: 'There is no such session.',
      'not-begun': 'You can show a code as soon as the session begins.',
      cancelled: 'This seminar does not take place.',
      locked: 'Two people have confirmed the list. A code counts no more.',
      over: 'The session ended more than 30 minutes ago. Write the minutes down by hand now.',
    },
    mine: {
      title: 'Code from the session',
      lead: 'Did you get a code in the session? Type it here, and your attendance counts.',
      code: 'Code',
      hint: 'Six characters. Capital or small, with or without spaces.',
      send: 'Send the code',
      done: 'Thank you, the code is right. Your attendance is noted.',
      errorsTitle: 'That did not work',
      refused: {
        empty: 'Please type the code.',
        'not-good':
          'This code is not good, or not any more. Please compare it with the one that is shown now.',
        'too-often': 'Those were too many tries. Please wait for the next code, or say so in the session.',
        locked:
          'The list of this session is confirmed already. If your minutes are missing, please write to us.',
      },
    },
  },
}
