import type { Certificate } from '../../functions/certificate/certificate.ts'
import type { PageSetting } from '../parts/setting.ts'
import { credentialText } from '../text/credential.ts'

type Props = { setting: PageSetting; certificate: Pick<Certificate, 'number' | 'serial'> }

const addressOf = (number: string, writing: 'json' | 'jwt'): string =>
  `/verify/${number}/credential.${writing}`

/** Certificates have credentials since there is a register. */
const hasCredential = ({ serial }: Props['certificate']): boolean => serial !== undefined

/** The certificate for programs, in both writings. */
export function MachineLinks({ setting, certificate }: Props) {
  const text = credentialText[setting.language]
  if (!hasCredential(certificate)) return null
  return (
    <section aria-labelledby="for-machines">
      <h2 id="for-machines">{text.heading}</h2>
      <p>{text.lead}</p>
      <p class="button-row">
        <a href={addressOf(certificate.number, 'json')}>{text.json}</a>
        <a href={addressOf(certificate.number, 'jwt')}>{text.jwt}</a>
      </p>
    </section>
  )
}

/** What a wallet takes: by this address, or as the file that it answers. */
export function WalletLink({ setting, certificate }: Props) {
  if (!hasCredential(certificate)) return null
  return <a href={addressOf(certificate.number, 'json')}>{credentialText[setting.language].wallet}</a>
}
