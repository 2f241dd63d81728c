import { z } from 'zod'
import { changed, sent } from '../fields.ts'

/**
 * What a skills review asks: sections of questions. A hub edits a copy and publishes it as a new version; a form is read
 * with the version that it was begun with. The same key in two versions is the same question, however it is worded.
 */

export const QUESTION_KINDS = ['workforce', 'gaps', 'choice', 'choices', 'number', 'money', 'yes_no', 'text'] as const
export type QuestionKind = (typeof QUESTION_KINDS)[number]

export const QUESTION_KIND_NAMES: Readonly<Record<QuestionKind, string>> = {
  workforce: 'Table of the workforce',
  gaps: 'Table of skills gaps',
  choice: 'One of a list',
  choices: 'Any of a list',
  number: 'Number',
  money: 'Amount of money',
  yes_no: 'Yes or no',
  text: 'Text',
}

/** These are lines of their own, so that the demand of many businesses can be put together; a form has one of each at most. */
export const isTable = (kind: QuestionKind): kind is 'workforce' | 'gaps' => kind === 'workforce' || kind === 'gaps'
export const hasChoices = (kind: QuestionKind): boolean => kind === 'choice' || kind === 'choices'

const key = z.string().regex(/^[a-z0-9_]{1,60}$/, 'Reload the page and change the questions again')

const Choice = z.object({
  key,
  words: z.string().trim().min(1, 'Word every choice').max(120, 'Use at most 120 characters'),
})

export const Question = z
  .object({
    key,
    kind: z.enum(QUESTION_KINDS, 'Choose what kind of answer it has'),
    words: z.string().trim().min(1, 'Word the question').max(300, 'Use at most 300 characters'),
    hint: z.string().trim().max(300, 'Use at most 300 characters').default(''),
    choices: z.array(Choice).max(30, 'Give at most 30 choices').default([]),
  })
  .refine(({ kind, choices }) => !hasChoices(kind) || choices.length >= 2, {
    error: 'Give at least two choices',
    path: ['choices'],
  })
  .transform((question) => (hasChoices(question.kind) ? question : { ...question, choices: [] }))
export type Question = z.infer<typeof Question>

const Section = z.object({
  key,
  title: z.string().trim().min(1, 'Name every section').max(80, 'Use at most 80 characters'),
  questions: z.array(Question).min(1, 'Give every section a question').max(40, 'Ask at most 40 questions in a section'),
})
export type Section = z.infer<typeof Section>

export const Sections = z
  .array(Section)
  .min(1, 'Keep at least one section')
  .max(15, 'Use at most 15 sections')
  .superRefine((sections, context) => {
    const refuse = (message: string, path: (string | number)[]) => context.addIssue({ code: 'custom', message, path })
    const seen = new Set<string>()
    const tables = new Set<QuestionKind>()
    sections.forEach((section, at) =>
      section.questions.forEach((question, place) => {
        const path = [at, 'questions', place]
        if (seen.has(question.key)) refuse('A question stands there twice: take one of them out', [...path, 'words'])
        seen.add(question.key)
        if (isTable(question.kind) && tables.has(question.kind))
          refuse('A form has one table of each kind: take one of them out', [...path, 'kind'])
        tables.add(question.kind)
        const words = question.choices.map((choice) => choice.words.toLowerCase())
        if (new Set(words).size < words.length || new Set(question.choices.map((one) => one.key)).size < words.length)
          refuse('Two choices of this question are the same: take one of them out', [...path, 'choices'])
      }),
    )
  })
export type Sections = z.infer<typeof Sections>

export const BeginTemplate = z.object({ ...sent, id: z.uuid('Reload the page and try again') })
export const SaveTemplate = z.object({ ...changed, sections: Sections })
export const PublishTemplate = z.object(changed)

/** Every question of a version, in the order in which it is asked. */
export const questionsOf = (sections: readonly Section[]): Question[] => sections.flatMap(({ questions }) => questions)

/** How two versions differ, in counts: for saying what a new version brings. */
export function compareVersions(before: readonly Section[], after: readonly Section[]) {
  const [was, is] = [before, after].map((sections) => new Map(questionsOf(sections).map((one) => [one.key, one])))
  const keys = [...(is?.keys() ?? [])]
  const same = keys.filter((one) => was?.has(one))
  return {
    added: keys.length - same.length,
    removed: (was?.size ?? 0) - same.length,
    reworded: same.filter((one) => JSON.stringify(was?.get(one)) !== JSON.stringify(is?.get(one))).length,
  }
}
