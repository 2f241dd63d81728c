import type { AnswerValue } from '@hubline/domain/skills-reviews/answers.ts'
import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../api.ts'
import type { Waiting } from '../shell/outbox.ts'

export type FormPage = inferOutput<typeof trpc.reviewForms.page>
export type FormAnswer = FormPage['answers'][number]
export type WorkforceLine = FormPage['workforce'][number]
export type GapLine = FormPage['gaps'][number]
/** What somebody else wrote, by column. */
export type Crossed = { by: string | null; content: unknown }
export type LineKind = 'workforce_line' | 'skills_gap'

/** The name of one answer or line among what waits on this device. */
export const slotOf = (kind: 'review_answer' | LineKind, skills_review_id: string, key: string): string =>
  `${kind}:${skills_review_id}:${key}`

type Sent = { skills_review_id: string; id: string; question?: string; value?: AnswerValue; kind?: LineKind }

/** The form as the server has it, with what waits on this device laid over it. */
export function withWaiting(page: FormPage, waiting: readonly Waiting[]): FormPage {
  return waiting.reduce((now, { procedure, input }) => {
    const sent = input as Sent
    if (sent.skills_review_id !== page.review.id) return now
    if (procedure === 'reviewForms.begin') return { ...now, form: now.form ?? { begun_at: '', finished_at: null } }
    if (procedure === 'reviewForms.saveAnswer') return withAnswer(now, sent)
    if (procedure === 'reviewForms.saveWorkforceLine') return { ...now, workforce: withLine(now.workforce, sent) }
    if (procedure === 'reviewForms.saveGap') return { ...now, gaps: withLine(now.gaps, sent) }
    return procedure === 'reviewForms.removeLine' ? withoutLine(now, sent.id) : now
  }, page)
}

export function withAnswer(
  page: FormPage,
  { id, question = '', value = null }: Omit<Sent, 'skills_review_id'>,
): FormPage {
  const before = page.answers.find((one) => one.question === question)
  const answer = { ...(before ?? { id, version: 0, crossed: null, question }), value }
  return { ...page, answers: [...page.answers.filter((one) => one.question !== question), answer] }
}

export function withLine<Line extends { id: string; place: number }>(
  lines: readonly Line[],
  sent: { id: string },
): Line[] {
  const before = lines.find(({ id }) => id === sent.id)
  const line = { version: 0, crossed: null, is_planned: false, ...before, ...sent } as unknown as Line
  return [...lines.filter(({ id }) => id !== sent.id), line].toSorted((a, b) => a.place - b.place)
}

export const withoutLine = (page: FormPage, id: string): FormPage => ({
  ...page,
  workforce: page.workforce.filter((line) => line.id !== id),
  gaps: page.gaps.filter((line) => line.id !== id),
})

const isAnswered = (value: AnswerValue) =>
  value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)

/** How many questions of a section have an answer. */
export function answeredIn(section: FormPage['questions']['sections'][number], page: FormPage): number {
  const answers = new Map(page.answers.map(({ question, value }) => [question, value]))
  return section.questions.filter(({ key, kind }) => {
    if (kind === 'workforce') return page.workforce.length > 0
    if (kind === 'gaps') return page.gaps.length > 0
    return isAnswered(answers.get(key) ?? null)
  }).length
}
