import type { SessionWords } from './de.ts'

export const tr: SessionWords = {
  greeting: (name) => `Sayın ${name},`,
  rows: { seminar: 'Seminer', session: 'Tarih', place: 'Yer', trainer: 'Eğitmen' },
  online: 'çevrim içi',
  invite: {
    subject: (title, when) => `Katılım bağlantınız: ${title}, ${when}`,
    text: (title) => `“${title}” yaklaşıyor.`,
    online: 'Bu bağlantı sizi çevrim içi odaya götürür. Yalnızca sizin içindir; lütfen başkasına vermeyin.',
    opens: (time) => `Oda saat ${time} itibarıyla açıktır.`,
    onsite: (address) => `Buluşma yeri: ${address}.`,
    cannotCome:
      'Yine de gelemeyecek misiniz? Lütfen sayfanızdan kaydınızı iptal edin. Yeriniz başka birine verilir.',
  },
  when: (date, time, isToday) => (isToday ? `bugün (saat ${time})` : `${date} günü (saat ${time})`),
  reminder: {
    subject: (title, time) => `Bugün saat ${time}: ${title}`,
    subjectLater: (title, date) => `Tarih ${date}: ${title}`,
    text: (title, when) => `“${title}” ${when} başlıyor.`,
    myPage:
      'Oturumda bir kod gösterilirse onu kendi sayfanızda yazarsınız. Gelemeyecekseniz kaydınızı da oradan iptal edersiniz.',
  },
  joinButton: 'Çevrim içi odaya git',
  myButton: 'Kaydım',
  check:
    'İlk kez mi katılıyorsunuz? Kamera, mikrofon ve sesin çalışıp çalışmadığını önceden deneyebilirsiniz. Nasıl katılacağınız da orada yazılıdır.',
  checkButton: 'Cihazı dene',
}
