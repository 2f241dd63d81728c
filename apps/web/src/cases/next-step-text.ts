import { type NextStep, readNextStep } from '@hubline/domain/cases/read-next-step.ts'
import { type Day, dayInWords, showDay } from '@hubline/domain/day.ts'

type Planned = { next_step: string | null; next_on: Day | null }

/** A planned step as it is offered for change. A day that is past is left out: the new plan needs a new one. */
export function textOfStep({ next_step, next_on }: Planned, today: Day): string {
  if (!next_step) return ''
  return next_on && next_on >= today ? `${next_step} ${showDay(next_on)}` : next_step
}

/** What was typed, said back before it is saved. */
export function echoOfStep(text: string, today: Day): string {
  const { step, on } = readNextStep(text, today)
  if (!step) return on ? 'Say what the next step is' : 'Nothing planned'
  return on ? dayInWords(on) : 'No day: end with one, like fri or 17/5'
}

/** As it is sent; nothing when the words only name a day. */
export function plannedStep(text: string, today: Day): Planned | undefined {
  const { step, on }: NextStep = readNextStep(text, today)
  if (!step) return on ? undefined : { next_step: null, next_on: null }
  return { next_step: step, next_on: on ?? null }
}

/** A plan in a sentence: "chase quotes, Friday 27 November 2026". */
export function saidStep({ next_step, next_on }: Planned): string {
  if (!next_step) return 'nothing planned'
  return next_on ? `${next_step}, ${dayInWords(next_on)}` : next_step
}
