import { describe, expect, test } from 'vitest'
import {
  mostMessagesADay,
  writeToCoordination,
} from '../../functions/message/coordination/write-to-coordination.ts'
import { auditEntry, listAudit } from '../../functions/staff/audit.table.ts'
import { withEveryCrash } from '../world/crashing-table.ts'
import { openHouse } from '../world/house.ts'

const organisation = { name: 'Bund der Häuser', email: 'buero@verband.example' }
const trainer = { name: 'Zeynep Aydın', address: 'zeynep@trainer.example' }

async function openScene() {
  const house = openHouse()
  const seminar = await house.offer()
  await house.enrollAndConfirm(seminar, 'canary')
  const write = (formId: string, text = 'Der Beamer fehlt.', table = house.table) =>
    writeToCoordination(
      {
        ...house.world(),
        table,
        also: [auditEntry(house.world(), { who: 't', deed: 'write-to-coordination' })],
      },
      { seminar, organisation, trainer, text, language: 'de', formId },
    )
  const letters = async () => (await house.mails()).filter(({ cause }) => cause === 'to-coordination')
  return { house, seminar, write, letters }
}

describe('a trainer writes to those who coordinate', () => {
  test('at the association’s address; answers go to the trainer; nothing of participants is added', async () => {
    const { write, letters } = await openScene()
    expect(await write('form-1')).toMatchObject({ ok: true })
    const [mail] = await letters()
    expect(mail).toMatchObject({
      to: { name: 'Bund der Häuser', address: 'buero@verband.example' },
      replyTo: trainer,
    })
    const words = JSON.stringify(mail)
    expect(words).toContain('Der Beamer fehlt.')
    expect(words).not.toMatch(/canary|Yıldız/)
  })

  test('the same form is one mail, with one note; so many a day, and again tomorrow', async () => {
    const { house, write, letters } = await openScene()
    await Promise.all([write('form-1'), write('form-1')])
    await write('form-1')
    expect(await letters()).toHaveLength(1)
    expect(await listAudit(house.table, house.now(), 20)).toHaveLength(1)
    for (let n = 2; n <= mostMessagesADay + 3; n++) await write(`form-${n}`)
    expect(await write('form-last')).toEqual({ ok: false, refusal: { code: 'too-many' } })
    expect((await letters()).length).toBeLessThanOrEqual(mostMessagesADay)
    house.pass(24 * 3_600_000)
    expect(await write('form-last')).toMatchObject({ ok: true })
  })

  test('where the association has no address, that is said', async () => {
    const { house, seminar } = await openScene()
    const nobody = { ...organisation, email: '' }
    const command = {
      seminar,
      organisation: nobody,
      trainer,
      text: 'x',
      language: 'de',
      formId: 'f',
    } as const
    expect(await writeToCoordination(house.world(), command)).toEqual({
      ok: false,
      refusal: { code: 'no-address' },
    })
  })

  test('a crash at any moment leaves mail and note together, and the same form goes on', async () => {
    const crashes = await withEveryCrash(async (open) => {
      const { house, write, letters } = await openScene()
      const { mortal, death, effects } = open(house.table)
      await Promise.race([write('form-1', 'Hallo', mortal), death])
      effects()
      expect((await listAudit(house.table, house.now(), 20)).length).toBe((await letters()).length)
      expect(await write('form-1', 'Hallo')).toMatchObject({ ok: true })
      expect(await letters()).toHaveLength(1)
    })
    expect(crashes).toBeGreaterThanOrEqual(6)
  })
})
