import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { client, queryClient, trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemOf } from '../problem.ts'
import type { PlanLine } from './plan-words.ts'

const PAUSE_MS = 500

type Facts = Partial<Omit<PlanLine, 'id' | 'version' | 'reference' | 'course' | 'skills_gap_id'>> & {
  course_id?: string | null
}

/**
 * The lines of a plan as they are typed. Changes of one line go out together when the hand rests, one after the other;
 * what the server would not take stays on screen and is sent again when asked.
 */
export function usePlan(reference: string) {
  const { data, error, refetch } = useQuery(trpc.plans.page.queryOptions({ reference }))
  const [edits, setEdits] = useState<ReadonlyMap<string, PlanLine | null>>(new Map())
  const [refused, setRefused] = useState<string>()
  const [saving, setSaving] = useState(0)
  const pending = useRef(new Map<string, Facts>())
  const versions = useRef(new Map<string, number>())
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>())
  const chain = useRef<Promise<void>>(Promise.resolve())
  const review_id = data?.review.id ?? ''

  const known = data?.lines ?? []
  const lines = [
    ...known.filter(({ id }) => !edits.has(id)),
    ...[...edits.values()].filter((line) => line !== null),
  ].toSorted((a, b) => a.place - b.place)

  function change(line: PlanLine, facts: Facts) {
    setEdits((before) => new Map(before).set(line.id, { ...line, ...facts }))
    pending.current.set(line.id, { ...pending.current.get(line.id), ...facts })
    clearTimeout(timers.current.get(line.id))
    timers.current.set(
      line.id,
      setTimeout(() => void send(line.id), PAUSE_MS),
    )
  }

  async function write(id: string, facts: Facts) {
    const version = versions.current.get(id) ?? known.find((line) => line.id === id)?.version
    const { place, status: _, ...rest } = facts
    const reply =
      version === undefined
        ? await client.plans.addLine.mutate({
            ...rest,
            need: facts.need ?? '',
            people: facts.people ?? 1,
            request_id: newId(),
            id,
            skills_review_id: review_id,
          })
        : await client.plans.changeLine.mutate({
            ...facts,
            ...(place === undefined ? {} : { place }),
            request_id: newId(),
            id,
            version,
          })
    versions.current.set(id, reply.version)
  }

  function send(id: string): Promise<void> {
    clearTimeout(timers.current.get(id))
    timers.current.delete(id)
    setSaving((count) => count + 1)
    chain.current = chain.current
      .then(async () => {
        const facts = pending.current.get(id)
        const is_new = !versions.current.has(id) && !known.some((line) => line.id === id)
        if (!facts || (is_new && (facts.need ?? '').trim() === '')) return
        pending.current.delete(id)
        try {
          await write(id, facts)
          setRefused(undefined)
        } catch (fault) {
          pending.current.set(id, { ...facts, ...pending.current.get(id) })
          setRefused(problemOf(fault).sentence)
        }
      })
      .finally(() => setSaving((count) => count - 1))
    return chain.current
  }

  const flush = () => Promise.all([...pending.current.keys()].map(send)).then(() => undefined)

  /** Takes in what others did, and sends what was refused once more. */
  async function again() {
    const fresh = await refetch()
    for (const { id, version } of fresh.data?.lines ?? []) versions.current.set(id, version)
    await flush()
    await reload()
  }

  async function reload() {
    await refetch()
    versions.current.clear()
    setEdits((before) => new Map([...before].filter(([id]) => pending.current.has(id))))
  }

  /** Runs another write of the page, with everything that was typed saved before it. */
  async function run(work: () => Promise<unknown>) {
    setRefused(undefined)
    await flush()
    try {
      await work()
      await reload()
      await queryClient.invalidateQueries(trpc.reviewForms.pathFilter())
    } catch (fault) {
      setRefused(problemOf(fault).sentence)
    }
  }

  const remove = (id: string) =>
    run(async () => {
      const version = versions.current.get(id) ?? known.find((line) => line.id === id)?.version
      pending.current.delete(id)
      setEdits((before) => new Map(before).set(id, null))
      if (version !== undefined) await client.plans.removeLine.mutate({ request_id: newId(), id, version })
      setEdits((before) => new Map([...before].filter(([one]) => one !== id)))
    })

  const latest = useRef(flush)
  useEffect(() => {
    latest.current = flush
  })
  useEffect(() => () => void latest.current(), [])

  return { page: data, lines, error, refetch, change, remove, run, again, refused, saving: saving > 0, review_id }
}

export type Plan = ReturnType<typeof usePlan>
