import { readFileSync } from 'node:fs'

const fileHere = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8')

/** The stylesheet of everything that is shown only on this machine. */
export const workbenchStyle = fileHere('workbench.css') + fileHere('workbench-parts.css')

/** The script of the practice room. */
export const roomScript = fileHere('room.js')
