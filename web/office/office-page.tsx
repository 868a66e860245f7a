import type { Child } from 'hono/jsx'
import { type Deed, may } from '../../functions/staff/staff.ts'
import { ButtonForm } from '../parts/form.tsx'
import { Page } from '../parts/layout.tsx'
import { Notice } from '../parts/notice.tsx'
import { inside } from '../parts/setting.ts'
import type { OfficeText } from '../text/office.de.ts'
import { officeText } from '../text/office.ts'
import { PausedNotice } from './mail/paused-notice.tsx'
import type { Visit } from './visit.ts'

/** A part of the office that the navigation names. */
type Area = keyof OfficeText['nav']
/** What can have been done, as the address of the next page says it. */
export type Done = keyof OfficeText['done']

const areas: Record<Area, { path: string; deed: Deed }> = {
  seminars: { path: '/office', deed: 'see-own-seminars' },
  people: { path: '/office/people', deed: 'manage-staff' },
  programme: { path: '/office/programme', deed: 'set-programme' },
  mails: { path: '/office/mails', deed: 'see-mails' },
  audit: { path: '/office/audit', deed: 'see-audit' },
}

type OfficePageProps = {
  visit: Visit
  title: string
  area: Area
  wide?: boolean
  /** What has just been done, from the address; unknown words say nothing. */
  done?: string | undefined
  /** Where the page is reached by a link, when it was shown in answer to a form. */
  path?: string
  /** The id of the form that is filled in here, so that the language switch loses nothing of it. */
  form?: string | undefined
  /** The page that one comes from. */
  back?: { path: string; label: string }
  /** More elements of the document's head. */
  head?: Child
  children?: Child
}

/** A page of the office: its areas, who is signed in, what was just done, then the page itself. */
export function OfficePage({
  visit,
  title,
  area,
  wide = false,
  done,
  path,
  form,
  back,
  head,
  children,
}: OfficePageProps) {
  const { setting } = visit
  const text = officeText[setting.language]
  return (
    <Page
      setting={path === undefined ? setting : { ...setting, path }}
      title={title}
      area="office"
      wide={wide}
      {...(form && { form })}
      head={head}
      nav={<Navigation visit={visit} area={area} />}
    >
      <PausedNotice visit={visit} />
      {back && (
        <p class="back">
          <a href={inside(setting, back.path)}>{back.label}</a>
        </p>
      )}
      {isDone(text, done) && (
        <div class="not-printed">
          <Notice tone="good" announce>
            <p>{text.done[done]}</p>
          </Notice>
        </div>
      )}
      <h1>{title}</h1>
      {children}
    </Page>
  )
}

const isDone = (text: OfficeText, word: string | undefined): word is Done =>
  word !== undefined && Object.hasOwn(text.done, word)

function Navigation({ visit, area }: { visit: Visit; area: Area }) {
  const { setting, member } = visit
  const text = officeText[setting.language]
  const open = Object.entries(areas).filter(([, { deed }]) => may(member.role, deed)) as [
    Area,
    { path: string },
  ][]
  return (
    <>
      {open.map(([name, { path }]) => (
        <a href={inside(setting, path)} aria-current={name === area ? 'true' : undefined}>
          {text.nav[name]}
        </a>
      ))}
      <span class="who">{text.signedInAs(member.name, text.roles[member.role])}</span>
      <ButtonForm kind="quiet" action={inside(setting, '/office/sign-out')} label={text.signOut} />
    </>
  )
}
