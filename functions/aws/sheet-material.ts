import type { SheetMaterial } from '../certificate/sheet/paper.sheet.ts'
import type { Config } from './config.ts'
import { readFiles } from './files.ts'

const names = {
  text: 'NotoSerif_400Regular.ttf',
  bold: 'NotoSerif_600SemiBold.ttf',
  small: 'NotoSans_400Regular.ttf',
  arabic: 'Amiri_700Bold.ttf',
  colorProfile: 'sRGB_IEC61966_2_1.icc',
}

/** The fonts and the color profile of the certificate, as the manifest puts them beside the function. */
export async function readSheetMaterial(config: Config): Promise<SheetMaterial> {
  const files = await readFiles(config, Object.values(names))
  const file = (name: string): Uint8Array => {
    const bytes = files.get(name)
    if (!bytes) throw new Error(`the file ${name} is missing`)
    return bytes
  }
  return {
    text: file(names.text),
    bold: file(names.bold),
    small: file(names.small),
    arabic: file(names.arabic),
    colorProfile: file(names.colorProfile),
  }
}
