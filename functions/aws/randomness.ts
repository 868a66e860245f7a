import { randomBytes, randomInt } from 'node:crypto'
import { idLength, idLetters, type NewId, type NewSecret } from '../kernel/secret.ts'

export const newSecret: NewSecret = () => randomBytes(16).toString('base64url')

/** Created only where absent, so a twin would be noticed. */
export const newId: NewId = (kind) =>
  `${kind}_${Array.from({ length: idLength }, () => idLetters[randomInt(idLetters.length)]).join('')}`

/** A number from 0 up to, not including, 1: for waiting times that should differ. */
export const chance = (): number => randomInt(2 ** 32) / 2 ** 32
