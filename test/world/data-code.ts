import type { WorkingHouse } from './working-house.ts'

/** The code that was mailed to somebody last. */
export async function mailedCode(house: Pick<WorkingHouse, 'mails'>, name: string): Promise<string> {
  const mail = (await house.mails(name)).filter(({ cause }) => cause === 'data-code').at(-1)
  const rows = mail?.letter.blocks.find((block) => block.is === 'facts')?.rows ?? []
  const code = rows[0]?.[1]
  if (!code) throw new Error(`no code was mailed to ${name}`)
  return code
}
