import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { seededFaults } from './seeded-faults.ts'

const project = fileURLToPath(new URL('../../', import.meta.url))

/** The campaign itself is `npm run simulate`; here the list is kept true to the code. */
test.each(seededFaults)('can still be made: $mistake', ({ file, words, become }) => {
  const source = readFileSync(`${project}${file}`, 'utf8')
  expect(source.split(words)).toHaveLength(2)
  expect(source.replace(words, become)).not.toBe(source)
})
