/** Where the messages to the people of a seminar are. */
export const messagesPath = (seminarId: string, more = ''): string =>
  `/office/seminars/${seminarId}/messages${more}`

/** The form of a message that is not sent yet. */
export const draftPath = (seminarId: string, messageId: string, more = ''): string =>
  messagesPath(seminarId, `/drafts/${messageId}${more}`)
