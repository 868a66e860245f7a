import type { Child } from 'hono/jsx'
import type { Language } from '../kernel/language.ts'
import { webAddress } from '../kernel/web-address.ts'
import type { Block, Letter } from './letter.ts'
import { textLetter } from './letter-text.ts'
import { addressParts, clean, footLinks, footWords, type LetterSender, paragraphs } from './letter-words.ts'

/** The two bodies of a mail, written from the same blocks, so that neither says more than the other. */
type LetterBodies = { html: string; text: string }

const ink = '#1f1d1a'
const muted = '#5c5650'
const pomegranate = '#9b1c3c'
const paper = '#ffffff'
const rule = '#d9d3cb'
const serif = "'Noto Serif', Georgia, 'Times New Roman', serif"
/** Long German words are hyphenated, or broken where a reader cannot, so that none is cut off on a narrow phone. */
const breaks = 'overflow-wrap:anywhere;word-break:break-word;-webkit-hyphens:auto;hyphens:auto;'
const sans = "'Noto Sans', -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif"

/** Writes a letter as HTML and as plain text. */
export const layOutLetter = (letter: Letter, sender: LetterSender): LetterBodies => ({
  html: `<!DOCTYPE html>${String(<HtmlLetter letter={letter} sender={sender} />)}\n`,
  text: textLetter(letter, sender),
})

/** A letter without a heading of its own is headed by its subject, so that screen readers find a beginning. */
const HtmlLetter = ({ letter, sender }: { letter: Letter; sender: LetterSender }) => {
  const firstHeading = letter.blocks.findIndex((block) => block.is === 'heading')
  return (
    <html lang={letter.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{clean(letter.subject)}</title>
      </head>
      <body style={`margin:0;padding:0;background-color:${paper};color:${ink};`}>
        <table role="presentation" style="width:100%;border-collapse:collapse;">
          <tbody>
            <tr>
              <td style="padding:24px 12px;text-align:center;">
                <table
                  role="presentation"
                  style={`width:100%;max-width:600px;margin:0 auto;border-collapse:collapse;text-align:left;background-color:${paper};color:${ink};`}
                >
                  <tbody>
                    <Row
                      style={`padding:0 12px 14px;border-bottom:2px solid ${pomegranate};font:600 16px/1.4 ${serif};color:${ink};`}
                    >
                      {sender.name}
                    </Row>
                    <Row style={`padding:20px 12px 28px;font:400 16px/1.55 ${sans};color:${ink};`}>
                      {firstHeading === -1 && (
                        <HtmlBlock block={{ is: 'heading', text: letter.subject }} leads />
                      )}
                      {letter.blocks.map((block, i) => (
                        <HtmlBlock block={block} leads={i === firstHeading} />
                      ))}
                    </Row>
                    <Row
                      style={`padding:16px 12px 0;border-top:1px solid ${rule};font:400 13px/1.55 ${sans};color:${muted};`}
                    >
                      <HtmlFoot language={letter.language} sender={sender} />
                    </Row>
                  </tbody>
                </table>
              </td>
            </tr>
          </tbody>
        </table>
      </body>
    </html>
  )
}

const Row = ({ style, children }: { style: string; children: Child }) => (
  <tr>
    <td style={`${style}${breaks}`}>{children}</td>
  </tr>
)

/** Words with their line breaks. */
const Lines = ({ text }: { text: string }) => (
  <>
    {clean(text)
      .split('\n')
      .map((line, i) => (
        <>
          {i > 0 && <br />}
          {line}
        </>
      ))}
  </>
)

const HtmlBlock = ({ block, leads }: { block: Block; leads: boolean }) => {
  switch (block.is) {
    case 'heading': {
      const style = `margin:${leads ? '4px 0 16px' : '28px 0 10px'};font:600 ${leads ? '24px/1.3' : '18px/1.35'} ${serif};color:${ink};`
      const words = <Lines text={block.text} />
      return leads ? <h1 style={style}>{words}</h1> : <h2 style={style}>{words}</h2>
    }
    case 'text':
      return paragraphs(block.text).map((paragraph) => (
        <p style="margin:0 0 16px;">
          <Lines text={paragraph} />
        </p>
      ))
    case 'small':
      return paragraphs(block.text).map((paragraph) => (
        <p style={`margin:0 0 12px;font-size:14px;line-height:1.5;color:${muted};`}>
          <Lines text={paragraph} />
        </p>
      ))
    case 'button':
      return <HtmlButton label={block.label} href={webAddress(block.href)} />
    case 'facts':
      return <HtmlFacts rows={block.rows} />
  }
}

const HtmlButton = ({ label, href }: { label: string; href: string | undefined }) =>
  href === undefined ? (
    <p style="margin:0 0 16px;">{clean(label)}</p>
  ) : (
    <>
      <p style="margin:24px 0 8px;">
        <a
          href={href}
          style={`display:inline-block;padding:14px 28px;background-color:${pomegranate};color:${paper};border:2px solid ${pomegranate};border-radius:6px;font-weight:600;text-decoration:none;`}
        >
          {clean(label)}
        </a>
      </p>
      <p style={`margin:0 0 24px;font-size:13px;line-height:1.45;color:${muted};word-break:break-all;`}>
        {href}
      </p>
    </>
  )

const HtmlFacts = ({ rows }: { rows: [string, string][] }) =>
  rows.length > 0 && (
    <table style={`width:100%;margin:0 0 20px;border-collapse:collapse;border-top:1px solid ${rule};`}>
      <tbody>
        {rows.map(([label, value]) => (
          <tr>
            <th
              scope="row"
              style={`padding:9px 16px 9px 0;width:32%;border-bottom:1px solid ${rule};text-align:left;vertical-align:top;font-weight:400;font-size:14px;color:${muted};overflow-wrap:normal;word-break:normal;`}
            >
              {clean(label)}
            </th>
            <td
              style={`padding:9px 0;border-bottom:1px solid ${rule};vertical-align:top;color:${ink};word-break:break-word;`}
            >
              <Lines text={value} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )

const HtmlFoot = ({ language, sender }: { language: Language; sender: LetterSender }) => {
  const words = footWords[language]
  const links = footLinks(language, sender)
  return (
    <>
      <p style="margin:0 0 8px;">{addressParts(sender).join(' · ')}</p>
      {sender.email && (
        <p style="margin:0 0 8px;">
          {words.contact} {clean(sender.email)}
        </p>
      )}
      {links.length > 0 && (
        <p style="margin:0;">
          {links.map(({ label, href }, i) => (
            <>
              {i > 0 && ' · '}
              <a href={href} style={`color:${muted};text-decoration:underline;`}>
                {label}
              </a>
            </>
          ))}
        </p>
      )}
    </>
  )
}
