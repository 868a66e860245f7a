/** Where it stands who would get which certificate. */
export const previewPath = (seminarId: string): string => `/office/seminars/${seminarId}/certificates`

/** Where one person's certificate is looked at and revoked. */
export const certificatePath = (seminarId: string, enrollmentId: string): string =>
  `${previewPath(seminarId)}/${enrollmentId}`

/** Where somebody says who shall get one, page by page. */
export const wordsPath = (seminarId: string, page = 1): string =>
  `/office/seminars/${seminarId}/words${page > 1 ? `/${page}` : ''}`

/** Where all certificates of a seminar are handed out as files. */
export const filesPath = (seminarId: string): string => `${previewPath(seminarId)}/files`
