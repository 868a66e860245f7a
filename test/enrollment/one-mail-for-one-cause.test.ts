import { describe, expect, it } from 'vitest'
import { cancel } from '../../functions/enrollment/cancel.ts'
import { confirm } from '../../functions/enrollment/confirm.ts'
import { endPlaces } from '../../functions/enrollment/line/end-places.ts'
import { hour } from '../../functions/kernel/time.ts'
import { cancelSeminar } from '../../functions/seminar/cancel-seminar.ts'
import { coordinating } from '../world/invitations.ts'
import { openWorkingHouse, type WorkingHouse } from '../world/working-house.ts'

/** What happens to a person of a small seminar, step by step; each step is done twice at once. */
type Step = (scene: Scene) => Promise<unknown>
type Scene = Awaited<ReturnType<typeof aScene>>

async function aScene(capacity = 1) {
  const house = openWorkingHouse()
  const seminar = await house.offer({ capacity })
  const { invite, world } = coordinating(house)
  const tokens = new Map<string, string>()
  /** The first link that was mailed to somebody: an old mail is opened as often as the newest. */
  async function firstLink(name: string): Promise<string> {
    if (!tokens.has(name)) tokens.set(name, await house.token(name))
    return tokens.get(name) ?? ''
  }
  return { house, seminar, invite, world, firstLink }
}

const enroll =
  (name: string, formId: string): Step =>
  ({ house, seminar }) =>
    house.enroll(seminar, name, { formId })
const press =
  (verb: typeof confirm | typeof cancel, name: string): Step =>
  async ({ house, firstLink }) =>
    verb(house.world(), await firstLink(name))
const tick: Step = ({ house }) => house.tick()
const waits =
  (milliseconds: number): Step =>
  async ({ house }) =>
    house.pass(milliseconds / 2)

const [confirmAyse, confirmCem] = [press(confirm, 'ayse'), press(confirm, 'cem')]
const [cancelAyse, cancelCem] = [press(cancel, 'ayse'), press(cancel, 'cem')]
const [ayse, cem] = [enroll('ayse', 'form-a'), enroll('cem', 'form-c')]

/** Each way, and the causes of all mails that each person got of it. */
const ways: [string, Step[], Record<string, string[]>][] = [
  ['enrolling', [ayse], { ayse: ['confirm'] }],
  ['enrolling on two forms', [ayse, enroll('ayse', 'form-b')], { ayse: ['confirm', 'already'] }],
  ['enrolling and confirming', [ayse, confirmAyse], { ayse: ['confirm', 'confirmed'] }],
  ['confirming again later', [ayse, confirmAyse, tick, confirmAyse], { ayse: ['confirm', 'confirmed'] }],
  ['cancelling before confirming', [ayse, cancelAyse, confirmAyse], { ayse: ['confirm', 'cancelled'] }],
  [
    'cancelling',
    [ayse, confirmAyse, cancelAyse, cancelAyse],
    { ayse: ['confirm', 'confirmed', 'cancelled'] },
  ],
  [
    'confirming what was cancelled',
    [ayse, confirmAyse, cancelAyse, confirmAyse],
    { ayse: ['confirm', 'confirmed', 'cancelled'] },
  ],
  ['confirming too late', [ayse, waits(25 * hour), confirmAyse, tick, confirmAyse], { ayse: ['confirm'] }],
  [
    'the same form after cancelling',
    [ayse, confirmAyse, cancelAyse, ayse],
    { ayse: ['confirm', 'confirmed', 'cancelled', 'confirm'] },
  ],
  [
    'moving up',
    [ayse, cem, confirmAyse, confirmCem, cancelAyse, tick, tick],
    { ayse: ['confirm', 'confirmed', 'cancelled'], cem: ['confirm', 'confirmed', 'promoted'] },
  ],
  [
    'moving up before confirming',
    [ayse, cem, cancelAyse, tick, confirmCem, tick],
    { ayse: ['confirm', 'cancelled'], cem: ['confirm', 'promoted', 'confirmed'] },
  ],
  [
    'moving up by an expired hold',
    [ayse, cem, confirmCem, waits(25 * hour), tick, tick],
    { ayse: ['confirm'], cem: ['confirm', 'confirmed', 'promoted'] },
  ],
  [
    'cancelling from the waiting list',
    [ayse, cem, confirmCem, cancelCem, cancelAyse, tick],
    { ayse: ['confirm', 'cancelled'], cem: ['confirm', 'confirmed', 'cancelled'] },
  ],
  [
    'a seminar that is called off',
    [
      ayse,
      confirmAyse,
      ({ house, seminar }) => cancelSeminar(house.world(), seminar.id),
      tick,
      waits(hour),
      tick,
      confirmAyse,
      cancelAyse,
    ],
    { ayse: ['confirm', 'confirmed', 'seminar-cancelled'] },
  ],
  [
    'being invited, and enrolling',
    [
      ({ invite, seminar }) => invite(seminar, ['ayse', 'cem']),
      tick,
      ayse,
      tick,
      waits(20 * 24 * hour),
      tick,
    ],
    { ayse: ['invitation', 'confirm'], cem: ['invitation', 'invitation-reminder'] },
  ],
]

