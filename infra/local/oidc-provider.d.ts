/** The few parts of `oidc-provider` that the local sign-in uses; the package brings no types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'

  /** What a request to the provider is about. */
  type OpenIdContext = {
    oidc: {
      client?: { clientId: string }
      session?: { accountId?: string }
    }
  }

  type Grant = { addOIDCScope(scope: string): void; save(): Promise<string> }

  export class Provider {
    constructor(issuer: string, configuration: object)
    readonly Grant: new (of: {
      accountId: string | undefined
      clientId: string | undefined
    }) => Grant
    callback(): RequestListener
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<{ uid: string }>
    interactionFinished(request: IncomingMessage, response: ServerResponse, result: object): Promise<void>
    on(event: string, listen: (...about: unknown[]) => void): void
  }
}
