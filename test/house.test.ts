import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { functions } from '../infra/manifest.ts'
import { breaches, manifestBreaches, readSource, rules } from './world/house-rules.ts'

const root = `${import.meta.dirname}/..`
const paths = ['functions', 'web', 'infra', 'test'].flatMap((folder) =>
  globSync(`${folder}/**/*.{ts,tsx}`, { cwd: root }),
)

describe('the house keeps its rules', () => {
  const found = paths.flatMap((path) => breaches(readSource(path, readFileSync(`${root}/${path}`, 'utf8'))))

  test.each(Object.keys(rules))('%s', (rule) => {
    expect(found.filter((breach) => breach.startsWith(`${rule}: `))).toEqual([])
  })

  test('every door is in the manifest once', () => {
    const entries = functions.map(({ entry }) => entry)
    expect(manifestBreaches(paths, entries)).toEqual([])
  })

  test('there are files to look at', () => {
    expect(paths.length).toBeGreaterThan(50)
  })
})

/** One violation for each rule, and what it is written in. The rule must catch it, and no other may. */
const violations: [rule: string, path: string, text: string][] = [
  ['the kernel imports nothing of ours', 'functions/kernel/a.ts', "import { b } from '../seminar/b.ts'"],
  [
    'stages look back along the journey only',
    'functions/seminar/a.ts',
    "import type { B } from '../enrollment/b.ts'",
  ],
  [
    'stages look back along the journey only',
    'functions/session/a.table.ts',
    "import {\n  b,\n} from '../report/b.ts'",
  ],
  ['mail uses no stage, only the kernel', 'functions/mail/a.ts', "import { b } from '../seminar/seminar.ts'"],
  [
    'the mail doors know no stage either',
    'functions/mail/a.lambda.ts',
    "import { b } from '../session/b.ts'",
  ],
  ['staff uses only the kernel', 'functions/staff/a.ts', "import { b } from '../mail/b.ts'"],
  ['nobody sees the clock', 'functions/seminar/a.ts', "const b = await import('../clock/b.ts')"],
  ['nobody but its door sees privacy', 'web/office/a.ts', "import { b } from '../../functions/privacy/b.ts'"],
  ['nobody but its door sees privacy', 'functions/clock/a.ts', "import { b } from '../privacy/b.ts'"],
  [
    'stages do not see who works in the office',
    'functions/seminar/a.ts',
    "import { b } from '../staff/b.ts'",
  ],
  [
    'only doors put functions and pages together',
    'functions/session/a.ts',
    "import { b } from '../../web/parts/b.tsx'",
  ],
  [
    'only aws, doors and infra see the aws folder',
    'functions/seminar/a.table.ts',
    "import { b } from '../aws/table.ts'",
  ],
  [
    'only aws, doors and infra see the aws folder',
    'web/public/a.door.tsx',
    "import '../../functions/aws/log.ts'",
  ],
  [
    'only aws, doors and infra see an AWS SDK',
    'functions/mail/a.mail.tsx',
    "import { B } from '@aws-sdk/client-ses'",
  ],
  ['only aws, doors and infra see Node', 'functions/certificate/a.sheet.ts', 'import { b } from "node:fs"'],
  ['doors are wired by infra alone', 'functions/mail/a.ts', "import { handler } from './b.lambda.ts'"],
  [
    'functions and pages know neither infra nor tests',
    'functions/aws/a.ts',
    "import { b } from '../../infra/manifest.ts'",
  ],
  [
    'functions and pages know neither infra nor tests',
    'web/parts/a.ts',
    "import { b } from '../../test/world/b.ts'",
  ],
  ['infra knows no tests', 'infra/local/a.ts', "import { b } from '../../test/world/b.ts'"],
  ['time is handed in', 'functions/seminar/a.ts', 'const a = Date.now()'],
  ['time is handed in', 'web/public/a.tsx', 'const a = new Date().getFullYear()'],
  ['chance is handed in', 'functions/seminar/a.ts', 'const a = Math.random()'],
  ['chance is handed in', 'functions/seminar/a.ts', 'const a = crypto.randomUUID()'],
  ['the environment is handed in', 'web/office/a.ts', 'const a = process.env.STAGE'],
  ['no junk drawers', 'functions/seminar/utils.ts', ''],
  ['no junk drawers', 'web/common/date.ts', ''],
  ['no default exports', 'infra/a.ts', 'export default { a: 1 }'],
  ['no barrels', 'functions/seminar/a.ts', "export { b } from './b.ts'"],
  ['no barrels', 'web/parts/a.ts', "export * from './b.ts'"],
  ['a file holds one thought', 'web/office/a.ts', '\n'.repeat(281).replaceAll('\n', 'a\n')],
]

const innocent: [path: string, text: string][] = [
  [
    'functions/seminar/a.ts',
    "// new Date() and Date.now() in a comment\nimport { b } from '../programme/b.ts'",
  ],
  ['functions/seminar/a.ts', 'const a = new Date(milliseconds).toISOString() // of process.env'],
  ['functions/clock/a.ts', "import { b } from '../certificate/b.ts'\nimport { c } from '../mail/c.ts'"],
  ['web/public/my-data.door.tsx', "import { b } from '../../functions/privacy/b.ts'"],
  ['functions/mail/send.lambda.ts', "import { b } from '../aws/table.ts'\nconst a = process.env.A"],
  ['functions/enrollment/a.lambda.ts', "import { b } from '../../web/public/b.door.tsx'"],
  ['web/office/a.ts', "import { b } from '../../functions/certificate/b.table.ts'\nexport { c }"],
  ['functions/aws/a.ts', "import { b } from 'node:crypto'\nimport { C } from '@aws-sdk/client-ses'"],
]

describe('the rules catch', () => {
  test.each(violations)('%s: %s', (rule, path, text) => {
    const caught = new Set(breaches(readSource(path, text)).map((breach) => breach.split(': ')[0]))
    expect([...caught]).toEqual([rule])
  })

  test('each of them is tried', () => {
    expect([...new Set(violations.map(([rule]) => rule))].sort()).toEqual(Object.keys(rules).sort())
  })

  test.each(innocent)('nothing in %s, %j', (path, text) => {
    expect(breaches(readSource(path, text))).toEqual([])
  })

  test('a door that the manifest forgot, invented or doubled', () => {
    expect(manifestBreaches(['functions/a/a.lambda.ts', 'functions/a/a.ts'], [])).toHaveLength(1)
    expect(manifestBreaches([], ['functions/a/a.lambda.ts'])).toHaveLength(1)
    expect(manifestBreaches(['web/a.lambda.ts'], ['web/a.lambda.ts', 'web/a.lambda.ts'])).toHaveLength(1)
  })
})
