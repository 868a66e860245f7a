/** Which mails of a seminar are shown. */
export const mailFilters = ['all', 'way', 'arrived', 'trouble'] as const
export type MailFilter = (typeof mailFilters)[number]

/** Where the mails of a seminar are. */
export const seminarMailsPath = (
  seminarId: string,
  { filter = 'all', from = '' }: { filter?: MailFilter; from?: string } = {},
): string => {
  const asked = new URLSearchParams({ ...(filter !== 'all' && { show: filter }), ...(from && { from }) })
  return `/office/seminars/${seminarId}/mails${asked.size > 0 ? `?${asked}` : ''}`
}

/** Where the mails to one person are, and what can be done about them. */
export const personPath = (
  person: { seminarId: string; enrollmentId: string },
  more: 'mails' | 'address' | `mails/${string}/again` = 'mails',
): string => `/office/seminars/${person.seminarId}/people/${person.enrollmentId}/${more}`
