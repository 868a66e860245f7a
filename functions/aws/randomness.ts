import { randomBytes, randomInt } from 'node:crypto'
import type { NewId, NewSecret } from '../kernel/secret.ts'

/** No vowels that spell words, no letters that look like digits. */
const letters = '23456789bcdfghjkmnpqrstvwxyz'

export const newSecret: NewSecret = () => randomBytes(16).toString('base64url')

/** 12 letters of 28: 57 bits; created only where absent, so a twin would be noticed. */
export const newId: NewId = (kind) =>
  `${kind}_${Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join('')}`

/** A number from 0 up to, not including, 1: for waiting times that should differ. */
export const chance = (): number => randomInt(2 ** 32) / 2 ** 32
