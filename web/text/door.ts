import type { Language } from '../../functions/kernel/language.ts'

const de = {
  home: 'Zu allen Seminaren',
  'not-found': {
    title: 'Diese Seite gibt es nicht',
    text: 'Vielleicht fehlt ein Stück der Adresse, oder der Link gilt nicht mehr. Öffnen Sie ihn bitte noch einmal aus der E-Mail, oder sehen Sie unter allen Seminaren nach.',
  },
  forbidden: {
    title: 'Das Formular kam nicht von dieser Seite',
    text: 'Zum Schutz vor Missbrauch nehmen wir nur Formulare an, die auf dieser Seite ausgefüllt wurden. Öffnen Sie die Seite bitte noch einmal und senden Sie das Formular von dort.',
  },
  'too-large': {
    title: 'Das ist zu viel Text',
    text: 'Das Formular war größer, als wir annehmen können. Bitte gehen Sie zurück und kürzen Sie den Text.',
  },
  'too-many': {
    title: 'Zu viele Anfragen auf einmal',
    text: 'Von Ihrem Internetanschluss kamen in dieser Minute mehr Nummern, als wir prüfen. Ihre Nummer haben wir nicht nachgesehen. Bitte versuchen Sie es in einer Minute noch einmal.',
  },
  unreadable: {
    title: 'Das konnten wir nicht lesen',
    text: 'Die Angaben kamen nicht vollständig oder nicht lesbar an. Bitte gehen Sie zurück und senden Sie das Formular noch einmal.',
  },
  busy: {
    title: 'Gerade geht es nicht',
    text: 'Zu viele kommen auf einmal, oder bei uns ist etwas gestört. Es wurde nichts gespeichert. Bitte versuchen Sie es in einer Minute noch einmal.',
  },
  unsure: {
    title: 'Wir wissen es noch nicht',
    text: 'Es kam keine sichere Antwort vom Speicher. Sehen Sie in Ihre E-Mails, oder senden Sie das Formular noch einmal: Doppelt gezählt wird nichts.',
  },
  fault: {
    title: 'Bei uns ist etwas schiefgegangen',
    text: 'Der Fehler liegt nicht bei Ihnen und wurde notiert. Bitte versuchen Sie es später noch einmal. Wenn Sie uns schreiben, nennen Sie bitte diese Kennung:',
  },
}

const tr: typeof de = {
  home: 'Tüm seminerlere git',
  'not-found': {
    title: 'Böyle bir sayfa yok',
    text: 'Adresin bir bölümü eksik olabilir ya da bağlantı artık geçerli değildir. Lütfen bağlantıyı e-postadan yeniden açınız veya tüm seminerlere bakınız.',
  },
  forbidden: {
    title: 'Form bu sayfadan gönderilmedi',
    text: 'Kötüye kullanımı önlemek için yalnızca bu sitede doldurulan formları kabul ediyoruz. Lütfen sayfayı yeniden açıp formu oradan gönderiniz.',
  },
  'too-large': {
    title: 'Metin çok uzun',
    text: 'Form, kabul edebileceğimizden daha büyük. Lütfen geri dönüp metni kısaltınız.',
  },
  'too-many': {
    title: 'Aynı anda çok fazla istek',
    text: 'İnternet bağlantınızdan bu dakika içinde doğrulayabileceğimizden fazla numara geldi. Numaranıza bakmadık. Lütfen bir dakika sonra yeniden deneyiniz.',
  },
  unreadable: {
    title: 'Bilgiler okunamadı',
    text: 'Bilgiler eksik ya da okunamaz biçimde ulaştı. Lütfen geri dönüp formu yeniden gönderiniz.',
  },
  busy: {
    title: 'Şu anda olmuyor',
    text: 'Ya aynı anda çok fazla istek var ya da bizde bir arıza var. Hiçbir şey kaydedilmedi. Lütfen bir dakika sonra yeniden deneyiniz.',
  },
  unsure: {
    title: 'Sonucu henüz bilmiyoruz',
    text: 'Kayıt sisteminden kesin bir yanıt gelmedi. E-postalarınıza bakınız ya da formu yeniden gönderiniz: hiçbir şey iki kez sayılmaz.',
  },
  fault: {
    title: 'Bizde bir hata oluştu',
    text: 'Hata sizden kaynaklanmıyor ve kaydedildi. Lütfen daha sonra yeniden deneyiniz. Bize yazarsanız lütfen şu numarayı belirtiniz:',
  },
}

const en: typeof de = {
  home: 'To all seminars',
  'not-found': {
    title: 'This page does not exist',
    text: 'Perhaps a piece of the address is missing, or the link is no longer valid. Please open it again from the mail, or look through all seminars.',
  },
  forbidden: {
    title: 'The form did not come from this site',
    text: 'To prevent abuse we only accept forms that were filled in on this site. Please open the page again and send the form from there.',
  },
  'too-large': {
    title: 'That is too much text',
    text: 'The form was larger than we can accept. Please go back and shorten the text.',
  },
  'too-many': {
    title: 'Too many requests at once',
    text: 'More numbers came from your internet connection in this minute than we verify. We have not looked yours up. Please try again in a minute.',
  },
  unreadable: {
    title: 'We could not read that',
    text: 'The details arrived incomplete or unreadable. Please go back and send the form again.',
  },
  busy: {
    title: 'It does not work at this moment',
    text: 'Too many people come at once, or something is out of order on our side. Nothing was stored. Please try again in a minute.',
  },
  unsure: {
    title: 'We do not know yet',
    text: 'The storage gave no certain answer. Look in your mail, or send the form again: nothing is counted twice.',
  },
  fault: {
    title: 'Something went wrong on our side',
    text: 'It is not your fault, and it has been noted. Please try again later. If you write to us, please name this code:',
  },
}

/** The words of the pages that stand in for a page: not found, refused, busy, broken. */
export const doorText: Record<Language, typeof de> = { de, tr, en }

/** Why a door shows one of its own pages instead of the one asked for. */
export type DoorAnswer = Exclude<keyof typeof de, 'home'>
