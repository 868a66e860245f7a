import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { minute } from '../../functions/kernel/time.ts'
import { attemptLasts, sessionLasts } from '../../functions/staff/sign-in-session.ts'

/**
 * Over https the name begins with `__Host-`, which browsers take only from this very host, secure and for every path
 * (RFC 6265bis). On one machine the house speaks plain http, where such a cookie cannot be set.
 */
const isSecure = (origin: string): boolean => origin.startsWith('https:')
const nameFor = (origin: string, name: string): string => (isSecure(origin) ? `__Host-${name}` : name)

const session = 'lernhaus'
const attempt = 'lernhaus-sign-in'

const attributes = (origin: string) => ({
  path: '/',
  httpOnly: true,
  secure: isSecure(origin),
  // Lax, as the way back from the provider comes from another site.
  sameSite: 'Lax' as const,
})

const seconds = (milliseconds: number): number => (milliseconds / minute) * 60

/** The secret of whoever is signed in; empty where nobody is. */
export const sessionSecretOf = (c: Context, origin: string): string =>
  getCookie(c, nameFor(origin, session)) ?? ''

/** The secret of whoever is on the way to the provider; empty where nobody is. */
export const attemptSecretOf = (c: Context, origin: string): string =>
  getCookie(c, nameFor(origin, attempt)) ?? ''

/** The browser is signed in for a working day. */
export const keepSession = (c: Context, origin: string, secret: string): void =>
  setCookie(c, nameFor(origin, session), secret, { ...attributes(origin), maxAge: seconds(sessionLasts) })

/** The browser is on its way to the provider. */
export const keepAttempt = (c: Context, origin: string, secret: string): void =>
  setCookie(c, nameFor(origin, attempt), secret, { ...attributes(origin), maxAge: seconds(attemptLasts) })

/** The browser is signed out. */
export const forgetSession = (c: Context, origin: string): void => {
  deleteCookie(c, nameFor(origin, session), attributes(origin))
}

/** The browser is back from the provider. */
export const forgetAttempt = (c: Context, origin: string): void => {
  deleteCookie(c, nameFor(origin, attempt), attributes(origin))
}
