import { inside, type PageSetting } from '../parts/setting.ts'
import { officeSeminarText } from '../text/office.ts'

type PageLinksProps = {
  setting: PageSetting
  page: number
  pages: number
  /** Where a page of the list is. */
  pathOf: (page: number) => string
}

/** The way to the other people of a long list; nothing where one page holds them all. */
export function PageLinks({ setting, page, pages, pathOf }: PageLinksProps) {
  if (pages === 1) return null
  const text = officeSeminarText[setting.language].attendance
  return (
    <nav aria-label={text.pages}>
      <ul class="button-row">
        {Array.from({ length: pages }, (_, i) => i + 1).map((n) => (
          <li>
            <a href={inside(setting, pathOf(n))} aria-current={n === page ? 'page' : undefined}>
              {text.page(n)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
