import { type Language, languages } from '../../../functions/kernel/language.ts'
import type { Instant } from '../../../functions/kernel/time.ts'
import { audiencesOf } from '../../../functions/message/find-recipients.ts'
import { type Audience, type MessageText, mostSubject, mostText } from '../../../functions/message/message.ts'
import type { Seminar } from '../../../functions/seminar/seminar.ts'
import type { FieldErrors } from '../../parts/form.tsx'
import { messagesText } from '../../text/messages.ts'
import { type FieldReader, openFieldReader, type Values } from '../field-reader.ts'
import { errorsFrom } from '../plain-form.tsx'

/** What a coordinator wants to send, as the form says it. */
export type WishedMessage = {
  audience: Audience
  picked: ReadonlySet<string>
  texts: MessageText[]
  withButton: boolean
}

/** The name of the box by which a person is picked, and that by which a file stays. */
export const personField = (enrollmentId: string): string => `person-${enrollmentId}`
export const keepField = (fileId: string): string => `keep-${fileId}`

/** How an audience is written as the value of a field. */
export const audienceValue = ({ group, sessionId }: Audience): string =>
  sessionId === '' ? group : `${group} ${sessionId}`

/** Reads the form; `wish` is there only when nothing is wrong. */
export function readMessageValues(
  values: Values,
  { seminar, now, language }: { seminar: Seminar; now: Instant; language: Language },
): { wish: WishedMessage | undefined; errors: FieldErrors } {
  const text = messagesText[language].troubles
  const reader = openFieldReader(values)
  const audience = audiencesOf(seminar, now).find((one) => audienceValue(one) === values.get('audience'))
  const picked = new Set(
    [...values.keys()].flatMap((name) =>
      name.startsWith(personField('')) ? [name.slice(personField('').length)] : [],
    ),
  )
  const texts = languages.flatMap((one) => readText(reader, one))
  const errors: FieldErrors = {
    ...(!audience && { audience: text.audience }),
    ...(audience?.group === 'picked' && picked.size === 0 && { pick: text.nobodyPicked }),
    ...errorsFrom(reader.troubles, language),
  }
  if (texts.length === 0 && Object.keys(reader.troubles).length === 0)
    errors[`subject-${language}`] = text.noText
  const wish = { picked, texts, withButton: values.get('withButton') === 'yes' }
  return Object.keys(errors).length === 0 && audience
    ? { wish: { ...wish, audience }, errors }
    : { wish: undefined, errors }
}

/** A language has both subject and text, or neither. */
function readText(reader: FieldReader, language: Language): MessageText[] {
  const [subjectName, textName] = [`subject-${language}`, `text-${language}`]
  if (reader.typed(subjectName) === '' && reader.typed(textName) === '') return []
  const subject = reader.text(subjectName, { most: mostSubject, required: true })
  const text = reader.text(textName, { most: mostText, required: true, lines: true })
  return [{ language, subject, text }]
}
