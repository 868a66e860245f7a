import type { Language } from '../../functions/kernel/language.ts'
import { Notice } from '../parts/notice.tsx'
import { enrollText } from '../text/enroll.ts'
import { myMoreText } from '../text/my-more.ts'

/** Something that kept the form from being taken, though nothing in it is wrong. */
export type FormNotice = 'stale' | 'quick' | 'crowded' | 'unsure' | 'busy' | 'filled'

/** Says it above the form. */
export function FormNoticeBox({ kind, language }: { kind: FormNotice | undefined; language: Language }) {
  const text = enrollText[language]
  if (!kind) return null
  if (kind === 'filled')
    return (
      <Notice announce>
        <p>{myMoreText[language].seminars.filled}</p>
      </Notice>
    )
  if (kind === 'stale' || kind === 'quick')
    return (
      <Notice tone="warning" announce>
        <p>{text[kind]}</p>
      </Notice>
    )
  return (
    <Notice tone="bad" announce title={text[kind].title}>
      <p>{text[kind].text}</p>
    </Notice>
  )
}
