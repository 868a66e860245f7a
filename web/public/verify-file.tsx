import type { KnownFiles } from '../../functions/certificate/certificate-file.table.ts'
import { FactList } from '../parts/notice.tsx'
import type { PageSetting } from '../parts/setting.ts'
import { verifyFileText } from '../text/verify-file.ts'

type CompareProps = { setting: PageSetting; files: KnownFiles }

/** Loads what compares; without it the checksums are there to read. */
export function CompareScript({ setting }: { setting: PageSetting }) {
  return <script type="module" src={`/assets/verify-file.js?v=${setting.cssVersion}`} />
}

/** Whether a PDF is the one that the house sent: by its checksum, or in the browser, which keeps the file to itself. */
export function CompareFile({ setting, files: { mailed, drawn } }: CompareProps) {
  const text = verifyFileText[setting.language]
  const all = [...new Set([...mailed, drawn])]
  const sums = all.map((sum): [string, string] => {
    if (all.length === 1) return [text.sum, sum]
    return [mailed.includes(sum) ? text.mailed : text.drawn, sum]
  })
  return (
    <section class="panel" aria-labelledby="compare-file">
      <h2 id="compare-file">{text.title}</h2>
      <div data-compare={all.join(' ')} data-words={JSON.stringify(text.said)} hidden>
        <p>{text.lead}</p>
        <div class="field drop" data-drop="">
          <label for="file">{text.choose}</label>
          <input type="file" id="file" accept="application/pdf,.pdf" />
        </div>
        <div data-said="" role="status" />
      </div>
      <p class="small">{text.by}</p>
      <FactList
        facts={sums.map(([name, sum]) => [
          name,
          <code class="wrap" translate="no">
            {sum}
          </code>,
        ])}
      />
      <p class="small">{text.commands}</p>
    </section>
  )
}
