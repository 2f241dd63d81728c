import { z } from 'zod'
import { sent } from '../fields.ts'
import { showMoneyShort } from '../money.ts'
import { showNumber } from '../number.ts'
import { Problem } from '../problem.ts'
import { COURSE_LEVELS } from '../training/training-files.ts'
import { ROLE_GROUPS, SKILL_AREAS, URGENCIES } from './roles-and-skills.ts'
import { type Question, isTable } from './template.ts'

/** An answer as it is kept: a choice is its key, money whole pence, nothing at all is null. */
export type AnswerValue = string | number | boolean | readonly string[] | null

const WHOLE = 'Enter a whole number, 0 or more'

const SHAPES: Readonly<Record<Question['kind'], (question: Question) => z.ZodType<AnswerValue>>> = {
  workforce: () => z.null('The workforce is answered in its table'),
  gaps: () => z.null('Gaps are answered in their table'),
  choice: ({ choices }) =>
    z
      .string('Choose one of the list')
      .refine((one) => choices.some(({ key }) => key === one), 'Choose one of the list'),
  choices: ({ choices }) =>
    z
      .array(z.string('Choose from the list'), 'Choose from the list')
      .max(choices.length, 'Choose from the list')
      .refine((many) => many.every((one) => choices.some(({ key }) => key === one)), 'Choose from the list')
      .transform((many) => choices.flatMap(({ key }) => (many.includes(key) ? [key] : []))),
  number: () => z.int(WHOLE).min(0, WHOLE).max(1_000_000, 'Enter at most 1,000,000'),
  money: () =>
    z.int('Enter an amount, like 1,200').min(0, 'Enter an amount, like 1,200').max(1e12, 'Enter a smaller amount'),
  yes_no: () => z.boolean('Choose yes or no'),
  text: () => z.string('Enter text').trim().max(5000, 'Use at most 5,000 characters'),
}

const isNothing = (value: AnswerValue) => value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** The answer as it is kept. @throws Problem 'invalid' where it is no answer to this question */
export function readAnswer(question: Question, value: unknown): AnswerValue {
  if (value === null || isTable(question.kind)) return null
  const read = SHAPES[question.kind](question).safeParse(value)
  if (!read.success) throw new Problem('invalid', read.error.issues[0]?.message ?? 'Answer again', question.key)
  return isNothing(read.data) ? null : read.data
}

/** The answer as a person reads it; blank where there is none. */
export function answerInWords({ kind, choices }: Question, value: AnswerValue): string {
  const words = (key: unknown) => choices.find((choice) => choice.key === key)?.words ?? String(key)
  if (isNothing(value)) return ''
  if (kind === 'yes_no') return value ? 'Yes' : 'No'
  if (kind === 'number') return showNumber(Number(value))
  if (kind === 'money') return showMoneyShort(Number(value))
  if (kind === 'choices' && Array.isArray(value)) return value.map(words).join(', ')
  return kind === 'choice' ? words(value) : String(value)
}

const review = { skills_review_id: z.uuid('Reload the page and choose the review again') }
/** The version that the sender had seen; 0: none. */
const seen = z.int('Reload the page').min(0)
const people = z
  .int('Enter the number of people as a whole number, 1 or more')
  .min(1, 'Enter the number of people as a whole number, 1 or more')
  .max(100_000, 'Enter at most 100,000 people')
  .nullish()
const line = {
  ...sent,
  ...review,
  id: z.uuid('Reload the page and send the form again'),
  seen,
  place: z.number('Reload the page').min(0).max(1e6),
  role: z.string('Enter the role').trim().max(120, 'Use at most 120 characters'),
  role_group: z.enum(ROLE_GROUPS, 'Choose the group of the role').nullish(),
  level: z.enum(COURSE_LEVELS, 'Choose the level').nullish(),
  people,
}

/** Begins the form of a review with the questions in force. The same twice begins it once. */
export const BeginForm = z.object({ ...sent, ...review, id: z.uuid('Reload the page and begin again') })

/** What one question is answered with. Null takes the answer away. */
export const SaveAnswer = z.object({
  ...sent,
  ...review,
  id: z.uuid('Reload the page and send the form again'),
  question: z.string().max(60),
  value: z.unknown(),
  seen,
})

export const SaveWorkforceLine = z.object(line).refine(({ role }) => role !== '', {
  error: 'Enter the role',
  path: ['role'],
})

export const SaveGap = z
  .object({
    ...line,
    skill: z.string('Enter the skill').trim().max(200, 'Use at most 200 characters'),
    skill_area: z.enum(SKILL_AREAS, 'Choose the area of the skill').default('other'),
    urgency: z.enum(URGENCIES, 'Choose how soon it is needed').default('this_year'),
  })
  .refine(({ role, skill }) => role !== '' || skill !== '', { error: 'Enter the skill', path: ['skill'] })

export const FORM_LINE_KINDS = ['workforce_line', 'skills_gap'] as const

export const RemoveFormLine = z.object({
  ...sent,
  ...review,
  kind: z.enum(FORM_LINE_KINDS),
  id: z.uuid('Reload the page and choose the line again'),
})

/** Decides between two people's answers that crossed: what stands now stays, or the other one takes its place. */
export const SettleAnswer = z.object({
  ...sent,
  ...review,
  kind: z.enum(['review_answer', ...FORM_LINE_KINDS]),
  id: z.uuid('Reload the page and choose again'),
  keep: z.enum(['this', 'other', 'both']),
})

/** The form is filled in as far as it will be. It stays open to corrections. */
export const FinishForm = z.object({ ...sent, ...review })
