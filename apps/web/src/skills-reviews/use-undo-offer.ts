import { useMutation } from '@tanstack/react-query'
import { trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemOf } from '../problem.ts'
import { toast } from '../ui/toast.tsx'
import { refreshReviews } from './refresh-reviews.ts'

/** Takes back what one logged about a review a moment ago, and says so. */
export function useUndoOffer(business: string): (change: { id: string; version: number }) => Promise<void> {
  const undoing = useMutation(trpc.skillsReviews.undo.mutationOptions())
  return async (change) => {
    try {
      await undoing.mutateAsync({ request_id: newId(), ...change })
      await refreshReviews()
      toast(`${business}: undone`)
    } catch (error) {
      toast(problemOf(error).sentence, { tone: 'bad' })
    }
  }
}
