/** Whom the provider vouches for. */
export type OpenIdPerson = { subject: string; email: string; emailVerified: boolean; name: string }

/**
 * The provider at which staff sign in (OpenID Connect, code flow with PKCE). It throws where it cannot answer, and
 * where it answers no: what is thrown then carries the provider's word as `error` (RFC 6749, 4.1.2.1 and 5.2).
 */
export type OpenId = {
  authorizationUrl(asked: { state: string; nonce: string; challenge: string }): Promise<string>
  exchange(answered: {
    callbackUrl: string
    state: string
    nonce: string
    verifier: string
  }): Promise<OpenIdPerson>
  /** Where a browser signs out of the provider itself, as on a shared computer; empty where it cannot. */
  logoutAddress: string
}
