import { type Language, languages } from '../../functions/kernel/language.ts'
import { layoutText } from '../text/layout.ts'
import type { PageSetting } from './setting.ts'

const ownName: Record<Language, string> = { de: 'Deutsch', tr: 'Türkçe', en: 'English' }

/** The name under which a form sends which language its reader turned away from. */
export const leftLanguage = 'left-language'

type SwitchProps = {
  setting: PageSetting
  /** The id of a form whose content goes along into the other language. Its door knows `leftLanguage`. */
  form?: string | undefined
}

/** The same page in another language. */
export function LanguageSwitch({ setting, form }: SwitchProps) {
  return (
    <nav class="languages" aria-label={layoutText[setting.language].languages}>
      {form && <EnterButton form={form} />}
      {languages.map((language) => (
        <Choice setting={setting} form={form} language={language} />
      ))}
    </nav>
  )
}

function Choice({ setting, form, language }: SwitchProps & { language: Language }) {
  const address = `${setting.path}?lang=${language}`
  const current = language === setting.language ? 'true' : undefined
  if (!form)
    return (
      <a href={address} lang={language} hreflang={language} aria-current={current}>
        {ownName[language]}
      </a>
    )
  return (
    <button
      type="submit"
      form={form}
      formaction={address}
      formnovalidate
      name={leftLanguage}
      value={setting.language}
      lang={language}
      aria-current={current}
    >
      {ownName[language]}
    </button>
  )
}

/**
 * The Enter key presses the first button of a form, wherever on the page it stands. That must be sending, not a
 * language, so an unseen one goes before them.
 */
function EnterButton({ form }: { form: string }) {
  return (
    <span class="unseen" aria-hidden="true">
      <button type="submit" form={form} tabindex={-1} />
    </span>
  )
}
