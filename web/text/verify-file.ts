import type { Language } from '../../functions/kernel/language.ts'

const de = {
  title: 'PDF-Datei vergleichen',
  lead: 'Haben Sie die Bescheinigung als PDF? Hier sehen Sie, ob es unverändert unsere Datei ist. Die Datei bleibt auf Ihrem Gerät.',
  choose: 'PDF-Datei auswählen oder hierher ziehen',
  by: 'Jede Datei hat eine Prüfsumme (SHA-256). Ein Programm auf Ihrem Computer kann sie ausrechnen. Kommt genau die Folge heraus, die hier steht, ist es unsere Datei.',
  commands:
    'In Windows zeigt sie der Befehl „certutil -hashfile Datei.pdf SHA256“, auf einem Mac „shasum -a 256 Datei.pdf“, in Linux „sha256sum Datei.pdf“.',
  sum: 'Prüfsumme (SHA-256) unserer Datei',
  mailed: 'Prüfsumme der Datei aus unserer E-Mail',
  drawn: 'Prüfsumme der Datei, die es heute auf der persönlichen Seite gibt',
  said: {
    reading: 'Die Datei wird verglichen …',
    same: 'Das ist unverändert unsere Datei: {name}',
    other:
      'Das ist nicht unverändert unsere Datei: {name}. Sie muss nicht gefälscht sein: Beim Drucken, Einscannen oder Speichern entsteht eine neue Datei. Es gilt, was auf dieser Seite steht. Bitte vergleichen Sie damit.',
    unfit:
      'Diese Datei können wir nicht vergleichen: {name}. Sie ist kein PDF oder größer als 20 MB. Unsere Datei ist ein kleines PDF.',
    several: 'Bitte nur eine Datei auf einmal.',
    broken: 'Die Datei ließ sich nicht lesen: {name}. Bitte wählen Sie sie noch einmal aus.',
  },
}

const tr: typeof de = {
  title: 'PDF dosyasını karşılaştırma',
  lead: 'Belge sizde PDF olarak mı var? Bizim dosyamızın aynısı olup olmadığını burada görürsünüz. Dosya cihazınızdan çıkmaz.',
  choose: 'PDF dosyasını seçiniz veya buraya sürükleyiniz',
  by: 'Her dosyanın bir sağlama toplamı (SHA-256) vardır. Bilgisayarınızdaki bir program bunu hesaplayabilir. Sonuç burada yazanla tam olarak aynıysa dosya bizimdir.',
  commands:
    'Windows’ta “certutil -hashfile dosya.pdf SHA256”, Mac’te “shasum -a 256 dosya.pdf”, Linux’ta “sha256sum dosya.pdf” komutu bunu gösterir.',
  sum: 'Dosyamızın sağlama toplamı (SHA-256)',
  mailed: 'E-postamızdaki dosyanın sağlama toplamı',
  drawn: 'Kişisel sayfada bugün verilen dosyanın sağlama toplamı',
  said: {
    reading: 'Dosya karşılaştırılıyor …',
    same: 'Bu, bizim dosyamızın aynısıdır: {name}',
    other:
      'Bu, bizim dosyamızın aynısı değil: {name}. Sahte olması gerekmez: Yazdırınca, tarayınca veya kaydedince yeni bir dosya oluşur. Bu sayfada yazanlar geçerlidir. Lütfen bunlarla karşılaştırınız.',
    unfit:
      'Bu dosyayı karşılaştıramıyoruz: {name}. PDF değil veya 20 MB’tan büyük. Bizim dosyamız küçük bir PDF’tir.',
    several: 'Lütfen her seferinde tek bir dosya seçiniz.',
    broken: 'Dosya okunamadı: {name}. Lütfen yeniden seçiniz.',
  },
}

const en: typeof de = {
  title: 'Compare a PDF file',
  lead: 'Do you have the certificate as a PDF? Here you see whether it is our file, unchanged. The file stays on your device.',
  choose: 'Choose the PDF file, or drag it here',
  by: 'Each file has a checksum (SHA-256). A program on your computer can work it out. If the result is exactly what stands here, it is our file.',
  commands:
    'On Windows, “certutil -hashfile file.pdf SHA256” shows it; on a Mac, “shasum -a 256 file.pdf”; on Linux, “sha256sum file.pdf”.',
  sum: 'Checksum (SHA-256) of our file',
  mailed: 'Checksum of the file in our mail',
  drawn: 'Checksum of the file that the personal page gives today',
  said: {
    reading: 'Comparing the file …',
    same: 'This is our file, unchanged: {name}',
    other:
      'This is not our file as it was: {name}. It need not be forged: printing, scanning or saving makes a new file. What stands on this page counts. Please compare with it.',
    unfit:
      'We cannot compare this file: {name}. It is not a PDF, or larger than 20 MB. Our file is a small PDF.',
    several: 'One file at a time, please.',
    broken: 'The file could not be read: {name}. Please choose it once more.',
  },
}

/** The words of comparing a file with the one that the house sent; {name} is the file's own. */
export const verifyFileText: Record<Language, typeof de> = { de, tr, en }
