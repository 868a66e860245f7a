import type { Language } from '../../functions/kernel/language.ts'

type Words = {
  link: string
  title: (year: string) => string
  explained: string
  count: (count: number) => string
  years: string
  place: string
  seminar: string
  empty: string
  none: string
  all: string
  /** The link to one file with every certificate of a seminar. */
  file: (count: number) => string
  part: (from: number, to: number) => string
  parts: string
  collect: string
  collecting: (done: string, of: string) => string
  collected: string
  failed: string
}

/** The register of certificates, and all certificates of a seminar as files. */
export const registerText: Record<Language, Words> = {
  de: {
    link: 'Register der Bescheinigungen',
    title: (year) => `Register der Bescheinigungen ${year}`,
    explained:
      'Jede Bescheinigung bekommt beim Ausstellen den nächsten Platz ihres Jahres. Kein Platz fehlt, keiner ist doppelt.',
    count: (count) => (count === 1 ? '1 Eintrag' : `${count} Einträge`),
    years: 'Andere Jahre',
    place: 'Platz',
    seminar: 'Seminar',
    empty: 'ohne Blatt: Daten gelöscht oder nicht ausgestellt',
    none: 'In diesem Jahr wurde noch keine Bescheinigung ausgestellt.',
    all: 'Alle Bescheinigungen als Datei',
    file: (count) =>
      count === 1
        ? 'Die Bescheinigung herunterladen (ZIP)'
        : `Alle ${count} Bescheinigungen herunterladen (ZIP)`,
    part: (from, to) => `Blätter ${from} bis ${to} (ZIP)`,
    parts: 'Es sind viele. Deshalb kommen sie in mehreren Dateien.',
    collect: 'Alle Dateien nacheinander herunterladen',
    collecting: (done, of) => `Datei ${done} von ${of} ist da …`,
    collected: 'Alle Dateien sind heruntergeladen.',
    failed: 'Eine Datei kam nicht an. Versuchen Sie es noch einmal, oder laden Sie sie einzeln herunter.',
  },
  tr: {
    link: 'Belge kayıt defteri',
    title: (year) => `${year} belge kayıt defteri`,
    explained:
      'Her belge düzenlenirken yılının sıradaki yerini alır. Hiçbir yer atlanmaz, hiçbiri iki kez verilmez.',
    count: (count) => `${count} kayıt`,
    years: 'Öteki yıllar',
    place: 'Sıra',
    seminar: 'Seminer',
    empty: 'belgesiz: veriler silindi ya da belge düzenlenmedi',
    none: 'Bu yıl henüz belge düzenlenmedi.',
    all: 'Bütün belgeler dosya olarak',
    file: (count) => (count === 1 ? 'Belgeyi indir (ZIP)' : `${count} belgenin hepsini indir (ZIP)`),
    part: (from, to) => `${from}–${to} arası belgeler (ZIP)`,
    parts: 'Belge sayısı çok. Bu yüzden birkaç dosya hâlinde gelir.',
    collect: 'Bütün dosyaları sırayla indir',
    collecting: (done, of) => `${of} dosyadan ${done} tanesi geldi …`,
    collected: 'Bütün dosyalar indirildi.',
    failed: 'Bir dosya gelmedi. Yeniden deneyin ya da dosyaları tek tek indirin.',
  },
  en: {
    link: 'Register of certificates',
    title: (year) => `Register of certificates ${year}`,
    explained:
      'Each certificate gets the next place of its year when it is issued. No place is missing, and none is given twice.',
    count: (count) => (count === 1 ? '1 entry' : `${count} entries`),
    years: 'Other years',
    place: 'Place',
    seminar: 'Seminar',
    empty: 'without a sheet: data erased, or not issued',
    none: 'No certificate has been issued in this year.',
    all: 'All certificates as files',
    file: (count) =>
      count === 1 ? 'Download the certificate (ZIP)' : `Download all ${count} certificates (ZIP)`,
    part: (from, to) => `Sheets ${from} to ${to} (ZIP)`,
    parts: 'There are many. So they come in several files.',
    collect: 'Download all files one after the other',
    collecting: (done, of) => `File ${done} of ${of} is here …`,
    collected: 'All files are downloaded.',
    failed: 'One file did not arrive. Please try again, or download it by itself.',
  },
}
