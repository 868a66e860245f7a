import type { EnrollmentWords } from './de.ts'

const onTheList = (position: number): string => {
  if (position === 0) return 'Bekleme listesindesiniz.'
  if (position === 1) return 'Bekleme listesindesiniz ve sıradaki kişi sizsiniz.'
  return `Bekleme listesindesiniz: ${position}. sırada ya da daha öndesiniz.`
}

export const tr: EnrollmentWords = {
  greeting: 'Merhaba,',
  greetingByName: (name) => `Sayın ${name},`,
  rows: { seminar: 'Seminer', session: 'Tarih', place: 'Yer', trainer: 'Eğitmen' },
  online: 'çevrim içi',
  confirm: {
    subject: (title) => `Lütfen onaylayın: ${title}`,
    why: (title) => `Bu adresle “${title}” için bir kayıt gönderildi.`,
    seat: (until) => `Sizin için ${until} tarihine kadar bir yer ayrıldı. Lütfen o zamana kadar onaylayın.`,
    waiting: (position, until) =>
      `${onTheList(position)} Lütfen ${until} tarihine kadar onaylayın, yoksa kaydınız silinir.`,
    applied: (until) =>
      `Kimlerin katılacağına koordinasyon karar verir. Lütfen ${until} tarihine kadar adresinizi onaylayın, yoksa başvurunuz silinir.`,
    button: 'Kaydımı gör ve onayla',
    stranger: 'Kayıt olmadınız mı? O zaman hiçbir şey yapmayın. Kayıt kendiliğinden silinir.',
    /** Somebody else gave the data, so the person is told where they come from. */
    whyGroup: (title: string) =>
      `biri sizi bir grupla birlikte “${title}” seminerine kaydetti ve bunun için adınızı ve bu adresi yazdı. Katılıp katılmayacağınıza siz karar verirsiniz. Onaylarsanız, inancınızı ortaya koyabilecek olsa bile bilgilerinizin bu seminer için işlenmesine açık rıza vermiş olursunuz.`,
    strangerGroup:
      'Katılmak istemiyor musunuz ya da grubu tanımıyor musunuz? O zaman bir şey yapmanız gerekmez. Sizin hakkınızda yazılan her şey kendiliğinden silinir.',
  },
  already: {
    subject: (title) => `Zaten kayıtlısınız: ${title}`,
    why: (title) =>
      `Bu adresle “${title}” için bir kayıt daha gönderildi. Zaten bir kaydınız var; ikinci bir kayıt oluşmadı.`,
    seat: 'Yeriniz var.',
    waiting: onTheList,
    applied: 'Başvurunuz koordinasyona ulaştı.',
    offered: (until) => `Size bir yer önerildi. Lütfen ${until} tarihine kadar kabul edin.`,
    unconfirmed: (until) => `Adresiniz henüz onaylanmadı. Lütfen ${until} tarihine kadar onaylayın.`,
    button: 'Kaydımı gör',
  },
  confirmed: {
    subject: (title) => `Kaydınız tamam: ${title}`,
    seat: (title) => `“${title}” kaydınız onaylandı. Yeriniz var.`,
    calendar: 'Tarihler takviminiz için ektedir.',
    link: 'Çevrim içi oturumların katılım bağlantısını başlangıçtan önce size göndeririz.',
    button: 'Kaydım',
    cannotCome:
      'Yine de gelemeyecek misiniz? Sayfanızdan kaydınızı iptal edebilirsiniz. Yeriniz sıradaki kişiye geçer.',
  },
  confirmedWaiting: {
    subject: (title) => `Bekleme listesindesiniz: ${title}`,
    text: (position) => `Adresiniz onaylandı. ${onTheList(position)}`,
  },
  rule: {
    atOnce: (admitted) =>
      `Yer açılınca ${admitted ? 'kabul' : 'kayıt'} sırasına göre sıradaki kişiye kendiliğinden verilir. O zaman size hemen yazarız.`,
    offer: (hours, admitted) =>
      `Yer açılınca ${admitted ? 'kabul' : 'kayıt'} sırasına göre sıradaki kişiye öneririz. Kabul etmek için ${hours} saati vardır, başlangıca az kala daha kısa; sonra sıra bir sonraki kişiye gelir.`,
    newcomers: (when) =>
      `Yerler şu tarihte verilir: ${when}. Önce bize hiç katılmamış olanlara, sonra diğerlerine, her seferinde kayıt sırasına göre. O zamana kadar herkes bekleme listesindedir.`,
    together:
      'Grubunuz, herkese aynı anda yetecek kadar yer açılınca yer alır. O zamana kadar tek tek açılan yerler başkalarına verilir.',
    approval: 'Koordinasyon her kaydı inceler ve kimlerin katılacağına karar verir.',
    kept: (seats, all, association, until) =>
      `${all} yerin ${seats} tanesi ${association} için ayrılmıştır${until ? ` (${until} tarihine kadar). Sonra herkese açılır` : ''}.`,
    mostPerAssociation: (people) =>
      `Birçok dernek katılabilsin diye bir dernekten en fazla ${people} kişi katılabilir.`,
    waitingSize: (size) =>
      size === 0 ? 'Bekleme listesi yoktur.' : `Bekleme listesi en fazla ${size} kişiliktir.`,
  },
  confirmedApplication: {
    subject: (title) => `Başvurunuz ulaştı: ${title}`,
    text: (title) =>
      `Adresiniz onaylandı. Koordinasyon “${title}” için gelen bütün başvurulara bakacak ve size yazacak.`,
  },
  offered: {
    subject: (title) => `Size bir yer var, lütfen kabul edin: ${title}`,
    text: (title, until) =>
      `“${title}” seminerinde bir yer açıldı ve sıra sizde. Lütfen ${until} tarihine kadar kabul edin. Sonra yeri sıradaki kişiye öneririz.`,
    button: 'Yeri gör ve kabul et',
    decline: 'Yeri istemiyor musunuz? O zaman aynı sayfada reddedin. Böylece yer daha çabuk başkasına geçer.',
  },
  lapsed: {
    subject: (title) => `Yer kabul edilmedi: ${title}`,
    text: (title) =>
      `“${title}” seminerinde size önerdiğimiz yer zamanında kabul edilmedi. Yer sıradaki kişiye geçiyor.`,
  },
  admitted: {
    subject: (title) => `Kabul edildiniz: ${title}`,
    seat: (title) => `“${title}” seminerine kabul edildiniz ve yeriniz var.`,
    waiting: (title, position) =>
      `“${title}” seminerine kabul edildiniz. Şu anda boş yer yok. ${onTheList(position)}`,
    message: (words) => `Koordinasyonun size notu: ${words}`,
  },
  declined: {
    subject: (title) => `Ne yazık ki yer yok: ${title}`,
    text: (title) => `“${title}” semineri için size ne yazık ki yer veremiyoruz.`,
    button: 'Diğer seminerlere bak',
  },
  promoted: {
    subject: (title) => `Yeriniz var: ${title}`,
    text: (title) => `İyi haber: Bekleme listesindeydiniz, artık “${title}” seminerinde yeriniz var.`,
    unconfirmedSubject: (title) => `Bir yer açıldı, lütfen onaylayın: ${title}`,
    unconfirmed: (until) =>
      `Lütfen adresinizi ${until} tarihine kadar onaylayın, yoksa yer sıradaki kişiye geçer.`,
  },
  cancelled: {
    subject: (title) => `Kayıt iptal edildi: ${title}`,
    text: (title) =>
      `“${title}” kaydınız iptal edildi. Tarihler takviminizdeyse e-postanın eki onları siler.`,
    again: 'Yine de katılmak ister misiniz? O zaman yeniden kayıt olun.',
    button: 'Seminere git',
  },
  moved: {
    subject: (title) => `Tarih değişti: ${title}`,
    subjectCancelled: (title) => `Bir oturum yapılmıyor: ${title}`,
    subjectAdded: (title) => `Yeni oturum: ${title}`,
    added: 'Yeni oturum',
    linkStays: 'Katılım bağlantınız geçerliliğini korur.',
    stillWaiting: 'Bekleme listesindeki yeriniz devam ediyor.',
    before: (when) => `önceki: ${when}`,
    cancelled: 'Yapılmıyor',
    nothingLeft:
      'Yalnızca bu oturumu seçmiştiniz. Sayfanızdan kaydınızı iptal edebilir ya da bize yazabilirsiniz.',
    text: (title) => `“${title}” seminerinde bir değişiklik oldu. Yeni durum şöyle:`,
    calendar: 'E-postanın eki takviminizi günceller.',
    cannotCome: 'Yeni tarih size uymuyor mu? Sayfanızdan kaydınızı iptal edebilirsiniz.',
  },
  seminarCancelled: {
    subject: (title) => `Yapılmıyor: ${title}`,
    text: (title) =>
      `“${title}” semineri ne yazık ki yapılmıyor. Bir şey yapmanıza gerek yok. E-postanın eki tarihleri takviminizden siler.`,
    more: 'Diğer seminerleri programımızda bulabilirsiniz.',
    button: 'Programa git',
  },
}
