import type { Certificate } from '../../functions/certificate/certificate.ts'
import { wallClockOf } from '../../functions/kernel/time.ts'

/**
 * Where LinkedIn takes a certificate into somebody's profile, filled in. Nothing goes there before the person presses
 * the link; what goes is what the certificate says in public, and the number by which it is verified.
 */
export function linkedInLink(certificate: Certificate, origin: string): string {
  const [year, month] = wallClockOf(certificate.issuedAt, certificate.zone).date.split('-')
  const facts = new URLSearchParams({
    startTask: 'CERTIFICATION_NAME',
    name: certificate.title,
    organizationName: certificate.organisation.name,
    issueYear: year ?? '',
    issueMonth: String(Number(month)),
    certUrl: `${origin}/verify/${certificate.number}`,
    certId: certificate.number,
  })
  return `https://www.linkedin.com/profile/add?${facts}`
}
