import type { EnrollText } from './enroll.ts'

/** Enrolling, in Turkish. */
export const enrollTr: EnrollText = {
  title: 'Kayıt',
  forSeminar: (title) => `Kayıt: ${title}`,
  howItGoes:
    'Formu gönderdikten sonra size onay düğmesi olan bir e-posta gelir. O zamana kadar yerinizi en fazla 24 saat tutuyoruz.',
  fullNow: 'Seminer şu anda dolu. Bu formla bekleme listesine yazılırsınız.',
  firstName: 'Ad',
  lastName: 'Soyad',
  lastNameHint: 'Tek adınız varsa bu alanı boş bırakınız.',
  email: 'E-posta adresi',
  emailHint: 'Onayı, katılım bağlantısını ve belgeyi bu adrese göndeririz.',
  association: 'Dernek',
  associationHint: 'Derneğiniz listede yoksa “Başka bir dernek” seçeneğini seçip adını aşağıya yazınız.',
  choose: 'Lütfen seçiniz',
  other: 'Başka bir dernek veya hiçbiri',
  otherName: 'Diğer derneğin adı (listede yoksa)',
  otherHint: 'Bir derneğe üye değilseniz “yok” yazınız.',
  language: 'E-posta ve belge dili',
  languageHint: 'Seminerin kendisi, açıklamada belirtilen dilde yapılır.',
  languages: { de: 'Almanca', tr: 'Türkçe', en: 'İngilizce' },
  note: 'Not (isteğe bağlı)',
  noteHint: 'Örneğin: işaret diline, daha büyük yazıya veya teknik yardıma ihtiyacınız var.',
  consentBefore: '',
  consentLink: 'Aydınlatma metnini',
  consentAfter:
    ' okudum ve bilgilerimin, inancımı ortaya koyabilecek olsa bile, bu seminer için işlenmesine açık rıza veriyorum. Rızamı istediğim zaman geri alabilirim.',
  consentShort: 'Açık rıza',
  sessions: 'Hangi oturumlara katılacaksınız?',
  sessionsHint: 'Yalnızca bazı oturumları da seçebilirsiniz. Katılım belgesinde o oturumlar yazar.',
  applyNow:
    'Bu seminerde kimlerin katılacağına koordinasyon karar verir. Formu gönderdikten sonra onay düğmesi olan bir e-posta, daha sonra da kararı alırsınız.',
  listFirst:
    'Formu gönderdikten sonra size onay düğmesi olan bir e-posta gelir. Önce herkes bekleme listesine alınır. Yerlerin ne zaman ve kimlere verildiği “Yerler nasıl veriliyor” başlığı altında yazılıdır.',
  sendApplication: 'Başvuruyu gönder',
  send: 'Kaydımı gönder',
  sendWaiting: 'Bekleme listesine yazıl',
  back: 'Seminere dön',
  wrongTitle: 'Lütfen bir kez daha kontrol ediniz',
  wrongPrefix: 'Hata: ',
  trouble: {
    'first-name-missing': 'Lütfen adınızı yazınız.',
    'name-unreadable': 'Adda okunamayan karakterler var. Lütfen yeniden yazınız.',
    'name-long': 'Lütfen adı en fazla 120 karaktere kısaltınız.',
    'email-missing': 'Lütfen e-posta adresinizi yazınız.',
    'email-wrong': 'Bu adrese e-posta gönderilemez. Doğru örnek: ad@ornek.org',
    'association-missing': 'Lütfen derneğinizi seçiniz.',
    'other-missing': 'Lütfen derneğinizin adını veya “yok” yazınız.',
    'association-unreadable': 'Derneğin adında okunamayan karakterler var.',
    'association-long': 'Lütfen derneğin adını en fazla 120 karaktere kısaltınız.',
    'language-wrong': 'Lütfen listeden bir dil seçiniz.',
    'session-missing': 'Lütfen en az bir oturum seçiniz.',
    'note-long': 'Lütfen notu en fazla 500 karaktere kısaltınız.',
    'note-unreadable': 'Notta okunamayan karakterler var.',
    'consent-missing': 'Rızanız olmadan sizi kaydedemeyiz. Lütfen kutuyu işaretleyiniz.',
  },
  stale:
    'Form çok uzun süre açık kaldı. Bilgileriniz duruyor, hiçbir şey kaydedilmedi. Lütfen yeniden gönderiniz.',
  quick:
    'Bu çok hızlı oldu. Formları kendiliğinden dolduran programlara karşı, formu en erken iki saniye sonra kabul ediyoruz. Yazdıklarınız duruyor: lütfen bir kez daha gönderiniz.',
  crowded: {
    title: 'Bağlantınızdan şu anda çok fazla kayıt geliyor',
    text: 'Yazdıklarınız duruyor. Lütfen formu bir saat sonra ya da başka bir internet bağlantısından yeniden gönderiniz: iki kez kaydedilmezsiniz.',
  },
  leaveEmpty: 'Lütfen bu alanı boş bırakınız',
  unsure: {
    title: 'Kaydın yapılıp yapılmadığını henüz bilmiyoruz',
    text: 'E-postalarınıza bakınız ya da formu yeniden gönderiniz: iki kez kaydedilmezsiniz.',
  },
  busy: {
    title: 'Şu anda kayıt yapılamıyor',
    text: 'Ya çok fazla kişi aynı anda kayıt oluyor ya da bizde bir arıza var. Hiçbir şey kaydedilmedi. Bilgileriniz duruyor: lütfen bir dakika sonra yeniden gönderiniz.',
  },
  refused: {
    unavailable: {
      title: 'Bu seminere kayıt yapılamıyor',
      text: 'Seminer iptal edildi ya da tamamlandı.',
    },
    'not-yet': { title: 'Kayıt henüz açılmadı', text: 'Ne zaman açılacağı seminer sayfasında yazılıdır.' },
    over: {
      title: 'Kayıt kapandı',
      text: 'Bu seminer için artık kayıt almıyoruz. Bilgileriniz kaydedilmedi.',
    },
    full: {
      title: 'Şu anda her yer dolu',
      text: 'Ne yer ne de bekleme listesinde yer var. Hiçbir şey kaydedilmedi. Biri iptal ederse bu değişebilir: Lütfen daha sonra yeniden bakınız.',
    },
    'association-full': {
      title: 'Bu dernek için ayrılan yerlerin hepsi dolu',
      text: 'Birçok dernek katılabilsin diye bu seminerde dernek başına bir sınır var. Bu sınıra ulaşıldı. Hiçbir şey kaydedilmedi. Belki siz zaten kayıtlısınız: Lütfen e-postalarınıza bakınız.',
    },
    'too-many-mails': {
      title: 'Bu adrese bugün çok fazla e-posta gönderildi',
      text: 'Kimse e-postaya boğulmasın diye yarına kadar bekliyoruz. Gelen kutunuza ve istenmeyen e-posta klasörüne bakınız: onay e-postası gelmiş olabilir.',
    },
    'invitation-used': {
      title: 'Bu davet daha önce kullanılmış',
      text: 'Kaydınız zaten var mı? Sayfanızın bağlantısı, kayıttan sonra aldığınız e-postadadır. Yoksa lütfen sizi davet eden kişiye sorunuz.',
    },
    'invitation-closed': {
      title: 'Bu davet şu anda geçerli değil',
      text: 'Süresi dolmuş ya da kapatılmış. Lütfen sizi davet eden kişiye sorunuz.',
    },
  },
  invitedOnly: {
    title: 'Bu seminer davetli kişiler içindir',
    lead: 'Hoş geldiniz. Bu seminere yalnızca davetle kayıt olunabilir.',
    invited:
      'Davetli misiniz? O zaman lütfen davetinizdeki bağlantıyı eksiksiz olarak yeniden açınız: E-posta programları bazen sonunu keser.',
    enrolled:
      'Kaydınız var mı? O zaman her şeyi kendi sayfanızda bulursunuz. Bağlantısı, kaydınızla ilgili her e-postada yazılıdır.',
  },
  done: {
    title: 'Lütfen şimdi e-postalarınıza bakınız',
    seat: (until) =>
      `Sizin için ${until} saatine kadar bir yer tutuluyor. E-postayı açıp içindeki düğmeyle onaylayınız. Kaydınız ancak o zaman tamamlanır.`,
    waiting: (place) => `Seminer dolu. Bekleme listesi şu anda ${place}. sıraya kadar uzanıyor.`,
    onTheList: 'Bekleme listesine alınıyorsunuz.',
    applied: (until) =>
      `Başvurunuz ulaştı. Lütfen ${until} tarihine kadar e-postadaki düğmeyle adresinizi onaylayınız. Sonra koordinasyon başvurunuza bakar.`,
    ownPlace: (until) => `Kendi sıranız e-postada yazılıdır. Lütfen ${until} saatine kadar onaylayınız.`,
    mailTo: (address) => `E-posta şu adrese gönderiliyor: ${address}`,
    noMail:
      'On dakika sonra e-posta gelmediyse istenmeyen e-posta klasörüne bakınız ya da formu yeniden doldurunuz: adres yanlış yazılmış olabilir. İki kez kaydedilmezsiniz.',
  },
}
