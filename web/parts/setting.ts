import type { Context } from 'hono'
import { isLanguage, type Language, preferredLanguage } from '../../functions/kernel/language.ts'
import type { Organisation } from '../../functions/programme/programme.ts'
import { assetVersion } from './asset-version.ts'

/** What every page knows about its reader and its house. */
export type PageSetting = {
  language: Language
  /** The page's path without `lang`, for the language switch. */
  path: string
  organisation: Organisation
  cssVersion: string
  /** Whether the reader chose the language (`?lang`), so that links inside the house keep it. */
  chosen?: boolean
}

/** The language of a page: the one chosen, then the one that is known of the reader, then the browser's. */
function languageOf(c: Context, known?: Language): Language {
  const wish = c.req.query('lang')
  if (isLanguage(wish)) return wish
  return known ?? preferredLanguage(c.req.header('accept-language'))
}

/** The setting of the page that was asked for. */
export const settingOf = (c: Context, organisation: Organisation, known?: Language): PageSetting => ({
  language: languageOf(c, known),
  path: pathOf(c),
  organisation,
  cssVersion: assetVersion,
  chosen: isLanguage(c.req.query('lang')),
})

/** As it was asked for, still encoded. Two slashes (or one and a backslash) at its start would lead to another host. */
const pathOf = (c: Context): string => new URL(c.req.url).pathname.replace(/^\/+/, '/')

/** A link inside the house; it keeps the language where the reader chose one. */
export function inside(setting: Pick<PageSetting, 'language' | 'chosen'>, path: string): string {
  if (!setting.chosen) return path
  const [address = '', anchor] = path.split('#')
  const joined = `${address}${address.includes('?') ? '&' : '?'}lang=${setting.language}`
  return anchor === undefined ? joined : `${joined}#${anchor}`
}
