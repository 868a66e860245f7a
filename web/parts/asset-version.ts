/**
 * The first letters of the SHA-256 over style sheet, scripts and icon. It stands in their addresses, so that browsers
 * may keep them for a year; a test says the new value when one of them changed.
 */
export const assetVersion = '7e8a5c98d7'
