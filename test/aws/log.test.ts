import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { log } from '../../functions/aws/log.ts'

type Described = { name: string; reason: string; where?: string }
type Line = Described & { level: string; message: string; causes?: Described[] }

let lines: string[] = []
beforeEach(() => {
  lines = []
  vi.spyOn(console, 'error').mockImplementation((line: string) => void lines.push(line))
})
afterEach(() => vi.restoreAllMocks())

function logged(fault: unknown): Line {
  log.fault(fault, { requestId: 'r-1' })
  expect(lines).toHaveLength(1)
  return JSON.parse(lines[0] ?? '')
}
const names = (line: Line) => line.causes?.map(({ reason }) => reason)

test('a fault tells its name, its reason, where it was thrown, and nothing about causes it does not have', () => {
  const line = logged(new RangeError('too many'))
  expect(line).toMatchObject({ level: 'error', message: 'fault', requestId: 'r-1', name: 'RangeError' })
  expect(line.reason).toBe('too many')
  expect(line.where).toMatch(/^at .*log\.test\.ts/)
  expect(line).not.toHaveProperty('causes')
})

test('the fault behind a fault is told, and the one behind that', () => {
  const root = new Error('ThrottlingException')
  const middle = new Error('no answer', { cause: root })
  expect(names(logged(new Error('the table did not answer', { cause: middle })))).toEqual([
    'no answer',
    'ThrottlingException',
  ])
})

test('the faults of a bundle are told, each with its own cause', () => {
  const one = new Error('one', { cause: new Error('behind one') })
  expect(names(logged(new AggregateError([one, new Error('two')], 'two sheets failed')))).toEqual([
    'one',
    'two',
    'behind one',
  ])
})

test('five causes are enough, and a circle ends', () => {
  const many = Array.from({ length: 9 }, (_, i) => new Error(`n${i}`))
  expect(names(logged(new AggregateError(many, 'nine')))).toEqual(['n0', 'n1', 'n2', 'n3', 'n4'])
  lines = []
  const [one, two] = [new Error('one'), new Error('two')]
  one.cause = two
  two.cause = one
  expect(names(logged(one))).toEqual(['two'])
})

test('neither fault nor causes tell who somebody is', () => {
  const secret = 'AbCdEfGhIjKlMnOpQrStUv'
  const cause = new AggregateError([new Error(`link ${secret}`)], `mail to ayse@verein.example failed`)
  const fault = new Error('cannot send to "ayse@verein.example"', { cause })
  const text = JSON.stringify(logged(fault))
  expect(text).toContain('[address]')
  expect(text).toContain('[word]')
  expect(text).not.toContain('ayse')
  expect(text).not.toContain(secret)
})

test('whatever was thrown is told without a second fault', () => {
  expect(logged('gone').reason).toBe('gone')
  lines = []
  expect(logged(Object.create(null)).reason).toBe('[object Object]')
  lines = []
  expect(logged(undefined).reason).toBe('undefined')
  lines = []
  expect(names(logged(new Error('x', { cause: 'a word' })))).toEqual(['a word'])
})
