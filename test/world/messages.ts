import type { Table } from '../../functions/kernel/table.ts'
import { findRecipients, readCrowd } from '../../functions/message/find-recipients.ts'
import { keepDraft } from '../../functions/message/keep-draft.ts'
import { peopleMark } from '../../functions/message/message.table.ts'
import type { Audience, Group, MessageText } from '../../functions/message/message.ts'
import { sendMessage } from '../../functions/message/send-message.ts'
import type { Seminar } from '../../functions/seminar/seminar.ts'
import type { WorkingHouse } from './working-house.ts'

export const german: MessageText = { language: 'de', subject: 'Raum', text: 'Wir sind in Raum 3.' }
export const turkish: MessageText = { language: 'tr', subject: 'Salon', text: 'Salon 3’teyiz.' }
export const english: MessageText = { language: 'en', subject: 'Room', text: 'We are in room 3.' }

export const audience = (group: Group, sessionId = ''): Audience => ({ group, sessionId })

type Wish = {
  audience?: Audience
  picked?: readonly string[]
  texts?: readonly MessageText[]
  withButton?: boolean
  files?: readonly { filename: string; contentType: string; bytes: Uint8Array }[]
}

/** What a coordinator does about messages, in a house in which the clock works. */
export function writing(house: WorkingHouse, through: Table = house.table) {
  let drafts = 0
  const world = () => ({ ...house.world(), table: through })

  /** A draft that was looked at, as the form of the check page carries it. */
  async function prepare(seminar: Seminar, wish: Wish = {}) {
    const messageId = `msg_${String(++drafts).padStart(12, '0')}`
    const chosen = wish.audience ?? audience('all')
    const picked = new Set(wish.picked)
    const draft = await keepDraft(world(), {
      seminarId: seminar.id,
      messageId,
      typed: {},
      keep: [],
      fresh: wish.files ?? [],
    })
    const crowd = await readCrowd(through, seminar, house.now())
    const { recipients } = findRecipients(crowd, chosen, picked)
    return {
      seminarId: seminar.id,
      messageId,
      version: draft.version,
      mark: await peopleMark(recipients.map(({ id }) => id)),
      audience: chosen,
      picked,
      texts: wish.texts ?? [german],
      withButton: wish.withButton ?? false,
      by: 'Anna',
    }
  }
  const send = (command: Awaited<ReturnType<typeof prepare>>) => sendMessage(world(), command)
  return {
    prepare,
    send,
    async write(seminar: Seminar, wish: Wish = {}) {
      const sent = await send(await prepare(seminar, wish))
      if (!sent.ok) throw new Error(sent.refusal.code)
      return sent.value
    },
    /** The letters of messages to somebody. */
    letters: async (name?: string) =>
      (await house.mails(name)).filter(({ cause }) => cause === 'message').map(({ letter }) => letter),
  }
}
