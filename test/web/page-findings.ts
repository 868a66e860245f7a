import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const wcag22aa = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

type Violations = { violations: { nodes: { html: string }[] }[] }
type WithAxe = { axe: { run: (root: unknown, options: object) => Promise<Violations> } }

/** Which words are too faint for their ground, in the colors of the moment; asked after `pageFindings`, which brings axe. */
export const faintWords = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const { axe } = globalThis as unknown as WithAxe
    const { violations } = await axe.run(document, {
      runOnly: ['color-contrast'],
      resultTypes: ['violations'],
    })
    return violations.flatMap(({ nodes }) => nodes.map(({ html }) => html))
  })

/** Attributes that the style sheet does not ask for: what is left tells how a part looks. */
const wordsOfThePage =
  /\s(?:id|name|value|href|for|action|formaction|form|lang|datetime|content|src|d|maxlength|min|max|rows|autocomplete|aria-label|aria-labelledby|aria-describedby|data-[\w-]+)="[^"]*"/g

/**
 * Whether a page has parts that no page before it had. Colors follow from the style sheet, that is from elements and
 * classes: what was readable at night on one page is readable on the next.
 */
export function openNightWatch(): (html: string) => boolean {
  const seen = new Set<string>()
  return (html) => {
    const parts = [...html.matchAll(/<([a-z][a-z0-9]*)((?:\s[^>]*)?)>/g)].map(
      ([, tag = '', attributes = '']) => `${tag} ${attributes.replace(wordsOfThePage, '')}`,
    )
    const fresh = parts.filter((part) => !seen.has(part))
    for (const part of fresh) seen.add(part)
    return fresh.length > 0
  }
}

/** How far the page reaches over the edge of the screen, if it does. */
export async function overTheEdge(page: Page): Promise<string[]> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  return over > 0 ? [`${over} pixels too wide`] : []
}

/** What axe finds on the page as it stands, and how far it reaches over the edge of the screen. */
export async function pageFindings(page: Page): Promise<string[]> {
  // Without frames the old mode finds the same, and opens no second page each time.
  const axe = new AxeBuilder({ page }).setLegacyMode()
  const { violations } = await axe.options({ resultTypes: ['violations'], runOnly: wcag22aa }).analyze()
  return [...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`), ...(await overTheEdge(page))]
}
