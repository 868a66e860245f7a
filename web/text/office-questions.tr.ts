import type { OfficeQuestionsText } from './office-questions.de.ts'

/** The words of a seminar's questions and their answers in the office, in Turkish. */
export const officeQuestionsTr: OfficeQuestionsText = {
  kinds: {
    'short-text': 'Kısa metin (bir satır)',
    'long-text': 'Uzun metin (birkaç satır)',
    'one-of': 'Seçeneklerden biri',
    'several-of': 'Seçeneklerden birkaçı',
    'yes-no': 'Evet veya hayır',
    number: 'Sayı',
    date: 'Tarih',
  },
  refusals: {
    unknown: 'Böyle bir seminer yok.',
    'unknown-question': 'Bu soru artık yok.',
    over: 'Seminer iptal edildi ya da tamamlandı. Soruları artık değiştirilemez.',
    'changed-meanwhile':
      'Soruları bu arada başka biri değiştirdi. Hiçbir şey kaydedilmedi. Lütfen bakınız ve sonra yeniden deneyiniz.',
    'too-many': 'On ikiden fazla soru olamaz.',
    'has-answers':
      'Bu soru yanıtlandı. Sözlerini değiştirebilirsiniz, ama türünü ya da korumasını değiştiremezsiniz.',
  },
  list: {
    title: 'Kayıt formundaki sorular',
    lead: 'Form her zaman adı, e-posta adresini, derneği ve dili sorar. Burada yalnızca bu seminer için gerçekten gerekeni sorunuz, en çok on iki soru.',
    none: 'Henüz özel soru yok.',
    add: 'Yeni soru',
    edit: 'Değiştir',
    up: 'Yukarı taşı',
    down: 'Aşağı taşı',
    required: 'Zorunlu soru',
    voluntary: 'İsteğe bağlı',
    sensitive: 'Özel korumalı',
    answered: (n) => (n === 0 ? 'Henüz yanıt yok' : `${n} yanıt`),
    remove: 'Kaldır',
    removeText: (n) =>
      n === 0
        ? 'Soru formdan kalkar.'
        : 'Soru formdan kalkar ve verilen bütün yanıtlar silinir. Bu geri alınamaz.',
    removeNow: 'Evet, bütün yanıtlarla birlikte kaldır',
    preview: 'Önizleme: Formda böyle görünür',
  },
  form: {
    newTitle: 'Yeni soru',
    editTitle: 'Soruyu değiştir',
    kind: 'Yanıtın türü',
    kindHint: 'Yanıt geldikten sonra tür değiştirilemez.',
    required: 'Zorunlu soru: Yanıtsız kayıt olunmaz',
    sensitive: 'Özel korumalı (GDPR madde 9)',
    sensitiveHint:
      'Sağlık, engellilik veya inançla ilgili bilgiler için, örneğin destek ihtiyacı. Yanıtlar ayrı saklanır, her açılış kayda geçer ve son oturumdan hemen sonra silinir. Böyle sorular her zaman isteğe bağlıdır.',
    wording: { de: 'Almanca soru', tr: 'Türkçe soru', en: 'İngilizce soru' },
    purpose: { de: 'Ne için (Almanca)', tr: 'Ne için (Türkçe)', en: 'Ne için (İngilizce)' },
    purposeHint: 'Sorunun yanında yazar. Örneğin: yeterince yemek ısmarlamak için.',
    otherHint: 'Boş kalan, Almanca görünür.',
    keptDays: 'Yanıtlar kaç gün sonra silinsin',
    keptDaysHint: 'Son oturumdan itibaren sayılır. Özel korumalı sorularda her zaman 0.',
    choices: 'Seçenekler',
    choicesHint: 'Yalnızca seçmeli sorular için. Alanları boş olan seçenek kalkar.',
    choice: (n, language) => `Seçenek ${n}, ${language}`,
    languages: { de: 'Almanca', tr: 'Türkçe', en: 'İngilizce' },
    more: 'Daha çok seçenek',
    tooFewChoices: 'Lütfen en az iki seçenek yazınız.',
    choiceTwice: 'Bu seçenek listede zaten var.',
    sensitiveRequired: 'Özel korumalı bir soru isteğe bağlı olmalıdır.',
  },
  answers: {
    title: 'Yanıtlar',
    link: 'Soruları düzenle',
    choice: 'Yanıt',
    count: 'Sayı',
    noAnswer: 'yanıtsız',
    goneChoice: '(artık seçenek değil)',
    name: 'Ad',
    perPerson: 'Kişi başına yanıtlar',
    none: 'Henüz kimse yanıt vermedi.',
    yes: 'Evet',
    no: 'Hayır',
    sensitiveTitle: 'Özel korumalı yanıtlar',
    sensitiveLink: 'Özel korumalı yanıtlara git',
    sensitiveText:
      'Burada örneğin sağlık veya engellilik bilgileri bulunur. Yalnızca hazırlık için gerekiyorsa açınız. Kimin ne zaman açtığı kayda geçer. Son oturumdan hemen sonra silinirler.',
    show: 'Yanıtları aç',
    noted: 'Bu sayfayı açtığınız kayda geçti.',
  },
  statistics: {
    title: 'İstatistik',
    sheets: (n) => `${n} form dolduruldu.`,
    later:
      'Sayılar seminer başlayınca görünür. Daha önce görünseydi, her yeni kayıtta kimin ne yazdığı anlaşılabilirdi.',
    tooFew: 'Kişiler hakkında bir şey açığa vurmadan sayı göstermek için form sayısı çok az.',
    rule: '1 ile 4 arasındaki sayıları ve bunların hesaplanmasını sağlayacak başka sayıları göstermiyoruz.',
    hidden: 'gösterilmiyor',
    count: 'Sayı',
    total: (n) => `Toplam form: ${n}`,
  },
}
