import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { client, trpc } from '../api.ts'
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

/**
 * Merges, says so, and opens the record that remains. A second press while the first is on its way does nothing; where
 * somebody was quicker, the page shows how the two stand now.
 */
export function useMerge() {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const is_sent = useRef(false)
  const merging = useMutation({
    mutationFn: ({ kind, ...form }: PairForm) => {
      const sent = { ...form, request_id: newId() } as never
      return kind === 'business' ? client.businesses.merge.mutate(sent) : client.people.merge.mutate(sent)
    },
    onSuccess: async ({ reference }, { kind }) => {
      await navigate({ to: kind === 'business' ? '/b/$reference' : '/p/$reference', params: { reference } })
      await queries.invalidateQueries()
      toast(`Merged into ${reference}. It can be undone on this page at any time.`)
    },
    onError: () => queries.invalidateQueries(trpc.duplicates.pathFilter()),
    onSettled: () => void (is_sent.current = false),
  })
  function merge(form: PairForm) {
    if (is_sent.current) return
    is_sent.current = true
    merging.mutate(form)
  }
  return { merge, error: merging.error, isPending: merging.isPending }
}
