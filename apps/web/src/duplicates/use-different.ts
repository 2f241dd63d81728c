import { useMutation, useQueryClient } from '@tanstack/react-query'
import { trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemOf } from '../problem.ts'
import { toast } from '../ui/toast.tsx'
import type { Client } from '../businesses/client.ts'

/** "These two are not the same": said once, and the pair is never offered again. */
export function useDifferent(kind: Client['kind'], onSaid?: () => void) {
  const queries = useQueryClient()
  const told = {
    onSuccess: async () => {
      toast('They stay two; this pair is not offered again')
      onSaid?.()
      await queries.invalidateQueries()
    },
    onError: async (error: unknown) => {
      toast(problemOf(error).sentence, { tone: 'bad' })
      await queries.invalidateQueries(trpc.duplicates.pathFilter())
    },
  }
  const businesses = useMutation(trpc.businesses.sayDifferent.mutationOptions(told))
  const people = useMutation(trpc.people.sayDifferent.mutationOptions(told))
  const saying = kind === 'business' ? businesses : people
  return {
    isSaying: (one_id: string) => saying.isPending && saying.variables.one_id === one_id,
    say: (one_id: string, other_id: string) => saying.mutate({ request_id: newId(), one_id, other_id }),
  }
}
