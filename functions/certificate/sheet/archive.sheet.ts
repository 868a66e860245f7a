/** A file that travels inside the sheet, such as what machines read of it. */
export type SheetAttachment = {
  name: string
  /** What it is, for whoever opens the list of attached files. */
  description: string
  contentType: string
  bytes: Uint8Array
  at: Date
}

/** What the types of the library do not show: the catalog of the file, its facts, and the end of its metadata. */
type OpenFile = {
  _fontFamilies: Record<string, { unicode: number[][] }>
  _root: { data: Record<string, unknown> }
  info: Record<string, unknown>
  endMetadata: () => void
  appendXML: (xml: string) => void
}

const openFile = (pdf: PDFKit.PDFDocument): OpenFile => pdf as unknown as OpenFile

/**
 * Declares that the sheet can be kept for decades (PDF/A-3a) and read by everybody (PDF/UA-1), and brings along what
 * that asks for: its colors are explained by a profile inside the file.
 */
export function declareLasting(pdf: PDFKit.PDFDocument, colorProfile: Uint8Array, at: Date): void {
  const file = openFile(pdf)
  const profile = pdf.ref({ N: 3 })
  profile.end(colorProfile)
  const name = 'sRGB IEC61966-2.1'
  const intent = pdf.ref({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    Info: asText(name),
    OutputConditionIdentifier: asText(name),
    DestOutputProfile: profile,
  })
  intent.end(undefined)
  file._root.data.OutputIntents = [intent]
  file.appendXML(identification(at))
  writeMetadataEscaped(file)
}

/**
 * Each letter says what it means, so that the sheet can be searched and read aloud. The library lets the empty place of
 * a font mean the number zero, and the second piece of a letter mean nothing; an archive refuses both.
 */
export function explainLetters(pdf: PDFKit.PDFDocument): void {
  const [unknown, joiner] = [0xfffd, 0x2060]
  for (const { unicode } of Object.values(openFile(pdf)._fontFamilies)) {
    unicode[0] = [unknown]
    unicode.forEach((meaning, letter) => {
      if (meaning.length === 0) unicode[letter] = [joiner]
    })
  }
}

/** Puts a file into the sheet; whoever opens the sheet in twenty years finds it among the attachments. */
export function attachFile(
  pdf: PDFKit.PDFDocument,
  { name, description, contentType, bytes, at }: SheetAttachment,
): void {
  // The types know neither bytes nor the relationship that an archive asks for.
  const { file } = pdf as unknown as { file: (bytes: Uint8Array, options: Record<string, unknown>) => void }
  file.call(pdf, bytes, {
    name,
    description,
    type: contentType,
    relationship: 'Data',
    creationDate: at,
    modifiedDate: at,
  })
}

/** Words inside the file's own structure; a plain string would become one of its names. */
export const asText = (words: string): string => new String(words) as unknown as string

/** PDF/A knows the words of PDF/UA only where the file itself explains them. */
const identification = (at: Date): string => `
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
  <xmp:ModifyDate>${at.toISOString().slice(0, 19)}Z</xmp:ModifyDate>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
  <pdfaid:part>3</pdfaid:part>
  <pdfaid:conformance>A</pdfaid:conformance>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
  <pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
  xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
  <pdfaExtension:schemas>
    <rdf:Bag>
      <rdf:li rdf:parseType="Resource">
        <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
        <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
        <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
        <pdfaSchema:property>
          <rdf:Seq>
            <rdf:li rdf:parseType="Resource">
              <pdfaProperty:name>part</pdfaProperty:name>
              <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
              <pdfaProperty:category>internal</pdfaProperty:category>
              <pdfaProperty:description>The part of ISO 14289 that the file follows</pdfaProperty:description>
            </rdf:li>
          </rdf:Seq>
        </pdfaSchema:property>
      </rdf:li>
    </rdf:Bag>
  </pdfaExtension:schemas>
</rdf:Description>
`

/**
 * pdfkit puts the document's facts into the XMP packet as they are, so `&` or `<` in a title would break it (and the
 * facts of the file itself must stay unescaped). They are escaped after the one and before the other is written.
 */
function writeMetadataEscaped(file: OpenFile): void {
  const endMetadata = file.endMetadata.bind(file)
  file.endMetadata = () => {
    file.info = Object.fromEntries(
      Object.entries(file.info).map(([key, fact]) => [
        key,
        typeof fact === 'string' ? escapeXml(fact) : fact,
      ]),
    )
    endMetadata()
  }
}

const escapeXml = (words: string): string =>
  words
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
