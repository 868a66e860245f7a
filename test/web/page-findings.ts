import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const wcag22aa = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Which words are too faint for their ground, in the colors of the moment. */
export async function faintWords(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().withRules('color-contrast')
  const { violations } = await axe.options({ resultTypes: ['violations'] }).analyze()
  return violations.flatMap(({ nodes }) => nodes.map(({ html }) => html))
}

/** What axe finds on the page as it stands, and how far it reaches over the edge of the screen. */
export async function pageFindings(page: Page): Promise<string[]> {
  // Without frames the old mode finds the same, and opens no second page each time.
  const axe = new AxeBuilder({ page }).setLegacyMode()
  const { violations } = await axe.options({ resultTypes: ['violations'], runOnly: wcag22aa }).analyze()
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
    ...(over > 0 ? [`${over} pixels too wide`] : []),
  ]
}
