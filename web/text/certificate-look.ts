import type { Language } from '../../functions/kernel/language.ts'
import type { CertificateDesign, CertificatePicture } from '../../functions/programme/certificate-look.ts'
import type { PictureRefusal } from '../../functions/programme/picture.ts'

const designs: Record<CertificateDesign, string> = {
  letter: 'Brief: wie ein Schreiben Ihres Verbands',
  frame: 'Rahmen: mittig, in einem ruhigen Rahmen',
  plain: 'Schlicht: nur Schwarz, ohne Logos, für eigenes Briefpapier',
}
const designNames: Record<CertificateDesign, string> = {
  letter: 'Brief',
  frame: 'Rahmen',
  plain: 'Schlicht',
}
const pictures: Record<CertificatePicture, string> = {
  logo: 'Logo Ihres Verbands',
  funderLogo: 'Logo des Fördergebers',
  signature: 'Bild der Unterschrift',
}
const pictureTroubles: Record<PictureRefusal['code'], string> = {
  'not-png': 'Das ist keine PNG-Datei. Bitte speichern Sie das Bild als PNG.',
  'too-large': 'Das Bild ist zu groß: höchstens 200 KB und 1600 Punkte in Breite und Höhe.',
  interlaced: 'Das Bild ist „interlaced“ gespeichert. Bitte speichern Sie es ohne diese Einstellung.',
  deep: 'Das Bild hat 16 Bit je Farbe. Bitte speichern Sie es mit 8 Bit.',
  broken: 'Die Datei ist beschädigt. Bitte speichern Sie das Bild neu.',
}

const de = {
  title: 'Teilnahmebescheinigungen: Aussehen',
  lead: 'Was Sie hier wählen, gilt für Bescheinigungen, die von jetzt an ausgestellt werden. Ausgestellte bleiben, wie sie sind.',
  toPage: 'Aussehen ändern',
  design: 'Gestaltung',
  designs,
  designNames,
  color: 'Farbe',
  colorHint:
    'Als sechs Zeichen nach einer Raute, zum Beispiel #9b1c3c. Im schlichten Blatt bleibt alles schwarz.',
  notAColor: 'Bitte eine Raute und sechs Zeichen von 0 bis 9 und a bis f.',
  pale: 'Diese Farbe ist auf weißem Papier zu blass. Bitte wählen Sie eine dunklere.',
  bilingual: 'Deutsch neben die Sprache der Person setzen',
  bilingualHint: 'Wer eine andere Sprache gewählt hat, bekommt beide auf einem Blatt.',
  pictures,
  pictureHint: 'PNG, höchstens 200 KB und 1600 Punkte in Breite und Höhe. Ohne Auswahl bleibt, was da ist.',
  pictureTroubles,
  present: (name: string) => `${name}: so ist es jetzt`,
  takeAway: (name: string) => `${name} entfernen`,
  samples: 'Muster ansehen',
  samplesLead: 'Mit dem gespeicherten Aussehen, in jeder Gestaltung, als PDF.',
  sample: (design: string) => `Muster „${design}“ (PDF)`,
}

const tr: typeof de = {
  title: 'Katılım belgeleri: görünüm',
  lead: 'Burada seçtiğiniz görünüm bundan sonra verilecek belgeler için geçerlidir. Verilmiş belgeler olduğu gibi kalır.',
  toPage: 'Görünümü değiştir',
  design: 'Tasarım',
  designs: {
    letter: 'Mektup: kuruluşunuzun bir yazısı gibi',
    frame: 'Çerçeve: ortalanmış, sade bir çerçeve içinde',
    plain: 'Yalın: yalnızca siyah, logosuz; kendi antetli kâğıdınız için',
  },
  designNames: { letter: 'Mektup', frame: 'Çerçeve', plain: 'Yalın' },
  color: 'Renk',
  colorHint: 'Diyez işaretinden sonra altı karakter; örneğin #9b1c3c. Yalın tasarımda her şey siyah kalır.',
  notAColor: 'Lütfen bir diyez işareti ve 0-9, a-f arasından altı karakter yazınız.',
  pale: 'Bu renk beyaz kâğıtta fazla soluk kalır. Lütfen daha koyu bir renk seçiniz.',
  bilingual: 'Kişinin dilinin yanına Almancasını da yaz',
  bilingualHint: 'Başka bir dil seçenler her iki dili aynı belgede görür.',
  pictures: {
    logo: 'Kuruluşunuzun logosu',
    funderLogo: 'Fon sağlayan kurumun logosu',
    signature: 'İmza görseli',
  },
  pictureHint: 'PNG; en fazla 200 KB, eni ve boyu en fazla 1600 piksel. Dosya seçmezseniz var olan kalır.',
  pictureTroubles: {
    'not-png': 'Bu bir PNG dosyası değil. Lütfen görseli PNG olarak kaydediniz.',
    'too-large': 'Görsel çok büyük: en fazla 200 KB, eni ve boyu en fazla 1600 piksel olabilir.',
    interlaced: 'Görsel “interlaced” olarak kaydedilmiş. Lütfen bu ayar olmadan kaydediniz.',
    deep: 'Görselde renk başına 16 bit var. Lütfen 8 bit olarak kaydediniz.',
    broken: 'Dosya bozuk. Lütfen görseli yeniden kaydediniz.',
  },
  present: (name) => `${name}: şu anki hâli`,
  takeAway: (name) => `Kaldır: ${name}`,
  samples: 'Örneğe bak',
  samplesLead: 'Kaydedilmiş görünümle, her tasarımda, PDF olarak.',
  sample: (design) => `“${design}” örneği (PDF)`,
}

const en: typeof de = {
  title: 'Certificates: how they look',
  lead: 'What you choose here holds for certificates issued from now on. Those that were issued stay as they are.',
  toPage: 'Change how they look',
  design: 'Design',
  designs: {
    letter: 'Letter: like a letter of your association',
    frame: 'Frame: centered, in a quiet frame',
    plain: 'Plain: black alone, without logos, for your own letter paper',
  },
  designNames: { letter: 'Letter', frame: 'Frame', plain: 'Plain' },
  color: 'Color',
  colorHint:
    'As six characters after a hash sign, for example #9b1c3c. On the plain sheet everything stays black.',
  notAColor: 'Please write a hash sign and six characters from 0 to 9 and a to f.',
  pale: 'This color is too pale on white paper. Please choose a darker one.',
  bilingual: 'Put German beside the person’s language',
  bilingualHint: 'Whoever has chosen another language gets both on one sheet.',
  pictures: {
    logo: 'Logo of your association',
    funderLogo: 'Logo of the funder',
    signature: 'Picture of the signature',
  },
  pictureHint: 'PNG, at most 200 KB and 1600 dots wide and high. Without a choice, what is there stays.',
  pictureTroubles: {
    'not-png': 'This is not a PNG file. Please save the picture as PNG.',
    'too-large': 'The picture is too large: at most 200 KB and 1600 dots wide and high.',
    interlaced: 'The picture is saved “interlaced”. Please save it without that option.',
    deep: 'The picture has 16 bits per color. Please save it with 8 bits.',
    broken: 'The file is damaged. Please save the picture again.',
  },
  present: (name) => `${name}: as it is now`,
  takeAway: (name) => `Remove: ${name}`,
  samples: 'See a sample',
  samplesLead: 'With the look as it is saved, in each design, as PDF.',
  sample: (design) => `Sample “${design}” (PDF)`,
}

/** The words for choosing how certificates look. */
export const certificateLookText: Record<Language, typeof de> = { de, tr, en }
