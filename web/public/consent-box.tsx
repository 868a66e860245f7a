import { Checkbox } from '../parts/form.tsx'
import { inside, type PageSetting } from '../parts/setting.ts'

/** What somebody agrees to, around the link to the privacy notice. */
type ConsentWords = { consentBefore: string; consentLink: string; consentAfter: string }

type ConsentProps = {
  setting: PageSetting
  words: ConsentWords
  checked: boolean
  error: string | undefined
}

/** The tick without which no place is taken; the notice opens beside the form, so that nothing typed is lost. */
export function ConsentBox({ setting, words, checked, error }: ConsentProps) {
  return (
    <Checkbox
      name="consent"
      checked={checked}
      error={error}
      required
      label={
        <>
          {words.consentBefore}
          <a href={inside(setting, '/privacy')} target="_blank" rel="noopener">
            {words.consentLink}
          </a>
          {words.consentAfter}
        </>
      }
    />
  )
}
