import { origin } from './house.ts'
import type { WorkingHouse } from './working-house.ts'

/** The secrets of all feed links that were mailed to somebody, the latest last. */
export async function mailedFeeds(house: Pick<WorkingHouse, 'mails'>, name: string): Promise<string[]> {
  const mails = (await house.mails(name)).filter(({ cause }) => cause === 'feed')
  return mails.map(({ letter }) => {
    const href = letter.blocks.find((block) => block.is === 'button')?.href ?? ''
    const [, secret] = /^(?:\/calendar\/)([\w-]{22})\/add$/.exec(href.slice(origin.length)) ?? []
    if (!href.startsWith(origin) || !secret) throw new Error(`not the link of a feed: ${href}`)
    return secret
  })
}

/** The secret of the feed link that was mailed to somebody last. */
export async function mailedFeed(house: Pick<WorkingHouse, 'mails'>, name: string): Promise<string> {
  const secret = (await mailedFeeds(house, name)).at(-1)
  if (!secret) throw new Error(`no feed was mailed to ${name}`)
  return secret
}
