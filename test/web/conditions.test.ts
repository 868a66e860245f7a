import { describe, expect, test } from 'vitest'
import { recordByHand } from '../../functions/attendance/record.ts'
import { languages } from '../../functions/kernel/language.ts'
import { conditions } from '../../functions/seminar/seminar.ts'
import { conditionsText } from '../../web/text/conditions.ts'
import { fieldValues, htmlFindings, openOffice } from './office-world.ts'
import { openDoors } from './open-doors.ts'
import { newForm, wholeForm } from './whole-form.ts'

const idFrom = (location: string): string => /\/office\/seminars\/([^/?]+)/.exec(location)?.[1] ?? ''

describe.each(conditions)('the condition %s', (condition) => {
  test('is ticked in the form, stays when the form comes back, and goes when the tick does', async () => {
    const office = openOffice()
    const browser = await office.browserOf('coordinator')
    const asked = { 'conditions-asked': 'yes' }
    const made = await browser.post(newForm, { ...wholeForm, ...asked, [condition]: 'yes' })
    const id = idFrom(made.location)
    const now = async () => (await office.house.seminar(id))[condition]
    const edit = `/office/seminars/${id}/edit`
    const form = async () => fieldValues((await browser.get(edit)).html)
    const without = (fields: Record<string, string>, ...names: string[]) =>
      Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)))
    expect(await now()).toBe(true)
    expect(await htmlFindings((await browser.get(edit)).html)).toEqual([])

    await browser.post(edit, await form())
    expect(await now()).toBe(true)
    // A form from before there were conditions knows nothing of them.
    await browser.post(edit, without(await form(), condition, 'conditions-asked'))
    expect(await now()).toBe(true)
    await browser.post(edit, without(await form(), condition))
    expect(await now()).toBe(false)
  })

  test.each(languages)(
    'stands on the page of the seminar, in %s, and only where it is asked for',
    async (language) => {
      const { house, catalog } = await openDoors()
      await house.offer({ slug: 'with', [condition]: true })
      await house.offer({ slug: 'without' })
      const page = async (slug: string) =>
        (await catalog.request(`/seminars/${slug}?lang=${language}`)).text()
      const { rules, besides } = conditionsText[language]
      expect(await page('with')).toContain(`${besides} ${rules[condition]}`)
      expect(await page('without')).not.toContain(besides)
    },
  )
})

test('who missed a session is named with it before certificates go out; what is to come was missed by nobody', async () => {
  const office = openOffice()
  const { house } = office
  const seminar = await house.offer({ everySession: true })
  const { id: enrollmentId } = await house.enrollAndConfirm(seminar, 'ayse')
  const [first, second] = seminar.sessions
  await recordByHand(house.world(), { sessionId: first?.id ?? '', enrollmentId, minutes: 30, by: 'k' })
  const page = `/office/seminars/${seminar.id}/certificates`
  const { missed, besides } = conditionsText.de
  house.moveTo(first?.end ?? '')
  const half = (await (await office.browserOf('coordinator', 'Cem Yıldız')).get(page)).html
  expect(half).toContain(missed('1'))
  house.moveTo(second?.end ?? '')
  const whole = (await (await office.browserOf('administrator', 'Anna')).get(page)).html
  expect(whole).toContain(missed('1, 2'))
  expect(whole).toContain(besides)
  expect(await htmlFindings(whole)).toEqual([])
})
