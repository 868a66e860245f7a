import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Language } from '../../functions/kernel/language.ts'

/** The bare document around everything that is shown only on this machine. */
export const Document = (props: {
  title: string
  language: Language
  notice: string
  head?: Child
  children: Child
}) => (
  <>
    {raw('<!doctype html>')}
    <html lang={props.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{props.title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/workbench.css" />
        {props.head}
      </head>
      <body>
        <aside class="notice">{props.notice}</aside>
        {props.children}
      </body>
    </html>
  </>
)

const places = [
  ['/', 'Start'],
  ['/mailbox', 'Mailbox'],
  ['/time', 'Clock'],
  ['/meetings', 'Rooms'],
  ['/people', 'People'],
  ['/parts', 'Parts and faults'],
] as const

export type WorkbenchPlace = (typeof places)[number][0]

/** A page of the workbench. */
export const Sheet = (props: { title: string; place: WorkbenchPlace; children: Child }) => (
  <Document
    title={`${props.title} · Lernhaus workbench`}
    language="en"
    notice="Workbench — only on this machine"
  >
    <header>
      <strong>Lernhaus workbench</strong>
      <nav aria-label="Workbench">
        <ul>
          {places.map(([path, label]) => (
            <li>
              <a href={path} aria-current={path === props.place ? 'page' : undefined}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
    <main>
      <h1>{props.title}</h1>
      {props.children}
    </main>
  </Document>
)

/** A line of a mailbox list. */
export const MailLine = (props: {
  mail: { id: string; subject: string; to: string[]; sentAt: string }
  time: string
}) => (
  <li class="mail">
    <a href={`/mailbox/${props.mail.id}`}>{props.mail.subject || 'No subject'}</a>
    <time datetime={props.mail.sentAt} class="quiet">
      {props.time}
    </time>
    <span class="quiet">to {props.mail.to.join(', ')}</span>
  </li>
)
