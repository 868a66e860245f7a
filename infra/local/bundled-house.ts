import { createHash, randomUUID } from 'node:crypto'
import { existsSync, globSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** A bundle that no start has made within this time is thrown away; a house may still run on a younger one. */
const keptFor = 24 * 3_600_000

/**
 * The folder with the house as JavaScript, under the names of its sources. It is made when a file of the house has
 * changed since the last time, and by whoever comes first when several begin at once.
 */
export async function bundledHouse(projectFolder: string, bundles: string): Promise<string> {
  const folder = join(bundles, stateOf(projectFolder))
  if (existsSync(folder)) return folder
  const own = join(bundles, `unfinished-${randomUUID()}`)
  // Only who bundles needs the bundler.
  const { bundleHouseInto } = await import('../bundle.ts')
  await bundleHouseInto(own)
  try {
    renameSync(own, folder)
  } catch (fault) {
    if (!existsSync(folder)) throw fault
    rmSync(own, { recursive: true })
  }
  throwAwayOld(bundles, folder)
  return folder
}

/** Changes with every file that goes into the bundle. */
function stateOf(projectFolder: string): string {
  const state = createHash('sha256').update(`${process.version} ${projectFolder}`)
  for (const file of globSync(['{infra,functions,web}/**/*.*', 'package-lock.json'], {
    cwd: projectFolder,
  }).sort()) {
    const { mtimeMs, size } = statSync(join(projectFolder, file))
    state.update(`\n${file} ${mtimeMs} ${size}`)
  }
  return state.digest('hex').slice(0, 32)
}

function throwAwayOld(bundles: string, current: string): void {
  for (const name of readdirSync(bundles)) {
    const folder = join(bundles, name)
    if (folder !== current && statSync(folder).mtimeMs < Date.now() - keptFor)
      rmSync(folder, { recursive: true, force: true })
  }
}
