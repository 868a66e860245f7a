import type { Language } from '../../kernel/language.ts'
import { textIn } from '../../kernel/language.ts'
import { type Instant, later, minute } from '../../kernel/time.ts'
import type { CertificateLook } from '../../programme/certificate-look.ts'
import type { Programme } from '../../programme/programme.table.ts'
import type { Certificate } from '../certificate.ts'

const titles: Record<Language, string> = {
  de: 'Muster: Fördermittel finden und beantragen',
  tr: 'Örnek: Destek fonlarını bulma ve başvuru',
  en: 'Sample: Finding and applying for funding',
}
const contents: Record<Language, string[]> = {
  de: ['Förderlandschaft', 'Antrag und Finanzplan', 'Verwendungsnachweis'],
  tr: ['Fon kaynakları', 'Başvuru ve bütçe planı', 'Hibe kullanım raporu'],
  en: ['Sources of funding', 'Application and budget', 'Proof of use'],
}

type Sampled = { programme: Programme; look: CertificateLook; language: Language; now: Instant }

/** What a certificate would look like: of nobody, for no seminar, with a number that verifies as unknown. */
export function sampleCertificate({ programme, look, language, now }: Sampled): Certificate {
  const { organisation, phases } = programme
  const phase = phases.at(-1)
  const acknowledgement = (inLanguage: Language) => (phase ? textIn(phase.acknowledgement, inLanguage) : '')
  const german = {
    title: titles.de,
    contents: contents.de,
    acknowledgement: acknowledgement('de'),
    signerFunction: textIn(organisation.signerFunction, 'de'),
  }
  return {
    number: '2026-0000-0000-0000',
    serial: 1,
    seminarId: '',
    enrollmentId: '',
    language,
    firstName: 'Ayşe',
    lastName: 'Gülbahar',
    title: titles[language],
    sessions: [0, 7].map((days) => ({
      start: later(now, days * 24 * 60 * minute),
      end: later(now, (days * 24 + 2) * 60 * minute),
      online: true,
    })),
    zone: 'Europe/Berlin',
    plannedMinutes: 240,
    attendedMinutes: 240,
    reduced: false,
    contents: contents[language],
    trainer: 'Zeynep Aydın',
    organisation: { name: organisation.name, street: organisation.street, city: organisation.city },
    acknowledgement: acknowledgement(language),
    funder: phase?.funder ?? '',
    signer: organisation.signer,
    signerFunction: textIn(organisation.signerFunction, language),
    look,
    ...(look.bilingual && language !== 'de' && { german }),
    issuedAt: now,
    signature: '',
  }
}
