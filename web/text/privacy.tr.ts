import type { PrivacyText } from './privacy.ts'

/** The privacy notice, in Turkish. */
export const privacyTr: PrivacyText = {
  title: 'Aydınlatma metni',
  lead: 'Yalnızca seminerler için gerekli olan bilgileri soruyoruz ve bilgilerinizi herkese açık biçimde göstermiyoruz. Burada neyi, ne amaçla, ne kadar süreyle sakladığımız ve haklarınız yazılıdır (GDPR madde 13).',
  version: (version) => `Sürüm ${version}`,
  contact: (address) => `Kişisel verilerle ilgili sorularınız için: ${address}`,
  sections: {
    controller: {
      heading: 'Veri sorumlusu',
      text: ['Verilerinizin işlenmesinden sorumlu olan:'],
    },
    what: {
      heading: 'Neleri saklıyoruz',
      text: [
        [
          'kayıt sırasında: adınız ve soyadınız, e-posta adresiniz, derneğiniz, diliniz ve yazdıysanız notunuz,',
          'bir seminerin formunda sorulan sorulara verdiğiniz yanıtlar; ne için ve ne kadar süreyle saklandığı her sorunun yanında yazar. Özel korumalı yanıtlar, örneğin destek ihtiyacı, ayrı saklanır ve yalnızca koordinatörlere açıktır,',
          'bunun yanında kaydın, onayın veya iptalin zamanı, sıra numaranız ve bu metnin sürümü,',
          'oturumlarda: ne zaman gelip ne zaman ayrıldığınız ya da hangi kodu yazdığınız ve buna göre katılım dakikalarınız,',
          'sonrasında: katılım belgeniz, üzerinde yazılı olanlar ve PDF dosyasının sağlama toplamı, bazı seminerlerde bunun için söylenen evet veya hayır; geri çekildiyse ne zaman ve neden,',
          'takviminiz için bir abonelik bağlantısı isterseniz: siz sonlandırana kadar bağlantının parmak izi ve oluşturulma zamanı,',
          'size gönderdiğimiz e-postalar ve ulaşıp ulaşmadıkları.',
        ],
      ],
    },
    why: {
      heading: 'Ne amaçla ve hangi dayanakla',
      text: [
        [
          'semineri sizinle gerçekleştirmek için: yer, davet, hatırlatma, belge (GDPR madde 6, fıkra 1, bent b),',
          'fon sağlayan kuruma seminerin yapıldığını ve kimlerin katıldığını göstermek için (GDPR madde 6, fıkra 1, bent c ve f; menfaatimiz desteğin kurallara uygun kullanıldığını kanıtlamaktır),',
          'belge numarasını verdiğiniz kişiler belgenin gerçek olup olmadığını doğrulayabilsin diye (GDPR madde 6, fıkra 1, bent f).',
        ],
      ],
    },
    belief: {
      heading: 'İnancınızı ortaya koyabilecek bilgiler',
      text: [
        'Bir inanç topluluğunun seminerine kayıt olmak bile bir inanca işaret edebilir. Bu tür veriler özel olarak korunur. Bunları yalnızca kayıt formundaki kutuyu işaretleyerek açık rıza verdiğiniz için işliyoruz (GDPR madde 9, fıkra 2, bent a).',
        'Rızanızı istediğiniz zaman ileriye dönük olarak geri alabilirsiniz: kişisel sayfanızda kaydınızı iptal ederek ya da bize yazarak. O zamana kadar yapılanlar hukuka uygun kalır.',
      ],
    },
    who: {
      heading: 'Bilgilerinizi kimler görür',
      text: [
        [
          'birliğimizin koordinatörleri,',
          'seminerinizin eğitmeni: katılımcıların adları,',
          'çevrim içi oturumlarda diğer katılımcılar: orada göründüğünüz ad,',
          'katılımcı listesi isterse fon sağlayan kurum: ad, dernek, yer ve katılım,',
          'belge numaranıza sahip olanlar: belgede yazılı olanlar.',
        ],
        'Hiçbir bilgiyi satmıyor, reklam için başkasına vermiyoruz.',
      ],
    },
    meetings: {
      heading: 'Bir toplantı sunucusundaki çevrim içi oturumlar',
      text: [
        'Bir çevrim içi oturum kendi seminer odamızda ya da bir toplantı sunucusunda yapılır: BigBlueButton veya Jitsi kurulu bir sunucuda, 8x8’de (hizmet olarak Jitsi) ya da Zoom’da. Sunucu, kimin ne zaman gelip ayrıldığını biz sorunca ya da kendiliğinden bize bildirir; Jitsi ve 8x8 bunu bildirmez.',
        [
          'Sunucu sizinle ilgili bilgiyi bizden ancak oturuma girdiğinizde alır: adınızı ve yalnızca bizim sizinle eşleştirebildiğimiz bir kimlik.',
          'E-posta adresinizi almaz. Zoom bir adres ister; orada kimseye posta ulaşmayan uydurma bir adres yazar.',
          'Sunucu, internetteki her sayfa gibi IP adresinizi görür; söylediğinizi, gösterdiğinizi ve yazdığınızı aktarır.',
          'Zoom Communications, Inc. ve 8x8, Inc. ABD’de kuruludur. Veriler oraya yalnızca AB’nin yeterlilik kararına (GDPR madde 45) veya standart sözleşme maddelerine (GDPR madde 46) dayanarak gider.',
          'Bir oturum başka bir adrese götürüyorsa oraya hiçbir bilgi göndermeyiz. Orada o sağlayıcının aydınlatma metni geçerlidir.',
          'Katılımı bir sağlayıcının dosyasından alırsak dosyayı hemen ardından, en geç 24 saat içinde sileriz. Seminere kayıtlı olmayan kişilerin adlarını saklamayız.',
        ],
      ],
    },
    where: {
      heading: 'Veriler nerede duruyor',
      text: [
        'İşletim ve e-posta gönderimi için veri işleyen olarak Amazon Web Services EMEA SARL (Lüksemburg) ile çalışıyoruz (GDPR madde 28). Veriler Avrupa Birliği içindeki bir veri merkezinde şifreli olarak saklanır. İstisnai olarak ABD’den erişim gerekirse AB Komisyonunun yeterlilik kararı geçerlidir (EU-US Data Privacy Framework, GDPR madde 45).',
      ],
    },
    howLong: {
      heading: 'Ne kadar süreyle',
      text: [
        [
          'Onaylamadığınız kayıt 24 saat sonra geçerliliğini yitirir.',
          'Bir seminerin sorularına verilen yanıtları sorunun yanında yazan günde, özel korumalı olanları son oturumdan hemen sonra sileriz. Kaydınızı iptal ederseniz hepsini hemen sileriz.',
          'İstatistik bilgilerini baştan beri sizinle bağlantısı olmadan, yalnızca toplam olarak saklarız.',
          'Giden kutumuzdaki e-postaları 90 gün sonra siliyoruz.',
          'Koordinatörlerin mesajlarını, eklerini ve kime gönderildiklerinin listesini 100 gün sonra siliyoruz.',
          'Desteklenen seminerlerin kayıt ve yoklama bilgilerini, fon sağlayan kurum kanıt istediği sürece saklıyoruz: genellikle hibe kullanım raporu verildikten sonra beş yıl. Diğer seminerlerde artık gerekmediğinde siliyoruz. Daha önce silinmesini isterseniz yalnızca ad, adres ve dernek içermeyen bir yer ve dakikaları kalır.',
          'Belge, doğrulanabilmesi için, siz silinmesini isteyene kadar saklanır.',
        ],
      ],
    },
    visit: {
      heading: 'Bu sayfaları ziyaret ettiğinizde',
      text: [
        'Katılımcılar için çerez kullanmıyor, ziyaretleri saymıyor ve başka sitelerden hiçbir şey yüklemiyoruz. Sayfayı size gönderebilmek için hizmet sağlayıcımız IP adresinizi kısa süreliğine işler (GDPR madde 6, fıkra 1, bent f). Kendi günlüklerimizde ad, e-posta adresi ve kişisel bağlantı bulunmaz.',
        'Bir kayıt formu gönderdiğinizde, kötüye kullanımı önlemek için bağlantınızdan bir saat içinde kaç form geldiğini sayarız. Bunun için IP adresinizi yalnızca şifrelenmiş bir iz olarak saklar ve bir gün sonra sileriz (GDPR madde 6, fıkra 1, bent f).',
        'Aynı şekilde, bağlantınızdan bir dakika içinde kaç belgenin doğrulandığını sayarız. Orada bir PDF dosyasını karşılaştırırsanız dosya cihazınızdan çıkmaz.',
      ],
    },
    rights: {
      heading: 'Haklarınız',
      text: [
        'İstediğiniz zaman ücretsiz olarak şunları isteyebilirsiniz: verileriniz hakkında bilgi (madde 15), düzeltme (madde 16), silme (madde 17), işlemenin kısıtlanması (madde 18) ve verilerinizin yaygın bir biçimde verilmesi (GDPR madde 20).',
        'Bilgi, dosya ve silmeyi hemen ve dilekçesiz elde edersiniz: kişisel sayfanızdaki “Verilerimi gör, indir veya sil” bölümünde. Silmeden sonra yalnızca adsız sayılar kalır (yerler ve dakikalar).',
        'Meşru menfaate dayandığımız durumlarda, kendi özel durumunuzdan kaynaklanan nedenlerle itiraz edebilirsiniz (GDPR madde 21). Kısa bir mesaj yeterlidir.',
      ],
    },
    complaint: {
      heading: 'Şikâyet',
      text: [
        'Bir veri koruma denetim makamına şikâyette bulunabilirsiniz (GDPR madde 77); örneğin yaşadığınız eyaletteki ya da merkezimizden sorumlu olan makama.',
      ],
    },
    must: {
      heading: 'Bilgi vermek zorunda mısınız?',
      text: [
        'Hiçbir yasa sizi buna zorlamaz. Ancak ad, e-posta adresi ve dernek olmadan sizi kaydedemeyiz. Not alanı isteğe bağlıdır; lütfen bilmemiz gerekmeyen bir şey yazmayınız.',
      ],
    },
    automatic: {
      heading: 'Kendiliğinden olanlar',
      text: [
        'Yerler kayıt sırasına göre verilir. Katılım dakikalarınız seminer sayfasında yazan sınıra ulaşınca belge oluşturulur. Hakkınızda profil çıkarılmaz. Bir yanlışlık varsa bize yazınız: o zaman bir insan inceler.',
      ],
    },
  },
}
