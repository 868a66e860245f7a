/**
 * Stands in the bundles for the decoder of compressed web fonts that fontkit brings along: ours are plain TrueType,
 * and the decoder's dictionary costs 25 ms of each cold start.
 */
module.exports = () => {
  throw new Error('compressed web fonts (WOFF2) are not read here; use TrueType')
}
