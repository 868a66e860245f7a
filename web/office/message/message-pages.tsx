import { ButtonLink } from '../../parts/form.tsx'
import { MessagePage } from '../../parts/message-page.tsx'
import { inside, type PageSetting } from '../../parts/setting.ts'
import { officeText } from '../../text/office.ts'

type Props = { setting: PageSetting }

/** Does not exist, or is somebody else's: nobody can tell which. */
export function NotFoundPage({ setting }: Props) {
  const text = officeText[setting.language].notFound
  return (
    <MessagePage setting={setting} title={text.title}>
      <p>{text.text}</p>
      <ButtonLink href={inside(setting, '/office')} label={text.action} />
    </MessagePage>
  )
}

/** A form came in after the session had ended; loading the page again sends it once more. */
export function SignInNeededPage({ setting }: Props) {
  const { signIn } = officeText[setting.language]
  return (
    <MessagePage setting={{ ...setting, path: '/office' }} title={signIn.neededTitle}>
      <p>{signIn.neededText}</p>
      <p>
        <a
          class="button button-primary"
          href={inside(setting, '/office/sign-in')}
          target="_blank"
          rel="noopener"
        >
          {signIn.again}
        </a>
      </p>
    </MessagePage>
  )
}

/** Here the session has ended; the provider may still know the browser, which matters on a shared computer. */
export function SignedOutPage({ setting, logoutAddress }: Props & { logoutAddress: string }) {
  const { signIn } = officeText[setting.language]
  return (
    <MessagePage setting={setting} title={signIn.signedOutTitle}>
      <p>{signIn.signedOutText}</p>
      {logoutAddress && <p>{signIn.sharedText}</p>}
      <div class="button-row">
        {logoutAddress && <ButtonLink href={logoutAddress} label={signIn.everywhere} />}
        <ButtonLink kind="quiet" href={inside(setting, '/office/sign-in')} label={signIn.again} />
      </div>
    </MessagePage>
  )
}

/** Signing in has ended here, for a reason; the next step is to begin again. */
export function SignInMessagePage({ setting, title, text }: Props & { title: string; text: string }) {
  const { signIn } = officeText[setting.language]
  return (
    <MessagePage setting={setting} title={title}>
      <p>{text}</p>
      <ButtonLink href={inside(setting, '/office/sign-in')} label={signIn.again} />
    </MessagePage>
  )
}
