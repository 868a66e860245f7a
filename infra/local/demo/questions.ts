import type { Answers } from '../../../functions/enrollment/answers/answers.ts'
import type { Texts } from '../../../functions/kernel/language.ts'
import type { Question } from '../../../functions/seminar/questions.ts'

const texts = (de: string, tr: string, en: string): Texts => ({ de, tr, en })

/** What people need to take part; asked by two seminars in the same words. */
const accessNeeds: Question = {
  id: 'qst_needs0000000',
  kind: 'several-of',
  required: false,
  sensitive: true,
  keptDays: 0,
  wording: texts(
    'Was brauchen Sie, um gut teilnehmen zu können?',
    'Rahatça katılabilmek için neye ihtiyacınız var?',
    'What do you need to take part well?',
  ),
  purpose: texts(
    'Damit wir Dolmetschen, Untertitel und Unterlagen rechtzeitig vorbereiten.',
    'Çeviriyi, altyazıyı ve belgeleri zamanında hazırlamamız için.',
    'So that we prepare interpreters, captions and handouts in time.',
  ),
  choices: [
    { id: 'opt_sign00000000', label: texts('Gebärdensprache', 'İşaret dili', 'Sign language') },
    { id: 'opt_captions0000', label: texts('Untertitel', 'Altyazı', 'Captions') },
    {
      id: 'opt_print0000000',
      label: texts('Unterlagen in großer Schrift', 'Büyük yazılı belgeler', 'Handouts in large print'),
    },
    { id: 'opt_breaks000000', label: texts('Mehr Pausen', 'Daha çok ara', 'More breaks') },
  ],
}

const grants: Question[] = [
  {
    id: 'qst_experience00',
    kind: 'one-of',
    required: false,
    sensitive: false,
    keptDays: 30,
    wording: texts(
      'Haben Sie schon einmal einen Förderantrag geschrieben?',
      'Daha önce fon başvurusu yazdınız mı?',
      'Have you written a grant application before?',
    ),
    purpose: texts(
      'Damit der Abend zu Ihrer Erfahrung passt.',
      'Akşamın deneyiminize uyması için.',
      'So that the evening fits your experience.',
    ),
    choices: [
      { id: 'opt_never0000000', label: texts('Noch nie', 'Hiç', 'Never') },
      { id: 'opt_once00000000', label: texts('Ein- oder zweimal', 'Bir ya da iki kez', 'Once or twice') },
      { id: 'opt_often0000000', label: texts('Öfter', 'Daha sık', 'More often') },
    ],
  },
  {
    id: 'qst_project00000',
    kind: 'long-text',
    required: false,
    sensitive: false,
    keptDays: 30,
    wording: texts(
      'Für welches Vorhaben suchen Sie Geld?',
      'Hangi proje için kaynak arıyorsunuz?',
      'For which project are you looking for money?',
    ),
    purpose: texts(
      'Die Referentin wählt danach ihre Beispiele.',
      'Eğitmen örneklerini buna göre seçer.',
      'The trainer chooses her examples by it.',
    ),
    choices: [],
  },
  {
    id: 'qst_budget000000',
    kind: 'number',
    required: false,
    sensitive: false,
    keptDays: 30,
    wording: texts(
      'Wie viel Geld brauchen Sie ungefähr, in Euro?',
      'Yaklaşık kaç avroya ihtiyacınız var?',
      'About how many euros do you need?',
    ),
    purpose: texts(
      'Kleine und große Förderungen laufen anders.',
      'Küçük ve büyük destekler farklı işler.',
      'Small and large grants work differently.',
    ),
    choices: [],
  },
  accessNeeds,
]

const dataProtection: Question[] = [
  {
    id: 'qst_members00000',
    kind: 'number',
    required: false,
    sensitive: false,
    keptDays: 14,
    wording: texts(
      'Wie viele Mitglieder hat Ihr Verein?',
      'Derneğinizin kaç üyesi var?',
      'How many members does your association have?',
    ),
    purpose: texts(
      'Von der Größe hängt ab, welche Pflichten gelten.',
      'Hangi yükümlülüklerin geçerli olduğu büyüklüğe bağlıdır.',
      'Which duties apply depends on the size.',
    ),
    choices: [],
  },
  {
    id: 'qst_tools0000000',
    kind: 'several-of',
    required: false,
    sensitive: false,
    keptDays: 14,
    wording: texts(
      'Womit verwalten Sie Ihre Mitglieder?',
      'Üyelerinizi neyle yönetiyorsunuz?',
      'How do you manage your members?',
    ),
    purpose: texts(
      'Damit die Vorlagen zu Ihrem Werkzeug passen.',
      'Örneklerin kullandığınız araca uyması için.',
      'So that the templates fit your tool.',
    ),
    choices: [
      { id: 'opt_paper0000000', label: texts('Auf Papier', 'Kâğıt üzerinde', 'On paper') },
      { id: 'opt_sheet0000000', label: texts('Mit einer Tabelle', 'Hesap tablosuyla', 'In a spreadsheet') },
      { id: 'opt_program00000', label: texts('Mit einem Programm', 'Bir programla', 'With a program') },
    ],
  },
  {
    id: 'qst_officer00000',
    kind: 'yes-no',
    required: true,
    sensitive: false,
    keptDays: 14,
    wording: texts(
      'Ist bei Ihnen jemand für den Datenschutz zuständig?',
      'Derneğinizde veri korumadan sorumlu biri var mı?',
      'Is somebody responsible for data protection?',
    ),
    purpose: texts(
      'Damit wir wissen, womit wir anfangen.',
      'Nereden başlayacağımızı bilmemiz için.',
      'So that we know where to begin.',
    ),
    choices: [],
  },
  accessNeeds,
]

/** The questions of two seminars, by their address. */
export const demoQuestions: Readonly<Record<string, Question[]>> = {
  'foerdermittel-finden': grants,
  'datenschutz-im-verein': dataProtection,
}

const experiences = ['opt_never0000000', 'opt_once00000000', 'opt_never0000000', 'opt_often0000000']
const projects = [
  'Ein Saz-Kurs für Jugendliche.',
  'Cemevi için engelsiz giriş.',
  'Eine Ausstellung zum Jubiläum.',
  '',
]
const tools = [['opt_sheet0000000'], ['opt_paper0000000', 'opt_sheet0000000'], ['opt_program00000']]

/** What the n-th person answered; some leave out what is voluntary, few have special needs. */
export function demoAnswers(slug: string, n: number): Answers {
  const needs: Answers = n % 5 === 2 ? { qst_needs0000000: ['opt_captions0000', 'opt_print0000000'] } : {}
  const project = projects[n % projects.length]
  return slug === 'foerdermittel-finden'
    ? {
        qst_experience00: experiences[n % experiences.length] ?? 'opt_never0000000',
        ...(project && { qst_project00000: project }),
        ...(n % 2 === 0 && { qst_budget000000: 1_500 * (n + 1) }),
        ...needs,
      }
    : {
        ...(n % 3 !== 1 && { qst_members00000: 60 + 35 * n }),
        qst_tools0000000: tools[n % tools.length] ?? [],
        qst_officer00000: n % 4 === 0,
        ...needs,
      }
}

/** The totals of a seminar that is over: five women and three men, who cannot be told apart from outside. */
export const demoStatistics: Readonly<Record<string, Record<string, number>>> = {
  vereinsmanagement: {
    sheets: 8,
    'gender:female': 5,
    'gender:male': 3,
    'age:27-45': 8,
    'region:in:Ruhrgebiet': 8,
    'role:board': 8,
  },
}
