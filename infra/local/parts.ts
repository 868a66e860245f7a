import type { ReadingTable } from '../../functions/kernel/table.ts'
import type { PartName, PartSwitch } from './part-mode.ts'

/** Asks every part whether it answers. One that was broken on purpose is not up. */
export async function askParts(world: {
  origins: { public: string; openid: string }
  table: ReadingTable
  switches: Record<PartName, PartSwitch>
}): Promise<Record<string, boolean>> {
  const { origins, table, switches } = world
  const isWhole = (part: PartName) => switches[part].mode !== 'down'
  const [pages, openid, database] = await Promise.all([
    answers(`${origins.public}/health`),
    answers(`${origins.openid}/.well-known/openid-configuration`),
    table.read([{ table: 'catalog', pk: 'programme', sk: 'organisation' }]).then(
      () => true,
      () => false,
    ),
  ])
  return {
    pages,
    mail: isWhole('mail'),
    meeting: isWhole('meeting'),
    openid: openid && isWhole('openid'),
    database: database && isWhole('database'),
  }
}

async function answers(address: string): Promise<boolean> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(3_000) })
    await response.arrayBuffer()
    return response.ok
  } catch {
    return false
  }
}
