/**
 * `npm start`. Node runs TypeScript as it is, but not the pages' JSX, and reads hundreds of files slowly: so the house
 * is bundled first, as it is for Lambda, and kept until a file of it changes.
 */
import { enableCompileCache, flushCompileCache } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundledHouse } from './bundled-house.ts'
import { readWish, usage } from './wish.ts'

const projectFolder = join(import.meta.dirname, '../..')
const cache = join(projectFolder, 'node_modules/.cache/lernhaus')

async function start(): Promise<void> {
  const wish = readWish()
  if (!wish) {
    console.error(usage)
    process.exit(2)
  }
  enableCompileCache(join(cache, 'compiled'))
  process.setSourceMapsEnabled(true)
  const bundle = await bundledHouse(projectFolder, join(cache, 'bundles'))
  const load = (file: string) => import(pathToFileURL(join(bundle, file.replace(/\.tsx?$/, '.js'))).href)
  const { runHouse }: typeof import('./run-house.ts') = await load('infra/local/run-house.ts')
  await runHouse(wish, { projectFolder, load })
  // Not at the end only: a house that is killed leaves the next one its compiled code, too.
  flushCompileCache()
}

await start()
