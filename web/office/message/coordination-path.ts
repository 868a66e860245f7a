/** Where a trainer writes to those who coordinate a seminar. */
export const coordinationPath = (seminarId: string): string => `/office/seminars/${seminarId}/coordination`
