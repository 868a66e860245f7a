import type { OfficeQuestionsText } from './office-questions.de.ts'

/** The words of a seminar's questions and their answers in the office, in English. */
export const officeQuestionsEn: OfficeQuestionsText = {
  kinds: {
    'short-text': 'Short text (one line)',
    'long-text': 'Long text (several lines)',
    'one-of': 'One of several answers',
    'several-of': 'Several answers to choose',
    'yes-no': 'Yes or no',
    number: 'Number',
    date: 'Date',
  },
  refusals: {
    unknown: 'This seminar does not exist.',
    'unknown-question': 'This question is no longer there.',
    over: 'The seminar is canceled or completed. Its questions can no longer be changed.',
    'changed-meanwhile':
      'Somebody else has changed the questions meanwhile. Nothing was saved. Please have a look, then try again.',
    'too-many': 'There can be no more than twelve questions.',
    'has-answers':
      'This question has answers already. You can reword it, but not change its kind or its protection.',
  },
  list: {
    title: 'Questions in the enrollment form',
    lead: 'The form always asks for name, mail address, association and language. Ask here only what you really need for this seminar, twelve questions at most.',
    none: 'No questions of its own yet.',
    add: 'New question',
    edit: 'Change',
    up: 'Move up',
    down: 'Move down',
    required: 'Required',
    voluntary: 'Optional',
    sensitive: 'Specially protected',
    answered: (n) => (n === 0 ? 'No answer yet' : n === 1 ? '1 answer' : `${n} answers`),
    remove: 'Remove',
    removeText: (n) =>
      n === 0
        ? 'The question disappears from the form.'
        : 'The question disappears from the form, and all answers to it are deleted. This cannot be undone.',
    removeNow: 'Yes, remove with all answers',
    preview: 'Preview: this is how the form shows it',
  },
  form: {
    newTitle: 'New question',
    editTitle: 'Change the question',
    kind: 'Kind of answer',
    kindHint: 'As soon as there are answers, the kind stays as it is.',
    required: 'Required: no enrollment without an answer',
    sensitive: 'Specially protected (Art. 9 GDPR)',
    sensitiveHint:
      'For health, disability or belief, for example access needs. The answers lie apart, each time they are opened is noted in the log, and they are deleted right after the last session. Such questions are always optional.',
    wording: { de: 'Question in German', tr: 'Question in Turkish', en: 'Question in English' },
    purpose: { de: 'What for (in German)', tr: 'What for (in Turkish)', en: 'What for (in English)' },
    purposeHint: 'Stands beside the question. For example: so that we order enough food.',
    otherHint: 'What stays empty appears in German.',
    keptDays: 'Delete the answers after so many days',
    keptDaysHint: 'Counted from the last session. Always 0 for specially protected questions.',
    choices: 'Answers to choose from',
    choicesHint: 'Only for questions with choices. An answer is dropped when its fields are empty.',
    choice: (n, language) => `Answer ${n}, ${language}`,
    languages: { de: 'German', tr: 'Turkish', en: 'English' },
    more: 'More answers',
    tooFewChoices: 'Please write at least two answers to choose from.',
    choiceTwice: 'This answer is in the list already.',
    sensitiveRequired: 'A specially protected question must be optional.',
  },
  answers: {
    title: 'Answers',
    link: 'Edit questions',
    choice: 'Answer',
    count: 'Count',
    noAnswer: 'no answer',
    goneChoice: '(no longer a choice)',
    name: 'Name',
    perPerson: 'Answers per person',
    none: 'Nobody has answered yet.',
    yes: 'Yes',
    no: 'No',
    sensitiveTitle: 'Specially protected answers',
    sensitiveLink: 'To the specially protected answers',
    sensitiveText:
      'Here stand, for example, facts about health or disability. Open them only if you need them to prepare. Who opened them and when is noted in the log. They are deleted right after the last session.',
    show: 'Open the answers',
    noted: 'That you opened this page is now noted in the log.',
  },
  statistics: {
    title: 'Statistics',
    sheets: (n) => (n === 1 ? '1 sheet filled in.' : `${n} sheets filled in.`),
    later:
      'The figures appear once the seminar has begun. Before, each new enrollment would tell who said what.',
    tooFew: 'There are too few sheets to show figures without telling something about single people.',
    rule: 'We do not show figures from 1 to 4, and as many others as it takes that nobody can work them out.',
    hidden: 'not shown',
    count: 'Count',
    total: (n) => `Sheets in total: ${n}`,
  },
}
