import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { client } from '../api.ts'
import type { Client } from '../businesses/client.ts'
import { newId } from '../new-id.ts'
import { toast } from '../ui/toast.tsx'

export type PairForm = {
  kind: Client['kind']
  survivor_id: string
  survivor_version: number
  merged_id: string
  merged_version: number
  take: string[]
}

/** Merges, says so, and opens the record that remains. */
export function useMerge() {
  const queries = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: ({ kind, ...form }: PairForm) => {
      const sent = { ...form, request_id: newId() } as never
      return kind === 'business' ? client.businesses.merge.mutate(sent) : client.people.merge.mutate(sent)
    },
    onSuccess: async ({ reference }, { kind }) => {
      await navigate({ to: kind === 'business' ? '/b/$reference' : '/p/$reference', params: { reference } })
      await queries.invalidateQueries()
      toast(`Merged into ${reference}. It can be undone on this page at any time.`)
    },
  })
}
