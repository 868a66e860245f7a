import { Page } from '../parts/layout.tsx'
import type { PageSetting } from '../parts/setting.ts'
import { privacyNoticeVersion, privacySections, privacyText } from '../text/privacy.ts'
import { MailLink } from './imprint-page.tsx'

/** The whole notice of Art. 13 GDPR. */
export function PrivacyPage({ setting }: { setting: PageSetting }) {
  const text = privacyText[setting.language]
  return (
    <Page setting={setting} title={text.title}>
      <div class="reading">
        <h1>{text.title}</h1>
        <p class="lead">{text.lead}</p>
        {privacySections.map((name) => (
          <section>
            <h2>{text.sections[name].heading}</h2>
            {text.sections[name].text.map((paragraph) =>
              typeof paragraph === 'string' ? (
                <p>{paragraph}</p>
              ) : (
                <ul>
                  {paragraph.map((entry) => (
                    <li>{entry}</li>
                  ))}
                </ul>
              ),
            )}
            {name === 'controller' && <Controller setting={setting} />}
          </section>
        ))}
        <p class="small">{text.version(privacyNoticeVersion)}</p>
      </div>
    </Page>
  )
}

function Controller({ setting }: { setting: PageSetting }) {
  const { name, street, city, email, privacyContact } = setting.organisation
  return (
    <>
      <address>
        {[name, street, city].filter(Boolean).map((line) => (
          <span class="address-line">{line}</span>
        ))}
        {email && (
          <span class="address-line">
            <MailLink address={email} />
          </span>
        )}
      </address>
      {privacyContact && <p>{privacyText[setting.language].contact(privacyContact)}</p>}
    </>
  )
}
