import type { Association, Organisation, Phase } from '../../../functions/programme/programme.ts'

/** The umbrella association of the demonstration; it does not exist. */
export const organisation: Organisation = {
  name: 'Bund Alevitischer Vereine e. V. (Beispiel)',
  street: 'Beispielstraße 12',
  city: '58095 Hagen',
  email: 'seminare@dachverband.example',
  phone: '+49 2331 000000',
  representedBy: 'Zeynep Arslan und Hasan Doğan (Vorstand)',
  register: 'Amtsgericht Hagen, VR 0000',
  signer: 'Zeynep Arslan',
  signerFunction: { de: 'Vorsitzende', tr: 'Başkan', en: 'Chair' },
  privacyContact: 'datenschutz@dachverband.example',
}

/** A funding phase of two calendar years around today. */
export const phaseOf = (year: number): Phase => ({
  id: 'phase_demonstration',
  funder: 'Landesministerium für Integration (Beispiel)',
  title: 'Vereine stärken – Teilhabe gestalten',
  grantNumber: `MSO-${year}-0417`,
  from: `${year - 1}-01-01`,
  until: `${year}-12-31`,
  acknowledgement: {
    de: 'Gefördert vom Landesministerium für Integration (Beispiel).',
    tr: 'Eyalet Uyum Bakanlığı (örnek) tarafından desteklenmektedir.',
    en: 'Funded by the State Ministry for Integration (example).',
  },
})

/** Six member associations in five regions. */
export const associations: readonly Association[] = [
  { id: 'org_hagen0000000', name: 'Alevitische Gemeinde Hagen', place: 'Hagen', region: 'Ruhrgebiet' },
  { id: 'org_bochum000000', name: 'Alevitischer Kulturverein Bochum', place: 'Bochum', region: 'Ruhrgebiet' },
  { id: 'org_arnsberg0000', name: 'Cem-Haus Arnsberg', place: 'Arnsberg', region: 'Hochsauerlandkreis' },
  { id: 'org_koeln0000000', name: 'Alevitisches Kulturzentrum Köln', place: 'Köln', region: 'Rheinland' },
  {
    id: 'org_wuppertal000',
    name: 'Pir Sultan Abdal Verein Wuppertal',
    place: 'Wuppertal',
    region: 'Bergisches Land',
  },
  {
    id: 'org_bielefeld000',
    name: 'Alevitische Gemeinde Bielefeld',
    place: 'Bielefeld',
    region: 'Ostwestfalen',
  },
]
