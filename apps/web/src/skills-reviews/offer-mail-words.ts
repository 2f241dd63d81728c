import { LETTER_STATE_NAMES, type LetterState } from '@hubline/domain/skills-reviews/offer-letter.ts'
import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../api.ts'
import type { Tone } from '../ui/tag.tsx'

export type OfferMail = inferOutput<typeof trpc.offerMail.page>
export type Candidates = inferOutput<typeof trpc.offerMail.candidates>

/** Which letters of a mailing are shown. */
export const LETTERS_SHOWN = { ...LETTER_STATE_NAMES, answered: 'Answered' } as const
export type LettersShown = keyof typeof LETTERS_SHOWN

export const LETTER_TONES: Readonly<Record<LetterState, Tone>> = {
  waiting: 'info',
  offered: 'ok',
  left_out: 'plain',
  not_sent: 'bad',
}
