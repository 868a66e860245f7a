/** Where the invitations to a seminar are. */
export const invitationsPath = (seminarId: string, more = ''): string =>
  `/office/seminars/${seminarId}/invitations${more}`
