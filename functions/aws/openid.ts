import * as client from 'openid-client'
import type { OpenId } from '../staff/openid.ts'
import type { Config } from './config.ts'

const patienceSeconds = 5

/** Only on one machine may the provider speak plain http. */
const isLocal = (issuer: URL): boolean =>
  issuer.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(issuer.hostname)

/** As Cognito wants it: the client's name, and one of the addresses that were registered for the way back. */
function logoutAddress(openid: Config['openid'], publicOrigin: string): string {
  if (!openid.logout) return ''
  const query = new URLSearchParams({ client_id: openid.client, logout_uri: `${publicOrigin}/office` })
  return `${openid.logout}?${query}`
}

/** The provider of the house's configuration, by openid-client. What it says about itself is asked once. */
export function openOpenId({ openid, publicOrigin }: Pick<Config, 'openid' | 'publicOrigin'>): OpenId {
  const redirectUri = `${publicOrigin}/office/callback`
  let discovered: Promise<client.Configuration> | undefined

  async function discover(): Promise<client.Configuration> {
    const issuer = new URL(openid.issuer)
    return client.discovery(
      issuer,
      openid.client,
      undefined,
      openid.secret ? client.ClientSecretBasic(openid.secret) : client.None(),
      { timeout: patienceSeconds, execute: isLocal(issuer) ? [client.allowInsecureRequests] : [] },
    )
  }

  /** A failed discovery is not kept: the provider may be back at the next click. */
  const provider = (): Promise<client.Configuration> => {
    discovered ??= discover().catch((fault: unknown) => {
      discovered = undefined
      throw fault
    })
    return discovered
  }

  return {
    logoutAddress: logoutAddress(openid, publicOrigin),

    async authorizationUrl({ state, nonce, challenge }) {
      return client.buildAuthorizationUrl(await provider(), {
        redirect_uri: redirectUri,
        scope: 'openid email profile',
        response_type: 'code',
        code_challenge: challenge,
        code_challenge_method: 'S256',
        state,
        nonce,
      }).href
    },

    async exchange({ callbackUrl, state, nonce, verifier }) {
      const configuration = await provider()
      const tokens = await client.authorizationCodeGrant(configuration, new URL(callbackUrl), {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      })
      const claims = tokens.claims()
      if (!claims) throw new Error('no identity in the answer of the provider')
      // Providers may keep mail and name for the second question (OpenID Connect Core, 5.4).
      const told =
        claims.email === undefined && configuration.serverMetadata().userinfo_endpoint
          ? await client.fetchUserInfo(configuration, tokens.access_token, claims.sub)
          : claims
      return {
        subject: claims.sub,
        email: String(told.email ?? ''),
        // Cognito writes it as a word in some answers.
        emailVerified: told.email_verified === true || String(told.email_verified) === 'true',
        name: String(told.name ?? told.given_name ?? ''),
      }
    },
  }
}
