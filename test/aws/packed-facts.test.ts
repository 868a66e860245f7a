import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attributeFrom, factsFrom } from '../../functions/aws/packed-facts.ts'

/** What schemas of the house allow; numbers are counts and times. */
const anyFacts = fc.object({
  values: [fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.string())],
  maxKeys: 30,
})

test('facts come back as they were, whether they are packed or not', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const plain = JSON.parse(JSON.stringify(facts))
      expect(factsFrom(attributeFrom(plain))).toEqual(plain)
    }),
  )
})

test('small facts stay readable, a letter is packed to half its length', () => {
  expect(attributeFrom({ number: 7, void: false })).toEqual({
    M: { number: { N: '7' }, void: { BOOL: false } },
  })
  const sentence =
    'Mit dieser Adresse wurde eine Anmeldung zu „Fördermittel finden und beantragen“ abgeschickt. '
  const letter = { blocks: Array.from({ length: 12 }, (_, i) => ({ is: 'text', text: `${i} ${sentence}` })) }
  const { B: packed } = attributeFrom(letter)
  expect(packed?.length).toBeLessThan(JSON.stringify(letter).length / 2)
})

test('facts that are not there are not there', () => {
  expect(factsFrom(undefined)).toBeUndefined()
})

test('a name that means something to the runtime is a name like any other', () => {
  const facts = JSON.parse('{"__proto__":"x","fields":{"__proto__":"y","constructor":"z"}}')
  expect(JSON.stringify(factsFrom(attributeFrom(facts)))).toBe(JSON.stringify(facts))
})