/**
 * Of two twins for the last seat the later number may win; it waits until the earlier one is struck, and then has moved
 * up: a cause of its own, of which there is one letter.
 */
function upToTwins(causes: readonly string[], expected: readonly string[]): string[] {
  const at = expected.includes('promoted') ? -1 : causes.indexOf('promoted')
  return causes.filter((_, i) => i !== at).toSorted()
}

async function causesOf(house: WorkingHouse, name: string): Promise<string[]> {
  return (await house.mails(name)).map(({ cause }) => cause)
}

describe('each cause brings one mail, with every step done twice at once', () => {
  it.each(ways)('%s', async (_, steps, expected) => {
    const isFull = steps.includes(cem)
    const scene = await aScene(isFull ? 1 : 5)
    for (const step of steps) await Promise.all([step(scene), step(scene)])
    await scene.house.settle()
    for (const [name, causes] of Object.entries(expected))
      expect(upToTwins(await causesOf(scene.house, name), causes), name).toEqual(causes.toSorted())
    // One at the door for each in the outbox: no mail is handed over twice either.
    const handedOver = scene.house.post.arrived.map(({ id }) => id)
    expect(new Set(handedOver).size).toBe(handedOver.length)
    expect(handedOver).toHaveLength((await scene.house.mails()).length)
  })
})

describe('in whatever order steps come at once', () => {
  const deeds: [string, Step][] = [
    ['enroll', ayse],
    ['enroll on another form', enroll('ayse', 'form-b')],
    ['confirm', confirmAyse],
    ['cancel', cancelAyse],
    ['sweep', async ({ house, seminar }) => void (await endPlaces(house.world(), seminar.id))],
    ['tick', tick],
  ]
  const pairs = deeds.flatMap(([one, first]) =>
    deeds.map(([other, second]) => [one, other, first, second] as const),
  )

  it.each(pairs)('%s and %s: no cause twice for one place', async (_, __, first, second) => {
    const scene = await aScene()
    await ayse(scene)
    await scene.firstLink('ayse')
    await Promise.all([first(scene), second(scene), second(scene), first(scene)])
    await scene.house.settle()
    const mails = await scene.house.mails('ayse')
    const causes = mails.map(({ cause }) => cause)
    for (const cause of ['already', 'confirmed', 'cancelled', 'promoted'])
      expect(causes.filter((one) => one === cause).length, cause).toBeLessThanOrEqual(1)
    // Asked for confirmation once for each place that was taken: a second one only after the first was given back.
    expect(causes.filter((one) => one === 'confirm').length).toBeLessThanOrEqual(
      causes.includes('cancelled') ? 2 : 1,
    )
    expect(mails.length).toBe(new Set(mails.map(({ id }) => id)).size)
  })
})
