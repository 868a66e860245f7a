import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { layoutText } from '../text/layout.ts'
import { HouseMark } from './house-mark.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { inside, type PageSetting } from './setting.ts'

type PageProps = {
  setting: PageSetting
  title: string
  area?: 'public' | 'office'
  /** For dense tables: uses the whole width of a desktop. */
  wide?: boolean
  /** Links of the area, shown under the brand. */
  nav?: Child
  /** The id of the form that is filled in here, so that the language switch loses nothing of it. */
  form?: string
  /** More elements of the document's head. */
  head?: Child
  children?: Child
}

/** The whole document around a page: skip link, brand, language switch, main part, imprint and privacy. */
export function Page({
  setting,
  title,
  area = 'public',
  wide = false,
  nav,
  form,
  head,
  children,
}: PageProps) {
  const text = layoutText[setting.language]
  return (
    <>
      {raw('<!DOCTYPE html>')}
      <html lang={setting.language} class={`area-${area}`}>
        <head>
          <meta charset="utf-8" />
          <title>{`${title} · ${setting.organisation.name}`}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <link rel="stylesheet" href={`/assets/style.css?v=${setting.cssVersion}`} />
          <link rel="icon" href={`/assets/icon.svg?v=${setting.cssVersion}`} type="image/svg+xml" />
          {head}
        </head>
        <body>
          <a class="skip" href="#main">
            {text.skip}
          </a>
          <Header setting={setting} area={area} nav={nav} form={form} />
          <main id="main" class={wide ? 'wide' : undefined} tabindex={-1}>
            {children}
          </main>
          <Footer setting={setting} />
        </body>
      </html>
    </>
  )
}

type HeaderProps = Required<Pick<PageProps, 'setting' | 'area'>> & Pick<PageProps, 'nav' | 'form'>

function Header({ setting, area, nav, form }: HeaderProps) {
  const text = layoutText[setting.language]
  const { name } = setting.organisation
  return (
    <header class="site-header">
      <div class="site-header-row">
        <a class="brand" href={inside(setting, area === 'office' ? '/office' : '/')}>
          <HouseMark />
          <span class="brand-words">
            <span class="brand-name">Lernhaus</span>
            {name !== 'Lernhaus' && <span class="brand-of">{name}</span>}
          </span>
        </a>
        <LanguageSwitch setting={setting} form={form} />
      </div>
      {nav && (
        <nav class="area-nav" aria-label={text.area[area]}>
          {nav}
        </nav>
      )}
    </header>
  )
}

function Footer({ setting }: { setting: PageSetting }) {
  const text = layoutText[setting.language]
  const { name, city } = setting.organisation
  return (
    <footer class="site-footer">
      <p class="site-footer-house">
        {name}
        {city && <span>{city}</span>}
      </p>
      <nav class="site-footer-links" aria-label={text.legal}>
        <a href={inside(setting, '/')}>{text.catalog}</a>
        <a href={inside(setting, '/my')}>{text.my}</a>
        <a href={inside(setting, '/verify')}>{text.verify}</a>
        <a href={inside(setting, '/imprint')}>{text.imprint}</a>
        <a href={inside(setting, '/privacy')}>{text.privacy}</a>
      </nav>
    </footer>
  )
}
