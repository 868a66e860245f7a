import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { practiceId } from '../../infra/local/meeting-servers/practice-records.ts'
import type { RunningSystem } from '../world/system-process.ts'
import { lookAround, signIn, type Walker } from './walk.ts'

/** Where the session of a journey takes place. */
export type Meeting = 'room' | keyof typeof practiceId

/** What the form of a session calls the place. */
export const placeOf = (meeting: Meeting): string =>
  meeting === 'room' ? 'room' : `server:${practiceId[meeting]}`

/** One evening of ninety minutes: who walks where, and what they need to know of it. */
type Evening = { system: RunningSystem; walker: Walker; meeting: Meeting; start: number; office: string }

const minute = 60_000
const moveTo = ({ system, start }: Evening, minutes: number) =>
  system.moveTo(new Date(start + minutes * minute).toISOString())

/** From the personal page, where the button was pressed, to the inside of the meeting. */
export async function comeIn(visitor: Page, { walker, meeting }: Evening): Promise<void> {
  if (meeting === 'room') {
    await visitor.waitForURL(/\/rooms\//)
    if (!walker.javaScript) await visitor.locator('form[action$="/enter"] button').click()
    await visitor.waitForURL(/device=/)
    return
  }
  await visitor.waitForURL(new RegExp(`/servers/${meeting}/`))
  // Jitsi shows everybody to themselves before it lets them in.
  if (meeting === 'jitsi') await visitor.locator('main button').click()
  await visitor.waitForURL(new RegExp(`/servers/${meeting}/client/`))
  expect(await visitor.locator('main').getAttribute('data-meeting')).toBe('inside')
}

/**
 * The evening passes, and the person stays to its end. Jitsi tells nobody who was there, so there a code is shown and
 * typed; the others tell it by themselves.
 */
export async function stayToTheEnd(
  { visitor, coordinator, door }: { visitor: Page; coordinator: Page; door: string },
  evening: Evening,
): Promise<void> {
  const { system, walker, meeting } = evening
  await moveTo(evening, 85)
  // Two days have passed, so the coordinator signs in anew.
  await signIn(coordinator, system, walker)
  if (meeting === 'jitsi') await typeTheCode({ visitor, coordinator, door }, evening)
  await moveTo(evening, 100)
  if (meeting === 'bigbluebutton' || meeting === 'zoom') {
    await visitor.locator('form[action$="/leave"] button').click()
    expect(await visitor.locator('main').getAttribute('data-meeting')).toBe('over')
    await moveTo(evening, 102)
  }
}

async function typeTheCode(
  { visitor, coordinator, door }: { visitor: Page; coordinator: Page; door: string },
  { walker, office }: Evening,
): Promise<void> {
  await coordinator.goto(`${office}?lang=${walker.language}`)
  await coordinator.locator('a[href*="/attendance/"]').first().click()
  await coordinator.locator('a[href*="/code"]').click()
  await coordinator.locator('form[action*="/code"] button').click()
  await coordinator.waitForLoadState()
  await lookAround(coordinator, walker)
  const code = await coordinator.locator('.shown-code').innerText()
  await visitor.goto(door)
  await visitor.fill('input[name^=code-]', code.toLowerCase())
  await visitor.locator('form[action*="/code/"] button').click()
  await visitor.waitForURL(/done=code/)
  await lookAround(visitor, walker)
}
