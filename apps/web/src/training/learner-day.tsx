import { type Day, parseIsoDay } from '@hubline/domain/day.ts'
import { DateField } from '../ui/date-field.tsx'
import type { LearnerField, LearnerFilled } from './learner-filled.ts'
import type { LearnerShown } from './learner.ts'

/** What the parts of a learner's form share. */
export type LearnerParts = {
  learner: LearnerShown
  filled: LearnerFilled
  fill: (field: LearnerField, value: string) => void
  errorOf: (field: LearnerField) => string | undefined
  today: Day
}

type DayProps = Omit<LearnerParts, 'learner'> & { field: LearnerField; label: string; hint?: string }

/** A day of a learner's form, in one box. */
export function LearnerDay({ field, label, hint, filled, fill, errorOf, today }: DayProps) {
  return (
    <DateField
      id={field}
      label={label}
      hint={hint}
      optional
      today={today}
      value={parseIsoDay(filled[field])}
      error={errorOf(field)}
      // What cannot be read stays in the form, so that it is refused instead of taken for blank.
      onChange={(value, text) => fill(field, value ?? text)}
    />
  )
}
