// Runs before `npm start` and `npm test`, on whatever Node the machine has (20 or newer) and before any package is
// there, hence plain JavaScript. Installs what the lock file names when that is not what lies in node_modules.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const lockFile = join(root, 'package-lock.json')
/** npm notes here what it installed, without the entry of the project itself. */
const installedFile = join(root, 'node_modules/.package-lock.json')

function isInstalled() {
  if (!existsSync(installedFile)) return false
  // npm writes its note last; an untouched lock file is older. A fresh checkout or a copy may be younger and the same.
  if (statSync(lockFile).mtimeMs <= statSync(installedFile).mtimeMs) return true
  const wanted = packagesIn(lockFile)
  const installed = packagesIn(installedFile)
  // Packages for other machines stand in the lock file and are not installed.
  return (
    Object.keys(installed).every((name) => installed[name].integrity === wanted[name]?.integrity) &&
    Object.keys(wanted).every((name) => name === '' || name in installed || wanted[name].optional)
  )
}

const packagesIn = (file) => JSON.parse(readFileSync(file, 'utf8')).packages ?? {}

if (!isInstalled()) {
  console.log('Installing the packages that Lernhaus needs; this takes a minute, once.')
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (npm.status !== 0) {
    // Where packages come from is the business of this machine alone.
    const reason = `${npm.error?.message ?? ''}${npm.stderr ?? ''}`.replace(/https?:\/\/\S+/g, '(address)')
    console.error(`The packages could not be installed.\n${reason.split('\n').slice(0, 20).join('\n')}`)
    process.exit(1)
  }
}
