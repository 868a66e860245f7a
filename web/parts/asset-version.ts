/**
 * The first letters of the SHA-256 over style sheet, script and icon. It stands in their addresses, so that browsers
 * may keep them for a year; a test says the new value when one of them changed.
 */
export const assetVersion = 'f87937e645'
