import type { DeclineReason } from '@hubline/domain/skills-reviews/decline-reasons.ts'
import { useMutation } from '@tanstack/react-query'
import { trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemOf } from '../problem.ts'
import { toast } from '../ui/toast.tsx'
import { refreshReviews } from './refresh-reviews.ts'
import { useUndoOffer } from './use-undo-offer.ts'

export type Answering = { id: string; version: number }
export type OfferAnswer =
  | { answer: 'accepted' | 'no_response' | 'waiting' }
  | { answer: 'declined'; decline_reason: DeclineReason }

const SAID: Readonly<Record<OfferAnswer['answer'], string>> = {
  accepted: 'accepted',
  declined: 'declined',
  no_response: 'no response',
  waiting: 'no answer yet',
}

/** Logs what a business said to its offer, at once, and offers the way back. */
export function useAnswerOffer(review: Answering, business: string): (answer: OfferAnswer) => Promise<void> {
  const answering = useMutation(trpc.skillsReviews.answer.mutationOptions())
  const undo = useUndoOffer(business)

  return async (answer) => {
    try {
      const { version } = await answering.mutateAsync({ request_id: newId(), ...review, ...answer })
      await refreshReviews()
      toast(`${business}: ${SAID[answer.answer]}`, {
        action: { words: 'Undo', run: () => void undo({ id: review.id, version }) },
      })
    } catch (error) {
      toast(problemOf(error).sentence, { tone: 'bad' })
    }
  }
}
