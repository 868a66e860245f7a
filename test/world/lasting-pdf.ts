import { marksOf, type PageMark } from './page-marks.ts'
import { type PdfDictionary, type PdfObjects, readObjects } from './pdf-objects.ts'

/** What a file breaks of a rule, one line each. */
type Rule = (file: PdfObjects) => string[]

const unless = (holds: boolean, complaint: string): string[] => (holds ? [] : [complaint])
const words = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('utf8')
const xmpOf = ({ catalog, stream }: PdfObjects): string => words(stream(catalog['/Metadata']))
const pagesOf = ({ catalog, at, list }: PdfObjects): PdfDictionary[] =>
  list(at(catalog['/Pages'])['/Kids']).map(at)
const ofType = ({ dictionaries }: PdfObjects, type: string): PdfDictionary[] =>
  dictionaries.filter((dictionary) => dictionary['/Type'] === type)
const elementsOf = ({ dictionaries }: PdfObjects, role: string): PdfDictionary[] =>
  dictionaries.filter((dictionary) => dictionary['/S'] === role && '/P' in dictionary)
const annotationsOf = (file: PdfObjects): PdfDictionary[] =>
  pagesOf(file).flatMap((page) => file.list(page['/Annots']).map(file.at))
const filesOf = (file: PdfObjects): PdfDictionary[] => ofType(file, '/Filespec')
const compoundFonts = (file: PdfObjects): PdfDictionary[] =>
  ofType(file, '/Font').filter((font) => font['/Subtype'] === '/Type0')
const marks = (file: PdfObjects): PageMark[] =>
  pagesOf(file).flatMap((page) => marksOf(words(file.stream(page['/Contents']))))

