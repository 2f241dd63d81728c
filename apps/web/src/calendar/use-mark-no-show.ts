import { useMutation } from '@tanstack/react-query'
import { trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemOf } from '../problem.ts'
import { toast } from '../ui/toast.tsx'
import { useChangeSearch } from '../ui/use-change-search.ts'
import { type DiaryReview, refreshCalendar } from './calendar-data.ts'

/** Nobody came: one press, and the next offers another time. */
export function useMarkNoShow(review: DiaryReview): () => void {
  const marking = useMutation(trpc.calendar.markNoShow.mutationOptions())
  const change = useChangeSearch()
  return () =>
    void marking.mutateAsync({ request_id: newId(), id: review.id, version: review.version }).then(
      async () => {
        await refreshCalendar()
        toast(`${review.business.name}: no-show. The offer stands`, {
          action: { words: 'Book again', run: () => change({ book: review.reference, move: undefined }) },
        })
      },
      (error: unknown) => toast(problemOf(error).sentence, { tone: 'bad' }),
    )
}
