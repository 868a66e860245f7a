/**
 * Stands in the bundles for the HTTP client of jsonld: the dictionaries of credentials come with the house, and what
 * cannot be fetched cannot be exchanged by whoever answers in its place.
 */
const refuse = () => {
  throw new Error('nothing is fetched while credentials are signed')
}
module.exports = { httpClient: { get: refuse } }
