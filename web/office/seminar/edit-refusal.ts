import type { SaveRefusal } from '../../../functions/seminar/save-seminar.ts'
import type { Values } from '../field-reader.ts'
import { rowCount, rowNames } from './session-form.ts'

/** Every refusal to save a seminar answers with this status. */
export const saveRefusalStatus: Record<SaveRefusal['code'], 404 | 409 | 422> = {
  unknown: 404,
  'slug-taken': 422,
  'changed-meanwhile': 409,
  over: 409,
  'places-fixed': 422,
  'no-session': 422,
  'session-in-use': 422,
  'saved-before': 409,
}

/** The field that is to blame, where one is: for a session that must stay, the date of its row. */
export function blamedField(refusal: SaveRefusal, values: Values): string | undefined {
  switch (refusal.code) {
    case 'slug-taken':
      return 'slug'
    case 'no-session':
      return rowNames(1).date
    case 'session-in-use':
      return Array.from({ length: rowCount(values) }, (_, i) => rowNames(i + 1)).find(
        ({ id }) => values.get(id) === refusal.sessionId,
      )?.date
    default:
      return undefined
  }
}
