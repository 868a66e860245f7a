import { expect, test } from 'vitest'
import { readPlainXml, textOf } from '../../../functions/session/meeting/plain-xml.ts'

test('elements, texts, numbers and the five names', () => {
  const read = readPlainXml(
    '<?xml version="1.0"?>\n<a x="1"><!-- no --><b>1 &lt; 2 &amp;&#x15F;&#351;</b><c/><b2><![CDATA[<x>&amp;]]></b2></a>\n',
  )
  expect(read?.name).toBe('a')
  expect(read && [textOf(read, 'b'), textOf(read, 'c'), textOf(read, 'b2'), textOf(read, 'none')]).toEqual([
    '1 < 2 &şş',
    '',
    '<x>&amp;',
    '',
  ])
})

test.each([
  '',
  'text',
  '<a>',
  '<a></b>',
  '<a/><b/>',
  '<a>&unknown;</a>',
  '<a>&</a>',
  '<a>&__proto__;</a>',
  '<a>&#x110000;</a>',
  '<!DOCTYPE a><a/>',
  'x<a/>',
  '<a',
  '</a>',
  `${'<a>'.repeat(30)}${'</a>'.repeat(30)}`,
])('refuses %s', (text) => {
  expect(readPlainXml(text)).toBeUndefined()
})

test('a long answer is read in a moment, also one that never ends well', () => {
  const begin = performance.now()
  readPlainXml(`<a>${'<b>x</b>'.repeat(20_000)}</a>`)
  readPlainXml('<'.repeat(200_000))
  readPlainXml(`<a ${'x'.repeat(200_000)}`)
  readPlainXml('<![CDATA['.repeat(20_000))
  expect(performance.now() - begin).toBeLessThan(4_000)
})
