import { YEAR_STATES, type YearState } from '@hubline/domain/years/close-year.ts'

/** The states in the order in which this year goes through them: restated before it was given out, it still is to be. */
export function yearPath(state: YearState, steps: readonly { state: string }[]): readonly YearState[] {
  if (state !== 'restated') return YEAR_STATES.filter((one) => one !== 'restated')
  if (steps.some((step) => step.state === 'published')) return YEAR_STATES
  return [...YEAR_STATES.filter((one) => one !== 'published'), 'published']
}
