import { z } from 'zod'
import { optionalId, optionalText, requiredText, sent } from '../fields.ts'
import { ChosenVersions } from '../indicators/year-versions.ts'
import { Problem } from '../problem.ts'
import { parseYear } from './year.ts'

/** Where the figures of a year stand. Only the first is not kept: a year that nobody has moved is live. */
export const YEAR_STATES = ['live', 'draft', 'checked', 'signed_off', 'published', 'restated'] as const
export type YearState = (typeof YEAR_STATES)[number]

export const YEAR_STATE_NAMES: Readonly<Record<YearState, string>> = {
  live: 'Live',
  draft: 'Draft',
  checked: 'Checked',
  signed_off: 'Signed off',
  published: 'Published',
  restated: 'Restated',
}

const FORWARD: Readonly<Record<YearState, readonly YearState[]>> = {
  live: ['draft'],
  draft: ['checked'],
  checked: ['signed_off'],
  signed_off: ['published', 'restated'],
  published: ['restated'],
  restated: ['published', 'restated'],
}

/** Where a year may go from where it stands: only ever forward. */
export const statesAfter = (state: YearState): readonly YearState[] => FORWARD[state]

const closing = {
  ...sent,
  year: z.string().refine((text) => parseYear(text) !== undefined, 'Write the year like 2021-22'),
  /** How many steps the year had on the screen from which it is moved: two people do not move it at once. */
  steps: z.int().min(0, 'Reload the page and try again').max(100_000, 'Reload the page and try again'),
}

export const MoveYear = z.object({
  ...closing,
  to: z.enum(['draft', 'checked', 'published'], 'Choose where the year goes'),
  note: optionalText(1000),
  /** What becomes a draft says which version counts it of each figure that has one from a day within the year. */
  versions: ChosenVersions.optional(),
})

export const SignOffYear = z.object(closing)

/** Issues the figures of a signed-off year again, as a further version. */
export const RestateYear = z
  .object({
    ...closing,
    reason: requiredText('Say why the figures are issued again', 1000),
    /** A person of the hub, other than the one who signs. */
    approved_by_id: optionalId('Choose who approved it'),
    /** Or the name of somebody outside the hub. */
    approved_by: optionalText(200),
  })
  .refine(({ approved_by, approved_by_id }) => (approved_by ?? approved_by_id ?? null) !== null, {
    path: ['approved_by'],
    message: 'Say who approved it, like "Jo Marsh, senior responsible officer"',
  })

/** @throws Problem 'invalid' where the year does not go there from where it stands */
export function refuseWrongMove(from: YearState, to: YearState): void {
  if (statesAfter(from).includes(to)) return
  const next = statesAfter(from)
    .map((state) => YEAR_STATE_NAMES[state].toLowerCase())
    .join(' or ')
  throw new Problem(
    'invalid',
    `The year is ${YEAR_STATE_NAMES[from].toLowerCase()}: it cannot become ${YEAR_STATE_NAMES[to].toLowerCase()} now, only ${next}`,
    'to',
  )
}
