import { expect, test } from 'vitest'
import { webAddress } from '../../functions/kernel/web-address.ts'

test.each([
  ['https://bund.example/impressum', 'https://bund.example/impressum'],
  ['http://localhost:3000/my/abc?done=1#x', 'http://localhost:3000/my/abc?done=1#x'],
  ['https://bund.example/a b\r\nATTENDEE:x', 'https://bund.example/a%20bATTENDEE:x'],
  ['https://bund.example/"<ş>', 'https://bund.example/%22%3C%C5%9F%3E'],
  ['javascript:alert(1)', undefined],
  ['java\nscript:alert(1)', undefined],
  ['data:text/html,x', undefined],
  ['/imprint', undefined],
  ['', undefined],
  [undefined, undefined],
])('%j stands in a link as %j', (href, expected) => {
  expect(webAddress(href)).toBe(expected)
})
