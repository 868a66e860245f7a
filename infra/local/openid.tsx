import { generateKeyPairSync, randomBytes } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { type OpenIdContext, Provider } from 'oidc-provider'
import { log } from '../../functions/aws/log.ts'
import { readBody } from './gateway.ts'
import { keepJson, readKept } from './kept-file.ts'
import { openIdMemory } from './openid-memory.ts'
import { type LocalPerson, people } from './people.ts'
import { workbenchStyle } from './workbench-files.ts'
import { Document } from './workbench-sheet.tsx'

/** How the office introduces itself to the local sign-in. */
export const openIdClient = { id: 'lernhaus-office', secret: 'local-secret' }

type Setting = { issuer: string; publicOrigin: string; file: string }
type Keys = { signing: object; cookies: string[] }

/** Stands in for Cognito: real OpenID Connect, with a button per person instead of a password. */
export function openIdDoor(setting: Setting): RequestListener {
  const provider = new Provider(setting.issuer, configuration(setting))
  provider.on('server_error', (_context, fault) => log.fault(fault, { part: 'openid' }))
  const callback = provider.callback()
  return (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', setting.issuer)
    if (pathname.startsWith('/sign-in/'))
      void signIn(provider, setting, request, response).catch(() => startAgain(setting, response))
    else if (pathname === '/logout') logOut(setting, searchParams, response)
    else if (pathname === '/workbench.css')
      response.writeHead(200, { 'content-type': 'text/css; charset=utf-8' }).end(workbenchStyle)
    else {
      forgetWhoItWas(request)
      callback(request, response)
    }
  }
}

/** Kept, so that nobody is thrown out by a restart. */
function readKeys(file: string): Keys {
  const known = readKept(file) as Keys | undefined
  if (known) return known
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const signing = { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'local' }
  const made = { signing, cookies: [randomBytes(24).toString('base64url')] }
  keepJson(file, made)
  return made
}

function configuration({ publicOrigin, file }: Setting): object {
  const keys = readKeys(file)
  return {
    adapter: openIdMemory,
    clients: [
      {
        client_id: openIdClient.id,
        client_secret: openIdClient.secret,
        redirect_uris: [`${publicOrigin}/office/callback`],
        post_logout_redirect_uris: [publicOrigin, `${publicOrigin}/`, `${publicOrigin}/office`],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        token_endpoint_auth_method: 'client_secret_basic',
      },
    ],
    jwks: { keys: [keys.signing] },
    cookies: { keys: keys.cookies },
    pkce: { required: () => true },
    scopes: ['openid', 'email', 'profile'],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    // Cognito puts the claims into the ID token too.
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    findAccount: (_context: unknown, id: string) => accountOf(people.find((person) => person.id === id)),
    interactions: {
      url: (_context: unknown, { uid }: { uid: string }) => `/sign-in/${uid}`,
    },
    loadExistingGrant: grantEverything,
    ttl: {
      Interaction: 3600,
      Session: 3600,
      Grant: 3600,
      AuthorizationCode: 300,
      AccessToken: 3600,
      IdToken: 3600,
    },
    renderError: (
      context: { type: string; body: string },
      out: { error: string; error_description?: string },
    ) => {
      context.type = 'text/plain'
      context.body = `${out.error}: ${out.error_description ?? ''}\n`
    },
  }
}

const accountOf = (person: LocalPerson | undefined) =>
  person && {
    accountId: person.id,
    claims: () => ({ sub: person.id, email: person.email, email_verified: true, name: person.name }),
  }

/** On this machine one person plays all roles, so nobody is remembered from the last time. */
function forgetWhoItWas(request: IncomingMessage): void {
  const cookies = (request.headers.cookie ?? '').split('; ')
  request.headers.cookie = cookies.filter((cookie) => !cookie.startsWith('_session')).join('; ')
}

/** The office is ours; nobody has to agree that it reads their name. */
async function grantEverything(context: OpenIdContext & { oidc: { provider: Provider } }): Promise<object> {
  const { provider, session, client } = context.oidc
  const grant = new provider.Grant({ accountId: session?.accountId, clientId: client?.clientId })
  grant.addOIDCScope('openid email profile')
  await grant.save()
  return grant
}

async function signIn(
  provider: Provider,
  setting: Setting,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { uid } = await provider.interactionDetails(request, response)
  if (request.method !== 'POST') return sendPage(response, 200, <WhoIsIt uid={uid} />)
  const form = new URLSearchParams((await readBody(request, 1_000))?.toString() ?? '')
  const person = people.find(({ id }) => id === form.get('person'))
  if (!person) return sendPage(response, 422, <WhoIsIt uid={uid} />)
  if (request.headers.origin !== undefined && request.headers.origin !== setting.issuer)
    return sendPage(response, 403, <WhoIsIt uid={uid} />)
  await provider.interactionFinished(request, response, { login: { accountId: person.id, remember: false } })
}

/** As Cognito's own logout: `/logout?client_id=…&logout_uri=…`. */
function logOut(setting: Setting, query: URLSearchParams, response: ServerResponse): void {
  const target = query.get('logout_uri') ?? ''
  const ours = [setting.publicOrigin, `${setting.publicOrigin}/`, `${setting.publicOrigin}/office`]
  if (query.get('client_id') !== openIdClient.id || !ours.includes(target))
    return void response.writeHead(400, { 'content-type': 'text/plain' }).end('unknown client or address\n')
  response.writeHead(302, { location: target, 'set-cookie': '_session=; Path=/; Max-Age=0' }).end()
}

const startAgain = ({ publicOrigin }: Setting, response: ServerResponse): void =>
  sendPage(
    response,
    400,
    <Document title="Sign in again" language="en" notice={notice}>
      <main class="narrow">
        <h1>This sign-in is no longer open</h1>
        <p>
          It was finished already, or it is too old.{' '}
          <a href={`${publicOrigin}/office`}>Begin again at the office</a>.
        </p>
      </main>
    </Document>,
  )

const notice = 'Local sign-in — only on this machine, no passwords'

const WhoIsIt = ({ uid }: { uid: string }) => (
  <Document title="Who are you? · Local sign-in" language="en" notice={notice}>
    <main class="narrow">
      <h1>Who are you?</h1>
      <p class="quiet">This page stands in for the association’s sign-in. Choose whom you want to be.</p>
      <form method="post" action={`/sign-in/${uid}`}>
        {people.map((person) => (
          <button type="submit" class="person" name="person" value={person.id}>
            {person.name} — {person.role ?? 'no role'}
            <small>{person.may}</small>
          </button>
        ))}
      </form>
    </main>
  </Document>
)

function sendPage(response: ServerResponse, status: number, page: { toString(): string }): void {
  response
    .writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy':
        "default-src 'none'; style-src 'self'; img-src data:; frame-ancestors 'none'",
      'referrer-policy': 'same-origin',
    })
    .end(page.toString())
}
