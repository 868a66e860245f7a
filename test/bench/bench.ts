/** `npm run bench [-- enrollments | import | imports | rush | mail | certificates | issue]`: figures as ratios measured in one run on this machine. */

import { playInvites } from '../simulation/mail-run.ts'
import { measureSheets } from './certificates.ts'
import { measureEnrollments } from './enrollments.ts'
import { measureImport } from './import.ts'
import { measureImports } from './import-time.ts'
import { measureIssuing } from './issue.ts'
import { measureMails } from './mails.ts'
import { printRush } from './rush-table.ts'

const wanted = process.argv.slice(2)
const asked = (name: string): boolean => wanted.length === 0 || wanted.includes(name)

if (asked('enrollments')) {
  const { perSecond, barePutsPerSecond, ratio } = await measureEnrollments()
  console.log('Enrollments on the embedded engine, 16 at a time, stream on')
  console.log(`  enroll        ${perSecond.toFixed(0)} a second`)
  console.log(`  bare PutItem  ${barePutsPerSecond.toFixed(0)} a second`)
  console.log(`  ratio         ${ratio.toFixed(3)}`)
}

if (asked('import')) {
  const { rows, readPerSecond, storedPerSecond, barePutsPerSecond, ratio, steps } = await measureImport()
  console.log(`A list of attendance with ${rows} rows on the embedded engine`)
  console.log(`  read and matched   ${readPerSecond.toFixed(0)} rows a second`)
  console.log(`  stored             ${storedPerSecond.toFixed(0)} rows a second, and how far it is`)
  console.log(`  bare PutItem       ${barePutsPerSecond.toFixed(0)} a second, one after the other`)
  console.log(`  ratio              ${ratio.toFixed(2)}`)
  for (const { written, milliseconds } of steps)
    console.log(`    after ${(milliseconds / 1_000).toFixed(1)} s the page shows ${written} of ${rows} rows`)
}

if (asked('imports')) {
  console.log('Import of each bundled function, beside a bare bundle of hono and the DynamoDB client')
  for (const { name, milliseconds, ratio } of await measureImports())
    console.log(`  ${name.padEnd(12)} ${milliseconds.toFixed(0).padStart(4)} ms   ratio ${ratio.toFixed(2)}`)
}

if (asked('mail')) {
  const { perSecond, barePerSecond, ratio } = await measureMails()
  console.log('Mails written down on one core, from the stored words to the bytes')
  console.log(`  ours                ${perSecond.toFixed(0)} a second`)
  console.log(`  bare MailComposer   ${barePerSecond.toFixed(0)} a second, handed the finished texts`)
  console.log(`  ratio               ${ratio.toFixed(2)}`)
  const { people, once, lost, doubled, throttled, seconds } = await playInvites({
    people: 5_000,
    perSecond: 14,
  })
  console.log(`Invites to ${people} people, a provider that takes 14 a second (a played clock)`)
  console.log(`  once ${once}, lost ${lost}, doubled ${doubled}, turned away as too fast ${throttled}`)
  console.log(`  the last after ${seconds.toFixed(0)} s, ${(people / seconds).toFixed(1)} a second`)
  if (lost + doubled > 0) process.exitCode = 1
}

if (asked('certificates')) {
  console.log('Certificates drawn on one core, beside the bare library writing the same lines untagged')
  for (const { name, perSecond, barePerSecond, ratio, bytes, bareBytes } of await measureSheets()) {
    const [ours, bare] = [perSecond, barePerSecond].map((value) => value.toFixed(1).padStart(6))
    const kilobytes = `${(bytes / 1000).toFixed(1)} kB, bare ${(bareBytes / 1000).toFixed(1)} kB`
    console.log(`  ${name.padEnd(8)} ${ours} a second, bare ${bare}, ratio ${ratio.toFixed(2)}; ${kilobytes}`)
  }
  // Credentials a second stand here, once certificates carry them.
}

if (asked('issue')) {
  const people = 200
  const { oneLane, fourLanes, drawn, barePuts, runs } = await measureIssuing(people)
  console.log(
    `Certificates for ${people} people on the embedded engine, drawn, signed and stored with their mails`,
  )
  console.log(`  drawing alone  ${drawn.toFixed(0)} a second; bare PutItem of a sheet ${barePuts.toFixed(0)}`)
  for (const [name, perSecond] of [
    ['one lane', oneLane],
    ['four lanes', fourLanes],
  ] as const)
    console.log(
      `  ${name.padEnd(13)}  ${perSecond.toFixed(1)} a second, ratio to drawing ${(perSecond / drawn).toFixed(2)}, to PutItem ${(perSecond / barePuts).toFixed(3)}`,
    )
  console.log(`  the four lanes took ${runs} runs`)
}

if (asked('rush') && !(await printRush())) process.exitCode = 1
