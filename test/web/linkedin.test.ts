import { expect, test } from 'vitest'
import type { Instant } from '../../functions/kernel/time.ts'
import { linkedInLink } from '../../web/public/linkedin-link.ts'
import { aCertificate } from '../world/certificate.ts'

test('LinkedIn gets what the certificate says in public: no name, no minutes, no address of anybody', () => {
  const certificate = aCertificate({
    title: 'Anträge & Belege: 100 % sicher?',
    // In Berlin the new year has begun already.
    issuedAt: '2026-12-31T23:30:00.000Z' as Instant,
  })
  const link = new URL(linkedInLink(certificate, 'https://lernhaus.example'))
  expect(`${link.origin}${link.pathname}`).toBe('https://www.linkedin.com/profile/add')
  expect(Object.fromEntries(link.searchParams)).toEqual({
    startTask: 'CERTIFICATION_NAME',
    name: 'Anträge & Belege: 100 % sicher?',
    organizationName: certificate.organisation.name,
    issueYear: '2027',
    issueMonth: '1',
    certUrl: `https://lernhaus.example/verify/${certificate.number}`,
    certId: certificate.number,
  })
  expect(decodeURIComponent(link.href)).not.toContain(certificate.lastName)
})
