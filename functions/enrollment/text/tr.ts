import type { EnrollmentWords } from './de.ts'

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
      `Seminer dolu. Bekleme listesindesiniz, en fazla ${position}. sıradasınız. Yer açılınca kendiliğinden listeye alınırsınız. Lütfen ${until} tarihine kadar onaylayın, yoksa kaydınız silinir.`,
    button: 'Kaydımı gör ve onayla',
    stranger: 'Kayıt olmadınız mı? O zaman hiçbir şey yapmayın. Kayıt kendiliğinden silinir.',
  },
  already: {
    subject: (title) => `Zaten kayıtlısınız: ${title}`,
    why: (title) =>
      `Bu adresle “${title}” için bir kayıt daha gönderildi. Zaten bir kaydınız var; ikinci bir kayıt oluşmadı.`,
    seat: 'Yeriniz var.',
    waiting: (position) => `Bekleme listesindesiniz, en fazla ${position}. sıradasınız.`,
    unconfirmed: (until) => `Adresiniz henüz onaylanmadı. Lütfen ${until} tarihine kadar onaylayın.`,
    button: 'Kaydımı gör',
  },
  confirmed: {
    subject: (title) => `Kaydınız tamam: ${title}`,
    seat: (title) => `“${title}” kaydınız onaylandı. Yeriniz var.`,
    calendar: 'Tarihler takvim dosyası olarak ektedir.',
    link: 'Çevrim içi oturumların katılım bağlantısını başlangıçtan 24 saat önce gönderiyoruz.',
    button: 'Kaydım',
    cannotCome:
      'Yine de gelemeyecek misiniz? Sayfanızdan kaydınızı iptal edebilirsiniz. Yeriniz sıradaki kişiye geçer.',
  },
  confirmedWaiting: {
    subject: (title) => `Bekleme listesindesiniz: ${title}`,
    text: (title, position) =>
      `Adresiniz onaylandı. “${title}” için bekleme listesindesiniz, en fazla ${position}. sıradasınız.`,
    rule: 'Yerler kayıt sırasına göre verilir. Yer açılınca kendiliğinden listeye alınırsınız ve size yazarız.',
  },
  promoted: {
    subject: (title) => `Yeriniz var: ${title}`,
    text: (title) =>
      `Bir yer açıldı. Bekleme listesinden alındınız, artık “${title}” seminerinde yeriniz var.`,
    unconfirmedSubject: (title) => `Bir yer açıldı, lütfen onaylayın: ${title}`,
    unconfirmed: (until) =>
      `Lütfen adresinizi ${until} tarihine kadar onaylayın, yoksa yer sıradaki kişiye geçer.`,
  },
  cancelled: {
    subject: (title) => `Kayıt iptal edildi: ${title}`,
    text: (title) => `“${title}” kaydınız iptal edildi. Ekteki takvim dosyası tarihleri siler.`,
    again: 'Yine de katılmak ister misiniz? O zaman yeniden kayıt olun.',
    button: 'Seminere git',
  },
  moved: {
    subject: (title) => `Tarih değişti: ${title}`,
    text: (title) => `“${title}” seminerinde bir değişiklik oldu. Yeni durum şöyle:`,
    calendar: 'Ekteki takvim dosyası takviminizi günceller. Katılım bağlantınız geçerliliğini korur.',
    cannotCome: 'Yeni tarih size uymuyor mu? Sayfanızdan kaydınızı iptal edebilirsiniz.',
  },
  seminarCancelled: {
    subject: (title) => `Yapılmıyor: ${title}`,
    text: (title) =>
      `“${title}” semineri ne yazık ki yapılmıyor. Bir şey yapmanıza gerek yok. Ekteki takvim dosyası tarihleri siler.`,
    more: 'Diğer seminerleri programımızda bulabilirsiniz.',
    button: 'Programa git',
  },
}
