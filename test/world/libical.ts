import { spawnSync } from 'node:child_process'

/** Reads files from a JSON list and answers, for each, what libical makes of it. */
const script = `
import ctypes, json, sys
lib = ctypes.CDLL('libical.so.3')
lib.icalparser_parse_string.restype = ctypes.c_void_p
lib.icalcomponent_as_ical_string_r.restype = ctypes.c_char_p
for name in ('icalcomponent_count_errors', 'icalcomponent_as_ical_string_r', 'icalcomponent_is_valid', 'icalrestriction_check'):
    getattr(lib, name).argtypes = [ctypes.c_void_p]
if len(sys.argv) > 1:
    sys.exit(0)
answers = []
for text in json.load(sys.stdin):
    root = lib.icalparser_parse_string(text.encode())
    answers.append(None if not root else {
        'errors': lib.icalcomponent_count_errors(root),
        'keepsRules': lib.icalrestriction_check(root) == 1,
        'text': lib.icalcomponent_as_ical_string_r(root).decode(),
    })
json.dump(answers, sys.stdout)
`

type Reading = { errors: number; keepsRules: boolean; text: string } | null

const run = (input: string, ...extra: string[]) =>
  spawnSync('python3', ['-c', script, ...extra], { input, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })

/** Whether libical (the calendar library of GNOME, KDE and Thunderbird) and Python are on this machine. */
export const libicalIsHere = run('', 'probe').status === 0

/** What libical reads in each file. */
export function readWithLibical(files: readonly string[]): Reading[] {
  const { status, stdout, stderr } = run(JSON.stringify(files))
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}
