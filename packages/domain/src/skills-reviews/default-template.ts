import type { Question, Section } from './template.ts'

/** A choice's key is made of its words once, here; it stays when a hub rewords it. */
const keyOf = (words: string) =>
  words
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_|_$/g, '')
    .slice(0, 60)

type Rest = { hint?: string; choices?: readonly string[] }

const ask = (key: string, kind: Question['kind'], words: string, { hint = '', choices = [] }: Rest = {}): Question => ({
  key,
  kind,
  words,
  hint,
  choices: choices.map((choice) => ({ key: keyOf(choice), words: choice })),
})

/** Version 1, with which every hub begins. */
export const DEFAULT_SECTIONS: readonly Section[] = [
  {
    key: 'business',
    title: 'The business',
    questions: [
      ask('headcount', 'number', 'How many people work here?', {
        hint: 'Everyone on the payroll, and owners who work',
      }),
      ask('plans', 'text', 'What is planned for the next two years?', {
        hint: 'New products, markets, machines, premises; what would stand in the way',
      }),
    ],
  },
  {
    key: 'workforce',
    title: 'The workforce',
    questions: [
      ask('workforce', 'workforce', 'Who works here, by role?', {
        hint: 'The level is that of the qualification the work asks for',
      }),
      ask('qualifications', 'text', 'What qualifications and tickets do people hold, and which run out soon?'),
      ask('retiring', 'number', 'How many are likely to retire within five years?'),
    ],
  },
  {
    key: 'gaps',
    title: 'Skills gaps',
    questions: [
      ask('gaps', 'gaps', 'What can people not do yet that the work needs, and how soon?'),
      ask('effects', 'choices', 'What does it lead to?', {
        choices: [
          'Lost or late orders',
          'More work for others',
          'Quality problems or scrap',
          'Higher costs',
          'New work turned down',
          'Slow to take up new technology',
          'None of these',
        ],
      }),
    ],
  },
  {
    key: 'recruitment',
    title: 'Recruitment',
    questions: [
      ask('vacancies', 'number', 'How many posts are open today?'),
      ask('hard_to_fill', 'yes_no', 'Are any of them hard to fill?'),
      ask('hard_posts', 'text', 'Which posts, and for how long?'),
      ask('why_hard', 'choices', 'Why are they hard to fill?', {
        choices: [
          'Few people apply',
          'Applicants lack the skills',
          'Applicants lack the qualifications',
          'Applicants lack experience',
          'Pay or hours',
          'Place or transport',
          'Competition from other businesses',
        ],
      }),
    ],
  },
  {
    key: 'apprenticeships',
    title: 'Apprenticeships and levy',
    questions: [
      ask('apprentices', 'number', 'How many apprentices work here now?'),
      ask('would_take', 'choice', 'Would the business take on an apprentice?', {
        choices: ['Yes, now', 'Yes, within a year', 'Perhaps, with help', 'No'],
      }),
      ask('pays_levy', 'yes_no', 'Does the business pay the apprenticeship levy?'),
      ask('levy_unspent', 'money', 'How much levy is likely to go unspent this year?'),
    ],
  },
  {
    key: 'training',
    title: 'Training today',
    questions: [
      ask('has_plan', 'yes_no', 'Is there a written training plan?'),
      ask('budget', 'money', 'What is the training budget for a year?'),
      ask('how_trained', 'choices', 'How do people learn today?', {
        choices: [
          'On the job from colleagues',
          'Suppliers and manufacturers',
          'College or training provider',
          'Online courses',
          'Apprenticeships',
          'Hardly at all',
        ],
      }),
      ask('barriers', 'choices', 'What stands in the way of training?', {
        choices: [
          'Cost',
          'Time away from work',
          'No cover for shifts',
          'Nothing suitable near by',
          'Not knowing what there is',
          'People are not keen',
          'Trained people leave',
          'None of these',
        ],
      }),
    ],
  },
  {
    key: 'future',
    title: 'Future skills',
    questions: [
      ask('future', 'choices', 'Which of these will the business need more of?', {
        choices: [
          'Basic digital',
          'Data and analysis',
          'Automation and robotics',
          'Artificial intelligence at work',
          'Cyber security',
          'Energy and carbon',
          'Leadership and management',
          'Languages and export',
        ],
      }),
      ask('future_words', 'text', 'What would make the biggest difference?'),
    ],
  },
  {
    key: 'next',
    title: 'What next',
    questions: [
      ask('findings', 'text', 'What did we find? This stands in the document for the business.', {
        hint: 'A few sentences in plain words',
      }),
      ask('next_steps', 'text', 'What happens next, and who does it?', { hint: 'This stands in the document, too' }),
    ],
  },
]
