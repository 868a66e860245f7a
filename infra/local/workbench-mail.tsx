import { Hono } from 'hono'
import type { OpenedMail } from './mail-store.ts'
import type { WorkbenchWorld } from './workbench.tsx'
import { attachmentPath } from './workbench-machine.ts'
import { MailLine, Sheet } from './workbench-sheet.tsx'
import { longTime, shortTime } from './workbench-words.ts'

/** The mailbox: every mail that left the house, newest first. */
export function mailPages({ store }: WorkbenchWorld): Hono {
  const pages = new Hono()

  pages.get('/mailbox', async (c) => {
    const mails = await Promise.all(store.list().toReversed().map(store.open))
    return c.html(<MailList mails={mails} />)
  })

  pages.get('/mailbox/:id', async (c) => {
    const mail = store.find(c.req.param('id'))
    return mail ? c.html(<OneMail mail={await store.open(mail)} />) : c.notFound()
  })

  pages.get('/mailbox/:id/html', async (c) => {
    const mail = store.find(c.req.param('id'))
    if (!mail) return c.notFound()
    const { html } = await store.open(mail)
    // As in a real mail program: no script, nothing fetched, links open beside.
    c.header(
      'content-security-policy',
      "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    )
    return c.html(html.replace(/<head[^>]*>/i, (head) => `${head}<base target="_blank">`))
  })

  pages.get('/mailbox/:id/source', (c) => {
    const mail = store.find(c.req.param('id'))
    return mail ? c.text(store.raw(mail.id).toString('utf8')) : c.notFound()
  })
  return pages
}

const MailList = ({ mails }: { mails: OpenedMail[] }) => (
  <Sheet title="Mailbox" place="/mailbox">
    <p class="quiet">
      Every mail that the house has sent, to whomever. Nothing leaves this machine. For programs:{' '}
      <a href="/mails">/mails</a>. Addresses that begin with <code>bounce</code>, <code>complaint</code> or{' '}
      <code>delay</code> fare as they say.
    </p>
    {mails.length === 0 ? (
      <p class="card">No mail yet. Enroll in a seminar, and the first one arrives.</p>
    ) : (
      <ul class="card rows">
        {mails.map((mail) => (
          <MailLine mail={mail} time={shortTime(mail.sentAt)} />
        ))}
      </ul>
    )}
  </Sheet>
)

const OneMail = ({ mail }: { mail: OpenedMail }) => (
  <Sheet title={mail.subject || 'No subject'} place="/mailbox">
    <dl>
      <dt>From</dt>
      <dd>{mail.from}</dd>
      <dt>To</dt>
      <dd>{mail.to.join(', ')}</dd>
      <dt>Sent</dt>
      <dd>
        <time datetime={mail.sentAt}>{longTime(mail.sentAt)}</time>
      </dd>
    </dl>
    {mail.attachments.length > 0 && (
      <section class="card" aria-labelledby="attachments">
        <h2 id="attachments">Attachments</h2>
        <ul class="rows">
          {mail.attachments.map((attachment, i) => (
            <li>
              <a href={attachmentPath(mail.id, i, attachment.filename)} target="_blank" rel="noopener">
                {attachment.filename ?? 'attachment'}
              </a>
              <span class="quiet">
                {attachment.contentType}, {Math.ceil(attachment.size / 1024)} kB
              </span>
            </li>
          ))}
        </ul>
      </section>
    )}
    {mail.html && (
      <section class="card" aria-labelledby="mail">
        <h2 id="mail">Mail</h2>
        <iframe
          src={`/mailbox/${mail.id}/html`}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          title={`Mail: ${mail.subject}`}
        />
      </section>
    )}
    <details class="card" open={!mail.html}>
      <summary>Text part</summary>
      <pre>{withLinks(mail.text)}</pre>
    </details>
    <p>
      <a href={`/mailbox/${mail.id}/source`}>Raw source</a> · <a href={`/mails/${mail.id}/raw`}>as a file</a>
    </p>
  </Sheet>
)

/** Addresses in plain text can be clicked, as mail programs do it. */
const withLinks = (text: string) =>
  text.split(/(https?:\/\/[^\s<>"]+)/).map((part, i) =>
    i % 2 === 1 ? (
      <a href={part} target="_blank" rel="noopener">
        {part}
      </a>
    ) : (
      part
    ),
  )
