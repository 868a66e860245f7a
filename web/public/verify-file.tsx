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
  const sums: [string, string][] =
    mailed === null || mailed === drawn
      ? [[text.sum, drawn]]
      : [
          [text.mailed, mailed],
          [text.drawn, drawn],
        ]
  return (
    <section class="panel" aria-labelledby="compare-file">
      <h2 id="compare-file">{text.title}</h2>
      <div
        data-compare={[...new Set(sums.map(([, sum]) => sum))].join(' ')}
        data-words={JSON.stringify(text.said)}
        hidden
      >
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
