import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SheetMaterial } from '../../functions/certificate/sheet/paper.sheet.ts'

/** The folder of the project. */
export const project = fileURLToPath(new URL('../..', import.meta.url))

const fonts = 'node_modules/@expo-google-fonts'

/** Where each thing lies that a certificate is drawn with. */
export const materialPaths: Record<keyof SheetMaterial, string> = {
  text: join(project, fonts, 'noto-serif/400Regular/NotoSerif_400Regular.ttf'),
  bold: join(project, fonts, 'noto-serif/600SemiBold/NotoSerif_600SemiBold.ttf'),
  small: join(project, fonts, 'noto-sans/400Regular/NotoSans_400Regular.ttf'),
  arabic: join(project, fonts, 'amiri/700Bold/Amiri_700Bold.ttf'),
  colorProfile: join(project, 'node_modules/pdfkit/js/data/sRGB_IEC61966_2_1.icc'),
}

const bytesAt = (path: string): Uint8Array => new Uint8Array(readFileSync(path))

/** What a certificate is drawn with, read from where npm has put it. */
export const sheetMaterial: SheetMaterial = {
  text: bytesAt(materialPaths.text),
  bold: bytesAt(materialPaths.bold),
  small: bytesAt(materialPaths.small),
  arabic: bytesAt(materialPaths.arabic),
  colorProfile: bytesAt(materialPaths.colorProfile),
}
