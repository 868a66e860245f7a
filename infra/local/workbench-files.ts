import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const fileHere = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8')

/** The stylesheet of everything that is shown only on this machine. */
export const workbenchStyle = fileHere('workbench.css') + fileHere('workbench-parts.css')

/** The script of the practice room. */
export const roomScript = fileHere('room.js')
