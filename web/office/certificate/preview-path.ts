/** Where it stands who would get which certificate. */
export const previewPath = (seminarId: string): string => `/office/seminars/${seminarId}/certificates`

/** Where one person's certificate is looked at and revoked. */
export const certificatePath = (seminarId: string, enrollmentId: string): string =>
  `${previewPath(seminarId)}/${enrollmentId}`
