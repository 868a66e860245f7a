import type { SheetFonts } from '../certificate/certificate.sheet.ts'
import type { Config } from './config.ts'
import { readFiles } from './files.ts'

const names = {
  text: 'NotoSerif_400Regular.ttf',
  bold: 'NotoSerif_600SemiBold.ttf',
  small: 'NotoSans_400Regular.ttf',
}

/** The fonts of the certificate, as the manifest puts them beside the function. */
export async function readSheetFonts(config: Config): Promise<SheetFonts> {
  const files = await readFiles(config, Object.values(names))
  const font = (name: string): Uint8Array => {
    const bytes = files.get(name)
    if (!bytes) throw new Error(`the font ${name} is missing`)
    return bytes
  }
  return { text: font(names.text), bold: font(names.bold), small: font(names.small) }
}
