import { posix } from 'node:path'

/** A file as the rules see it: where it lies, what it imports, what it says. */
export type SourceFile = { path: string; imports: string[]; code: string; lines: number }

/** Reads a file of the house; imports of ours become paths from the root, others stay names of packages. */
export function readSource(path: string, text: string): SourceFile {
  const code = withoutComments(text)
  const found = [...code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*(['"])([^'"\n]+)\1/g)].map(
    ([, , name = '']) => name,
  )
  const imports = found.map((name) => (name.startsWith('.') ? posix.join(posix.dirname(path), name) : name))
  return { path, imports, code, lines: text.trimEnd().split('\n').length }
}

/** Words in a comment bind nobody. Texts keep their `//`, as in addresses. */
const withoutComments = (text: string): string =>
  text.replace(
    /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
    (_, literal: string | undefined) => literal ?? ' ',
  )

/** The stages in the order of the journey; each may look back, none ahead. */
const journey = [
  'programme',
  'seminar',
  'enrollment',
  'session',
  'attendance',
  'certificate',
  'message',
  'feedback',
  'report',
]

const folderOf = (path: string): string => /^functions\/([^/]+)\//.exec(path)?.[1] ?? ''
const isOurs = (path: string): boolean => /^(functions|web|infra|test)\//.test(path)
const isFunction = (path: string): boolean => path.startsWith('functions/')
const isWeb = (path: string): boolean => path.startsWith('web/')
const isHouse = (path: string): boolean => isFunction(path) || isWeb(path)
const isLambda = (path: string): boolean => path.endsWith('.lambda.ts')
const isAws = (path: string): boolean => folderOf(path) === 'aws'
const isStage = (path: string): boolean => journey.includes(folderOf(path))
/** The pages of "My data" and their door. */
const isPrivacyDoor = (path: string): boolean => /^web\/public\/my-data[.-]/.test(path)
/** All that is neither a door's wiring nor the folder that opens AWS clients. */
const isQuiet = (path: string): boolean => isHouse(path) && !isLambda(path) && !isAws(path)
const isAhead = (from: string, to: string): boolean =>
  journey.indexOf(folderOf(to)) > journey.indexOf(folderOf(from))

/** Every rule of the house by its name; `breaks` answers what in the file breaks it. */
export const rules: Record<string, (file: SourceFile) => string[]> = {
  'the kernel imports nothing of ours': imports(
    (from) => folderOf(from) === 'kernel',
    (to) => isOurs(to) && folderOf(to) !== 'kernel',
  ),
  'stages look back along the journey only': imports(isStage, (to, from) => isStage(to) && isAhead(from, to)),
  'mail uses no stage, only the kernel': imports(
    (from) => folderOf(from) === 'mail' && !isLambda(from),
    (to) => isOurs(to) && !['mail', 'kernel'].includes(folderOf(to)),
  ),
  'the mail doors know no stage either': imports(
    (from) => folderOf(from) === 'mail' && isLambda(from),
    (to) => isOurs(to) && !['mail', 'kernel', 'aws'].includes(folderOf(to)),
  ),
  'staff uses only the kernel': imports(
    (from) => folderOf(from) === 'staff',
    (to) => isOurs(to) && !['staff', 'kernel'].includes(folderOf(to)),
  ),
  'nobody sees the clock': imports(
    (from) => isHouse(from) && folderOf(from) !== 'clock',
    (to) => folderOf(to) === 'clock',
  ),
  'nobody but its door sees privacy': imports(
    (from) => isHouse(from) && folderOf(from) !== 'privacy' && !isPrivacyDoor(from),
    (to) => folderOf(to) === 'privacy',
  ),
  'stages do not see who works in the office': imports(isStage, (to) => folderOf(to) === 'staff'),
  'only doors put functions and pages together': imports(
    (from) => isFunction(from) && !isLambda(from),
    (to) => isWeb(to),
  ),
  'only aws, doors and infra see the aws folder': imports(isQuiet, (to) => isAws(to)),
  'only aws, doors and infra see an AWS SDK': imports(isQuiet, (to) => to.startsWith('@aws-sdk/')),
  'only aws, doors and infra see Node': imports(isQuiet, (to) => to.startsWith('node:')),
  'doors are wired by infra alone': imports(isHouse, (to) => isLambda(to)),
  'functions and pages know neither infra nor tests': imports(isHouse, (to) => /^(infra|test)\//.test(to)),
  'infra knows no tests': imports(
    (from) => from.startsWith('infra/'),
    (to) => to.startsWith('test/'),
  ),
  'time is handed in': says(
    isQuiet,
    /\bDate\.now\b|\bnew Date\(\s*\)|\bnew Date(?![(\w])|\bperformance\.now\b/g,
  ),
  'chance is handed in': says(isQuiet, /\bMath\.random\b|\brandomUUID\b|\bgetRandomValues\b/g),
  'the environment is handed in': says(isQuiet, /\bprocess\.\w+/g),
  'no junk drawers': ({ path }) =>
    /(^|\/)(utils?|helpers?|common|misc|shared|lib)(\/|\.[a-z.]+$)/.test(path) ? [path] : [],
  'no default exports': says(
    () => true,
    /^export\s+default\b|\bas default\b(?=[^}]*\}\s*;?\s*$)/gm,
    'vitest.config.ts',
  ),
  'no barrels': says(() => true, /^export\s+(type\s+)?(\*|\{[^}]*\})[^;\n]*\sfrom\b/gm),
  'a file holds one thought': ({ path, lines }) =>
    isHouse(path) && lines > 280 ? [`${lines} lines, at most 280`] : [],
}

function imports(
  of: (from: string) => boolean,
  never: (to: string, from: string) => boolean,
): (file: SourceFile) => string[] {
  return ({ path, imports: targets }) => (of(path) ? targets.filter((to) => never(to, path)) : [])
}

function says(
  of: (path: string) => boolean,
  never: RegExp,
  ...except: string[]
): (file: SourceFile) => string[] {
  return ({ path, code }) =>
    of(path) && !except.includes(path) ? [...code.matchAll(never)].map(([words]) => words) : []
}

/** What breaks which rule, one line each: `rule: file: what`. */
export const breaches = (file: SourceFile): string[] =>
  Object.entries(rules).flatMap(([rule, breaks]) =>
    breaks(file).map((what) => `${rule}: ${file.path}: ${what}`),
  )

/** Each door stands in the manifest exactly once, and the manifest names no door that is not there. */
export function manifestBreaches(paths: readonly string[], entries: readonly string[]): string[] {
  const doors = paths.filter((path) => isHouse(path) && isLambda(path))
  return [
    ...doors.filter((door) => !entries.includes(door)).map((door) => `${door} is not in the manifest`),
    ...entries.filter((entry) => !doors.includes(entry)).map((entry) => `${entry} is not there`),
    ...entries.filter((entry, i) => entries.indexOf(entry) < i).map((entry) => `${entry} is named twice`),
  ]
}
