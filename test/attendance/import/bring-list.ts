import { listNotices } from '../../../functions/attendance/attendance.table.ts'
import { type ConfirmCommand, confirmImport } from '../../../functions/attendance/import/confirm-import.ts'
import { readImportDraft } from '../../../functions/attendance/import/import.table.ts'
import { keepList } from '../../../functions/attendance/import/keep-list.ts'
import { planImport } from '../../../functions/attendance/import/plan-import.ts'
import { storeImports } from '../../../functions/attendance/import/store-import.ts'
import { minutesPresent } from '../../../functions/attendance/minutes.ts'
import { listEnrollments } from '../../../functions/enrollment/enrollment.table.ts'
import type { Table } from '../../../functions/kernel/table.ts'
import { findSession, type Seminar } from '../../../functions/seminar/seminar.ts'
import { openWorkingHouse, type WorkingHouse } from '../../world/working-house.ts'

/** A house in which the second session, 31 March from 18:00 to 20:00, is over, and those people had a seat in it. */
export async function afterTheSession(names: Record<string, [first: string, last: string]>) {
  const house = openWorkingHouse()
  const seminar = await house.offer({ capacity: 200 })
  for (const [address, [firstName, lastName]] of Object.entries(names))
    await house.enrollAndConfirm(seminar, address, { firstName, lastName })
  house.moveTo('2026-03-31T18:30:00.000Z')
  const sessionId = seminar.sessions[1]?.id ?? ''
  return { house, seminar, sessionId, ...importing(house, seminar, sessionId) }
}

/** What a person does with lists of one session, step by step. */
function importing(house: WorkingHouse, seminar: Seminar, sessionId: string) {
  const about = { seminarId: seminar.id, sessionId }
  const planOf = async (importId: string) => {
    const draft = await readImportDraft(house.table, { sessionId, importId }, house.now())
    const session = findSession(seminar, sessionId)
    if (!draft || !session) throw new Error('no such list')
    const plan = await planImport(house.table, { draft: draft.facts, seminar, session, now: house.now() })
    if (!plan) throw new Error('the file is gone')
    return plan
  }
  const bring = async (content: string | Uint8Array) => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    const kept = await keepList(house.world(), { ...about, bytes })
    if (!kept.ok) throw new Error(kept.refusal.code)
    return kept.value.id
  }
  const confirm = (importId: string, mark: string, more: Partial<{ table: Table }> = {}) => {
    const command: ConfirmCommand = { ...about, importId, mark, by: 'k@verein.example' }
    return confirmImport({ ...house.world(), ...more }, command)
  }
  return {
    about,
    bring,
    planOf,
    confirm,
    /** The whole way, as somebody walks it who changes nothing. */
    async takeOver(content: string | Uint8Array) {
      const importId = await bring(content)
      const plan = await planOf(importId)
      const confirmed = await confirm(importId, plan.mark)
      await house.settle()
      return { importId, plan, confirmed }
    },
    store: (table: Table = house.table) => storeImports({ table, now: house.now() }, about),
    /** Minutes by address, of everybody of whom any are known. */
    async minutes(): Promise<Record<string, number>> {
      const session = findSession(seminar, sessionId)
      if (!session) throw new Error('no session')
      const [people, known] = await Promise.all([
        listEnrollments(house.table, seminar.id),
        listNotices(house.table, sessionId),
      ])
      return Object.fromEntries(
        people.flatMap(({ facts: { id, email } }) => {
          const notices = known.get(id)
          return notices
            ? [[email.replace('@verein.example', ''), minutesPresent(notices, session).minutes]]
            : []
        }),
      )
    },
  }
}
