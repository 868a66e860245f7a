import type { CheckText } from './check.de.ts'

/** The words of the page on which people try out their technology, Turkish. */
export const tr: CheckText = {
  title: 'Cihazınızı deneyin ve katılın',
  lead: 'Her şeyin çalışıp çalışmadığını burada iki dakikada deneyebilirsiniz. Nasıl katılacağınız aşağıda adım adım yazılıdır.',
  link: 'Cihazı önceden dene',
  tests: 'Deneme',
  private:
    'Görüntü ve ses cihazınızda kalır. Hiçbir şey kaydedilmez, saklanmaz veya başkasına verilmez. Sayfa çerez kullanmaz.',
  withoutScript:
    'Denemeler yalnızca JavaScript ile çalışır. Bu tarayıcıda JavaScript kapalı. Sayfadaki diğer bilgiler yine de geçerlidir.',
  browser: { title: 'Tarayıcı' },
  devices: {
    title: 'Kamera ve mikrofon',
    text: 'Düğmeye bastıktan sonra tarayıcı izin ister. Lütfen “İzin ver” seçeneğini seçiniz ve birkaç kelime konuşunuz.',
    start: 'Kamera ve mikrofonu dene',
    stop: 'Bitir',
    preview: 'Kameranızın görüntüsü',
    level: 'Mikrofonunuzun ses düzeyi',
  },
  speaker: {
    title: 'Hoparlör veya kulaklık',
    text: 'Düğme kısa bir ses çalar.',
    start: 'Sesi çal',
    question: 'Sesi duydunuz mu?',
    yes: 'Evet, duydum',
    no: 'Hayır, duymadım',
  },
  speed: {
    title: 'Bağlantı',
    text: 'Yalnızca kendi sunucumuza giden bağlantı ölçülür.',
    start: 'Bağlantıyı ölç',
  },
  verdict: 'Sonuç',
  said: {
    browserGood: 'Tarayıcınız uygun ve sayfanın bağlantısı güvenli.',
    browserOld:
      'Bu tarayıcı görüntülü toplantıları desteklemiyor. Lütfen güncel bir tarayıcı kullanınız: Firefox, Chrome, Edge veya Safari.',
    browserInsecure:
      'Bu sayfanın bağlantısı güvenli değil (https). Bu yüzden tarayıcı kamera ve mikrofona izin vermez. Lütfen e-postamızdaki bağlantıyı açınız.',
    devicesAsking: 'Tarayıcı şimdi izin istiyor. Lütfen “İzin ver” seçeneğini seçiniz.',
    devicesGood: 'İkisi de çalışıyor. Kamera: {camera}. Mikrofon: {microphone}. Kendinizi görüyor musunuz?',
    cameraOnly: 'Kamera çalışıyor ({camera}), mikrofon çalışmıyor.',
    microphoneOnly:
      'Mikrofon çalışıyor ({microphone}), kamera çalışmıyor. Görüntü olmadan da katılabilirsiniz.',
    denied:
      'İzin verilmemiş. Adresin solundaki simgeye (kilit veya ayar simgesi) basınız, kamera ve mikrofona izin veriniz ve yeniden deneyiniz.',
    none: 'Cihaz bulunamadı. Takılı ve açık mı?',
    busy: 'Cihazı şu anda başka bir program kullanıyor. Zoom, Teams, Skype veya görüntülü diğer pencereleri kapatıp yeniden deneyiniz.',
    broken: 'Cihaz yanıt vermiyor. Tarayıcıyı kapatıp açınız ve yeniden deneyiniz.',
    devicesStopped: 'Kamera ve mikrofon yeniden kapatıldı.',
    levelWaiting: 'Lütfen birkaç kelime konuşunuz.',
    levelHeard: 'Sizi duyuyoruz: mikrofon çalışıyor.',
    levelSilent: 'Henüz ses gelmiyor. Mikrofon kulaklıkta veya ayarlarda kapalı olabilir mi?',
    unnamed: 'adsız',
    tonePlaying: 'Ses şimdi çalıyor.',
    toneImpossible: 'Bu tarayıcı sesi çalamıyor.',
    speakerGood: 'Güzel. Hoparlörünüz çalışıyor.',
    speakerBad:
      'Sesi açınız, “sessiz” ayarını kapatınız, fişi veya Bluetooth bağlantısını kontrol ediniz. Sonra sesi yeniden çalınız.',
    speedRunning: 'Ölçülüyor …',
    speedGood: 'Ses ve görüntü için yeterli ({mbit} Mbit/sn, yanıt süresi {ms} ms).',
    speedPart:
      'Ses için yeterli, görüntü için sınırda ({mbit} Mbit/sn, yanıt süresi {ms} ms). Kameranızı kapalı tutmanız daha iyi olur.',
    speedBad:
      'Çok yavaş ({mbit} Mbit/sn, yanıt süresi {ms} ms). Kablosuz ağ cihazına yaklaşınız veya başka bir ağ kullanınız.',
    speedNone: 'Sunucumuz yanıt vermedi. İnternetiniz var mı? Lütfen bir dakika sonra yeniden deneyiniz.',
    verdictOpen: 'Henüz denenmedi: {open}.',
    verdictGood: 'Her şey hazır. Görüntülü ve sesli katılabilirsiniz.',
    verdictSlow: 'Katılabilirsiniz, ama kameranızı kapalı tutmanız daha iyi olur: bağlantı sınırda.',
    verdictCamera: 'Duyabilir ve konuşabilirsiniz. Yalnızca görüntünüz yok; bu bir engel değil.',
    verdictMicrophone:
      'Dinleyebilir ve sohbete yazabilirsiniz. Konuşmak için mikrofon gerekli; yardım aşağıda yazılıdır.',
    verdictSpeaker: 'Bu durumda hiçbir şey duyamazsınız. Lütfen aşağıdaki “Ses yok” bölümüne bakınız.',
    verdictSpeed: 'Bağlantı bu hâliyle yeterli değil. Lütfen başka bir ağ veya başka bir cihaz deneyiniz.',
    verdictBrowser: 'Bu tarayıcıyla olmuyor. Lütfen başka bir tarayıcı veya başka bir cihaz kullanınız.',
  },
  how: {
    title: 'Nasıl katılırsınız?',
    steps: [
      'Davet e-postasını açınız. İçinde bir düğme vardır: “Çevrim içi odaya git”. Aynı yol kişisel sayfanızda da bulunur.',
      'Düğme, oturumunuzun sayfasını açar. Kapı genellikle başlangıçtan 30 dakika önce açılır; tam saat e-postada yazılıdır.',
      'Kapı açıkken “Şimdi katıl” düğmesine basınız. Hesap veya parola gerekmez.',
      'Tarayıcı mikrofon ve kamera için izin ister. “İzin ver” seçeneğini seçiniz. Odada ikisini de kapatıp açabilirsiniz.',
      'Bağlantı mı koptu? Aynı düğmeye yeniden basınız. Dakikalarınız toplanır.',
    ],
    ways: [
      {
        title: 'Telefon veya tabletle',
        list: [
          'Bağlantıyı tarayıcıda açınız: iPhone’da Safari, Android’de Chrome veya Firefox.',
          'Bağlantı e-posta uygulamasının içinde açılır ve görüntü siyah kalırsa orada “Tarayıcıda aç” seçeneğini seçiniz.',
          'Mümkünse kablosuz ağa bağlanınız ve şarj aletini takınız.',
        ],
      },
      {
        title: 'Bilgisayarla',
        list: [
          'Güncel bir Firefox, Chrome, Edge veya Safari kullanınız. Genellikle bir şey kurmak gerekmez.',
          'Skype veya Teams gibi görüntülü diğer programları kapatınız.',
        ],
      },
      {
        title: 'Kulaklıkla',
        list: [
          'Telefonun mikrofonlu kulaklığı yeterlidir. Ses daha net olur ve yankı yapmaz.',
          'Odaya girmeden önce takınız veya bağlayınız. Tarayıcı kulaklığı kendiliğinden bulur.',
        ],
      },
    ],
    help: 'Bir sorun olursa',
    troubles: [
      {
        title: 'Ses yok',
        list: [
          'Cihazın sesi yeterince açık mı, sessize alınmış olabilir mi?',
          'Doğru hoparlör seçili mi? Odada ses veya telefon simgesine bakınız.',
          'Odadan çıkıp aynı düğmeyle yeniden giriniz.',
        ],
      },
      {
        title: 'Diğerleri beni duymuyor veya görmüyor',
        list: [
          'Odada mikrofon veya kamera simgesine basınız.',
          'Tarayıcıda ikisine de izin veriniz: adresin solundaki simgeyle.',
          'Kamera veya mikrofonu kullanan diğer programları kapatınız.',
        ],
      },
      {
        title: 'Görüntü yok',
        list: [
          'Kameranın önü kapalı veya kamera cihazda kapatılmış olabilir mi?',
          'Bağlantı zayıfsa kendi kameranızı kapatınız. Görüntü olmadan da dinleyebilirsiniz.',
        ],
      },
      {
        title: 'Sunucu yanıt vermiyor',
        list: [
          'Deneme için başka bir sayfa açınız. O da açılmıyorsa internetiniz yoktur.',
          'Bir dakika bekleyiniz ve düğmeye yeniden basınız.',
          'Seminer başka bir odaya taşınırsa size yazarız. Bağlantınız aynı kalır.',
        ],
      },
    ],
    contact: (email) => `Hiç olmazsa bize yazınız: ${email}`,
  },
}
