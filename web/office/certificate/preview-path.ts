/** Where it stands who would get which certificate. */
export const previewPath = (seminarId: string): string => `/office/seminars/${seminarId}/certificates`