/** What ISO 19005-3 (PDF/A-3, level A) and ISO 14289-1 (PDF/UA-1) ask of a sheet, by clause. */
export const lastingRules: Record<string, Rule> = {
  'A 6.1.2 the header says a version, and that what follows is bytes': ({ bytes }) => {
    const [first = '', second = ''] = Buffer.from(bytes.slice(0, 20)).toString('latin1').split('\n')
    return unless(/^%PDF-1\.[0-7]$/.test(first) && /^%[\x80-\xff]{4}/.test(second), `${first} ${second}`)
  },
  'A 6.1.3 the file has an identifier': ({ trailer, list }) =>
    unless(list(trailer['/ID']).length === 2, 'no ID in the trailer'),
  'A 6.1.3 nothing is encrypted': ({ trailer }) => unless(!('/Encrypt' in trailer), 'encrypted'),
  'A 6.1.7 streams lie in the file and are packed openly': ({ streams }) =>
    streams.flatMap((stream) =>
      unless(!('/F' in stream) && stream['/Filter'] !== '/LZWDecode', JSON.stringify(stream)),
    ),
  'A 6.2.3 a profile explains the colors': ({ catalog, list, at, stream }) => {
    const intent = list(catalog['/OutputIntents'])
      .map(at)
      .find((found) => found['/S'] === '/GTS_PDFA1')
    const profile = stream(intent?.['/DestOutputProfile'])
    const mark = words(profile?.slice(36, 40))
    const space = words(profile?.slice(16, 20))
    const isRgb = space === 'RGB ' && at(intent?.['/DestOutputProfile'])['/N'] === 3
    return unless(mark === 'acsp' && isRgb, `no output intent with an RGB profile: ${mark} ${space}`)
  },
  'A 6.2.4 no color that the profile cannot explain': (file) =>
    marks(file)
      .filter(({ operator }) => ['k', 'K', '/DeviceCMYK'].includes(operator))
      .map(({ operator }) => `DeviceCMYK by ${operator}`),
  'A 6.2.8 pictures are not smoothed and have no stand-ins': ({ dictionaries }) =>
    dictionaries
      .filter((image) => image['/Subtype'] === '/Image')
      .flatMap((image) => unless(image['/Interpolate'] !== true && !('/Alternates' in image), 'image')),
  'A 6.2.11.3 letters are found by their own number': (file) =>
    ofType(file, '/Font')
      .filter((font) => font['/Subtype'] === '/CIDFontType2')
      .flatMap((font) => unless(font['/CIDToGIDMap'] === '/Identity', `${font['/BaseFont']}`)),
  'A 6.2.11.4 / UA 7.21.4 every font lies in the file': (file) =>
    ofType(file, '/Font')
      .filter((font) => font['/Subtype'] !== '/Type0')
      .flatMap((font) =>
        unless(
          file.stream(file.at(font['/FontDescriptor'])['/FontFile2']) !== undefined,
          `${font['/BaseFont']}`,
        ),
      ),
  'A 6.2.11.7 / UA 7.21.7 every letter says what it means': (file) =>
    compoundFonts(file).flatMap((font) => {
      const map = words(file.stream(font['/ToUnicode']))
      const meanings = [...map.matchAll(/\[([^\]]*)\]/g)].flatMap(
        ([, row = '']) => row.match(/<[^>]*>/g) ?? [],
      )
      const isMeant = meanings.length > 0 && !meanings.some((meaning) => /<\s*>|0000|feff|fffe/.test(meaning))
      return unless(isMeant, `${font['/BaseFont']}: ${meanings.join('').slice(0, 80)}`)
    }),
  'A 6.2.11.8 no letter is drawn that a font does not have': (file) =>
    pagesOf(file)
      .flatMap((page) => [...words(file.stream(page['/Contents'])).matchAll(/<([0-9a-f]{4,})>/g)])
      .filter(([, letters = '']) => letters.match(/.{4}/g)?.includes('0000'))
      .map(([letters]) => letters),
  'A 6.3.2 what can be pressed is seen and printed': (file) =>
    annotationsOf(file).flatMap(({ '/F': flags }) =>
      unless(typeof flags === 'number' && (flags & 4) === 4 && (flags & 0b100011) === 0, `flags ${flags}`),
    ),
  'A 6.5.1 nothing runs': ({ dictionaries, catalog }) =>
    dictionaries
      .filter(({ '/S': action }) =>
        ['/JavaScript', '/Launch', '/ImportData', '/Sound', '/Movie'].includes(`${action}`),
      )
      .map(({ '/S': action }) => `${action}`)
      .concat(unless(!('/OpenAction' in catalog && '/AA' in catalog), 'an action of the whole file')),
  'A 6.6.2 the metadata explains words that PDF/A does not know': (file) =>
    unless(
      /<pdfaSchema:namespaceURI>http:\/\/www\.aiim\.org\/pdfua\/ns\/id\/</.test(xmpOf(file)) &&
        /<pdfaProperty:name>part</.test(xmpOf(file)),
      'pdfuaid is not described',
    ),
  'A 6.6.4 the metadata says PDF/A-3a': (file) =>
    unless(
      /<pdfaid:part>3</.test(xmpOf(file)) && /<pdfaid:conformance>A</.test(xmpOf(file)),
      'not identified as PDF/A-3a',
    ),
  'A 6.7.2 / UA 7.1 the file is marked': ({ catalog, at }) =>
    unless(at(catalog['/MarkInfo'])['/Marked'] === true, 'not marked'),
  'A 6.7.3 / UA 7.1 the file has a structure': ({ catalog, at, list }) =>
    unless(list(at(catalog['/StructTreeRoot'])['/K']).length > 0, 'no structure'),
  'A 6.7.4 / UA 7.2 the file says its language': ({ catalog }) =>
    unless(/^u:[a-z]{2}/.test(`${catalog['/Lang']}`), 'no language'),
  'A 6.8 attached files say what they are and of when': (file) =>
    filesOf(file).flatMap((spec) => {
      const body = file.at(file.at(spec['/EF'])['/F'])
      const isNamed = '/F' in spec && '/UF' in spec && '/AFRelationship' in spec
      return unless(isNamed && '/Subtype' in body && '/ModDate' in file.at(body['/Params']), `${spec['/UF']}`)
    }),
  'A 6.8 attached files belong to the document': (file) =>
    unless(file.list(file.catalog['/AF']).length === filesOf(file).length, 'a file is not associated'),
  'UA 5 the metadata says PDF/UA-1': (file) =>
    unless(/<pdfuaid:part>1</.test(xmpOf(file)), 'not identified as PDF/UA-1'),
  'UA 7.1 the file has a title, and readers show it': (file) =>
    unless(
      /<dc:title>\s*<rdf:Alt>\s*<rdf:li xml:lang="x-default">[^<]/.test(xmpOf(file)) &&
        file.at(file.catalog['/ViewerPreferences'])['/DisplayDocTitle'] === true,
      'no title, or a title that nobody sees',
    ),
  'UA 7.1 all that is drawn is meant or said to be ornament': (file) =>
    marks(file)
      .filter(({ isMarked }) => !isMarked)
      .map(({ operator }) => `drawn by ${operator}`),
  'UA 7.1 no ornament inside of what is meant': (file) =>
    marks(file)
      .filter(({ isTorn }) => isTorn)
      .map(({ operator }) => `drawn by ${operator}`),
  'UA 7.1 all that is meant has its place in the structure': ({ catalog, at, list }) =>
    list(at(at(catalog['/StructTreeRoot'])['/ParentTree'])['/Nums'])
      .flatMap((entry) => list(entry))
      .flatMap((element) => unless(Object.keys(at(element)).length > 0, 'words without a place')),
  'UA 7.3 a figure says what it shows and where': (file) =>
    elementsOf(file, '/Figure').flatMap((figure) =>
      unless('/Alt' in figure && file.list(file.at(figure['/A'])['/BBox']).length === 4, 'figure'),
    ),
  'UA 7.4 there is one first heading': (file) =>
    unless(elementsOf(file, '/H1').length === 1, `${elementsOf(file, '/H1').length} headings`),
  'UA 7.5 a header of a table says what it heads': (file) =>
    elementsOf(file, '/TH').flatMap((header) => unless('/Scope' in file.at(header['/A']), 'header')),
  'UA 7.6 a list has points, and a point has words': (file) => [
    ...elementsOf(file, '/L').flatMap((list) => unless('/ListNumbering' in file.at(list['/A']), 'list')),
    ...elementsOf(file, '/LI').flatMap((item) => {
      const roles = file.list(item['/K']).map((child) => file.at(child)['/S'])
      return unless(roles.join() === '/Lbl,/LBody', `${roles}`)
    }),
  ],
  'UA 7.18.1 what can be pressed has its place in the structure': (file) => {
    const places = elementsOf(file, '/Link').flatMap((link) =>
      file.list(link['/K']).map((child) => file.at(file.at(child)['/Obj'])),
    )
    return annotationsOf(file).flatMap((annotation) =>
      unless('/StructParent' in annotation && places.includes(annotation), 'a link outside the structure'),
    )
  },
  'UA 7.18.3 who goes by key follows the structure': (file) =>
    pagesOf(file).flatMap((page) => unless(page['/Tabs'] === '/S', 'a page without order')),
  'UA 7.18.5 a link says where it leads': (file) =>
    annotationsOf(file).flatMap(({ '/Contents': contents }) =>
      unless(/^u:./.test(`${contents}`), 'a link without words'),
    ),
}

/** Every rule that a file breaks, with what breaks it; empty where it will last and can be read by everybody. */
export function whatDoesNotLast(bytes: Uint8Array): Record<string, string[]> {
  const file = readObjects(bytes)
  return Object.fromEntries(
    Object.entries(lastingRules)
      .map(([name, rule]) => [name, rule(file)] as const)
      .filter(([, complaints]) => complaints.length > 0),
  )
}
