import type { MeasuredSource } from '../../functions/attendance/attendance.ts'
import type { Language } from '../../functions/kernel/language.ts'

/** Where minutes are known from, in words. */
export const sourceWords: Record<Language, Record<MeasuredSource | 'hand' | 'none' | 'settled', string>> = {
  de: {
    room: 'aus dem Raum',
    bigbluebutton: 'aus BigBlueButton',
    zoom: 'aus Zoom',
    polled: 'im Raum gesehen',
    file: 'aus einer Liste',
    code: 'mit dem Code',
    hand: 'von Hand',
    settled: 'bestätigte Liste',
    none: 'nicht gekommen',
  },
  tr: {
    room: 'odadan',
    bigbluebutton: 'BigBlueButton’dan',
    zoom: 'Zoom’dan',
    polled: 'odada görüldü',
    file: 'listeden',
    code: 'kodla',
    hand: 'elle',
    settled: 'onaylı liste',
    none: 'gelmedi',
  },
  en: {
    room: 'from the room',
    bigbluebutton: 'from BigBlueButton',
    zoom: 'from Zoom',
    polled: 'seen in the room',
    file: 'from a list',
    code: 'by code',
    hand: 'by hand',
    settled: 'confirmed list',
    none: 'did not come',
  },
}
