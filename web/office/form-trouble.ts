/** What can be wrong with a field of the office's forms; every language has a sentence for each. */
export type FormTrouble =
  | 'required'
  | 'too-long'
  | 'unreadable'
  | 'not-a-date'
  | 'missing-hour'
  | 'ends-before-start'
  | 'not-https'
  | 'out-of-range'
  | 'bad-slug'
  | 'not-an-address'
  | 'closes-before-opens'
  | 'too-many-minutes'
