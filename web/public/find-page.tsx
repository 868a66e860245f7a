import { type MailWish, mailWishes } from '../../functions/enrollment/link/request-mail.ts'
import { ErrorSummary, Field, type FieldErrors, HiddenField, SubmitButton } from '../parts/form.tsx'
import { Page } from '../parts/layout.tsx'
import { MessagePage } from '../parts/message-page.tsx'
import { Notice } from '../parts/notice.tsx'
import { inside, type PageSetting } from '../parts/setting.ts'
import { myMoreText } from '../text/my-more.ts'

type FindProps = {
  setting: PageSetting
  values: { email: string; wish: string }
  token: string
  errors: FieldErrors
  stale?: boolean
}

const formName = 'find'

/** For who has lost their link, or wants to see all their seminars. */
export function FindPage({ setting, values, token, errors, stale = false }: FindProps) {
  const text = myMoreText[setting.language].find
  return (
    <Page setting={setting} title={text.title} form={formName}>
      <div class="message">
        <h1>{text.title}</h1>
        {stale && (
          <Notice tone="warning" announce>
            <p>{text.stale}</p>
          </Notice>
        )}
        <ErrorSummary
          title={text.wrongTitle}
          errors={errors}
          fields={{ email: text.email, wish: text.wish }}
        />
        <p class="lead">{text.lead}</p>
        <form method="post" action={inside(setting, '/my')} novalidate class="form" id={formName}>
          <HiddenField name="form" value={token} />
          <Field
            name="email"
            type="email"
            label={text.email}
            hint={text.emailHint}
            value={values.email}
            error={errors.email}
            required
            autocomplete="email"
            inputmode="email"
            maxlength={254}
          />
          <fieldset id="wish">
            <legend>{text.wish}</legend>
            {errors.wish && <p class="field-error">{errors.wish}</p>}
            {mailWishes.map((wish) => (
              <Wish wish={wish} label={text.wishes[wish]} chosen={values.wish === wish} />
            ))}
          </fieldset>
          <SubmitButton label={text.send} />
        </form>
        <p>{text.unconfirmed}</p>
      </div>
    </Page>
  )
}

function Wish({ wish, label, chosen }: { wish: MailWish; label: string; chosen: boolean }) {
  return (
    <div class="checkbox">
      <input type="radio" id={`wish-${wish}`} name="wish" value={wish} checked={chosen} />
      <label for={`wish-${wish}`}>{label}</label>
    </div>
  )
}

/** What everybody reads afterwards, known or unknown. */
export function AskedPage({ setting }: { setting: PageSetting }) {
  const text = myMoreText[setting.language].find
  return (
    <MessagePage setting={setting} title={text.doneTitle}>
      <p class="lead">{text.done}</p>
      <p>{text.doneLimit}</p>
      <p>{text.unconfirmed}</p>
    </MessagePage>
  )
}

/** What is read after a new link was asked for on a personal page, which is gone by now. */
export function RenewedPage({ setting }: { setting: PageSetting }) {
  const text = myMoreText[setting.language].find
  return (
    <MessagePage setting={setting} title={text.renewedTitle}>
      <p class="lead">{text.renewed}</p>
      <p>
        <a href={inside(setting, '/my')}>{text.again}</a>
      </p>
    </MessagePage>
  )
}
