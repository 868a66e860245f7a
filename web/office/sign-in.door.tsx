import { type Context, Hono } from 'hono'
import { loadProgramme, unnamedOrganisation as unnamed } from '../../functions/programme/programme.table.ts'
import { beginSignIn } from '../../functions/staff/begin-sign-in.ts'
import { finishSignIn, type SignInRefusal } from '../../functions/staff/finish-sign-in.ts'
import { signOut } from '../../functions/staff/sign-out.ts'
import { requestIdOf } from '../parts/request-id.ts'
import { inside, settingOf } from '../parts/setting.ts'
import type { OfficeText } from '../text/office.de.ts'
import { officeText } from '../text/office.ts'
import {
  attemptSecretOf,
  forgetAttempt,
  forgetSession,
  keepAttempt,
  keepSession,
  sessionSecretOf,
} from './cookie.ts'
import { SignedOutPage, SignInMessagePage } from './message/message-pages.tsx'
import type { OfficeWorld } from './visit.ts'

const refusalStatus: Record<SignInRefusal['code'], 400 | 403 | 502> = {
  declined: 403,
  'not-begun': 400,
  unverified: 403,
  'no-role': 403,
  provider: 502,
}

type SignInText = OfficeText['signIn']
const refusalText: Record<SignInRefusal['code'], (text: SignInText) => { title: string; text: string }> = {
  'not-begun': (text) => ({ title: text.notBegunTitle, text: text.notBegunText }),
  unverified: (text) => ({ title: text.noAccessTitle, text: text.unverifiedText }),
  'no-role': (text) => ({ title: text.noAccessTitle, text: text.noAccessText }),
  declined: (text) => ({ title: text.providerTitle, text: text.declinedText }),
  provider: (text) => ({ title: text.providerTitle, text: text.providerText }),
}

/** Signing in at the provider and out again; the only pages of the office that need nobody to be signed in. */
export function signInDoor(world: OfficeWorld): Hono {
  const door = new Hono()

  door.get('/office/sign-in', async (c) => {
    const begun = await beginSignIn(
      { ...world, now: world.now() },
      { returnPath: c.req.query('to') ?? inside(settingOf(c, unnamed), '/office') },
    )
    if (!begun.ok) return refused(world, c, begun.refusal)
    keepAttempt(c, world.origin, begun.value.attemptSecret)
    return c.redirect(begun.value.address, 303)
  })

  door.get('/office/callback', async (c) => {
    const finished = await finishSignIn(
      { ...world, now: world.now() },
      {
        attemptSecret: attemptSecretOf(c, world.origin),
        state: c.req.query('state') ?? '',
        // Behind the gateway the request's own address is not the one the provider knows.
        callbackUrl: `${world.origin}/office/callback${new URL(c.req.url).search}`,
      },
    )
    if (!finished.ok) return refused(world, c, finished.refusal)
    forgetAttempt(c, world.origin)
    keepSession(c, world.origin, finished.value.sessionSecret)
    return c.redirect(finished.value.returnPath, 303)
  })

  door.post('/office/sign-out', async (c) => {
    await signOut({ table: world.table, now: world.now() }, sessionSecretOf(c, world.origin))
    forgetSession(c, world.origin)
    return c.redirect(inside(settingOf(c, unnamed), '/office/signed-out'), 303)
  })

  door.get('/office/signed-out', async (c) => {
    const setting = settingOf(c, (await loadProgramme(world.table)).organisation)
    return c.html(<SignedOutPage setting={setting} logoutAddress={world.openid.logoutAddress} />)
  })

  return door
}

async function refused(world: OfficeWorld, c: Context, refusal: SignInRefusal) {
  if (refusal.code === 'provider') world.noteFault(refusal.fault, requestIdOf(c))
  const setting = { ...settingOf(c, (await loadProgramme(world.table)).organisation), path: '/office' }
  const words = refusalText[refusal.code](officeText[setting.language].signIn)
  return c.html(<SignInMessagePage setting={setting} {...words} />, refusalStatus[refusal.code])
}
