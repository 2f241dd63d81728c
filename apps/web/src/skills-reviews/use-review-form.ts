import type { AnswerValue } from '@hubline/domain/skills-reviews/answers.ts'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemOf } from '../problem.ts'
import { keptOffline } from '../shell/kept-reads.ts'
import { sendOrKeep, useWaiting } from '../shell/outbox.ts'
import { useMe } from '../staff/me.ts'
import {
  type FormPage,
  type GapLine,
  type LineKind,
  type WorkforceLine,
  slotOf,
  withAnswer,
  withLine,
  withWaiting,
  withoutLine,
} from './form-state.ts'

const PAUSE_MS = 400

type Lay = (page: FormPage) => FormPage
type Saving = () => Promise<{ kept: false; reply: { version: number; crossed: boolean } } | { kept: true }>

/**
 * The form of one review: what is typed is on screen at once, goes out when the hand rests, and waits on this device where
 * the server cannot be reached. Each answer has a queue of its own, so that an older text never lands on a younger one.
 */
export function useReviewForm(reference: string) {
  const { adviser_id } = useMe()
  const options = keptOffline(trpc.reviewForms.page.queryOptions({ reference }))
  const { data, error, refetch } = useQuery({ ...options, refetchOnWindowFocus: false })
  const waiting = useWaiting()
  const [typed, setTyped] = useState<ReadonlyMap<string, Lay>>(new Map())
  const [refused, setRefused] = useState<string>()
  const outgoing = useOutgoing(setRefused)
  const page = useMemo(
    () =>
      data &&
      [...typed.values()].reduce(
        (now, lay) => lay(now),
        withWaiting(
          data,
          waiting.filter((entry) => entry.adviser_id === adviser_id),
        ),
      ),
    [data, typed, waiting, adviser_id],
  )
  const review_id = data?.review.id ?? ''
  const name = data?.review.business.name ?? ''
  const lay = (slot: string, over: Lay) => setTyped((before) => new Map(before).set(slot, over))
  const seenOf = (id: string, version: number) => outgoing.seen.current.get(id) ?? version
  const whose = (words: string) => ({ words: `${words}, ${name}`, adviser_id })

  function answer(question: string, words: string, value: AnswerValue) {
    const before = page?.answers.find((one) => one.question === question)
    const id = before?.id ?? newId()
    const slot = slotOf('review_answer', review_id, question)
    lay(slot, (now) => withAnswer(now, { id, question, value }))
    outgoing.put(slot, () => {
      const input = { request_id: newId(), id, skills_review_id: review_id, question, value }
      return sendOrKeep({
        procedure: trpc.reviewForms.saveAnswer,
        input: { ...input, seen: seenOf(slot, before?.version ?? 0) },
        slot,
        ...whose(words),
      })
    })
  }

  function saveLine(kind: LineKind, line: WorkforceLine | GapLine) {
    const slot = slotOf(kind, review_id, line.id)
    lay(slot, (now) =>
      kind === 'workforce_line'
        ? { ...now, workforce: withLine(now.workforce, line) }
        : { ...now, gaps: withLine(now.gaps, line as GapLine) },
    )
    // A line without a word is not worth keeping yet.
    if (`${line.role}${'skill' in line ? line.skill : ''}`.trim() === '') return
    const { version, crossed: _, ...content } = line
    outgoing.put(slot, () => {
      const shared = { request_id: newId(), skills_review_id: review_id, seen: seenOf(slot, version) }
      if (kind === 'workforce_line')
        return sendOrKeep({
          procedure: trpc.reviewForms.saveWorkforceLine,
          input: { ...content, ...shared },
          slot,
          ...whose(`Workforce: ${line.role}`),
        })
      const { is_planned: __, ...gap } = content as Omit<GapLine, 'version' | 'crossed'>
      return sendOrKeep({
        procedure: trpc.reviewForms.saveGap,
        input: { ...gap, ...shared },
        slot,
        ...whose(`Gap: ${gap.skill || gap.role}`),
      })
    })
  }

  async function removeLine(kind: LineKind, id: string) {
    const slot = slotOf(kind, review_id, id)
    lay(slot, (now) => withoutLine(now, id))
    outgoing.forget(slot)
    await attempt(() =>
      sendOrKeep({
        procedure: trpc.reviewForms.removeLine,
        input: { request_id: newId(), skills_review_id: review_id, kind, id },
        slot,
        ...whose('Line taken out'),
      }),
    )
  }

  async function begin() {
    await attempt(() =>
      sendOrKeep({
        procedure: trpc.reviewForms.begin,
        input: { request_id: newId(), id: newId(), skills_review_id: review_id },
        ...whose('Form begun'),
      }),
    )
    await refetch()
  }

  async function attempt(work: () => Promise<unknown>) {
    setRefused(undefined)
    try {
      await work()
    } catch (fault) {
      setRefused(problemOf(fault).sentence)
    }
  }

  /** What everybody has written by now. */
  async function reload() {
    await outgoing.flush()
    await queryClient.invalidateQueries(trpc.reviewForms.pathFilter())
    outgoing.seen.current.clear()
    setTyped(new Map())
  }

  return {
    page,
    error,
    refetch,
    answer,
    saveLine,
    removeLine,
    begin,
    attempt,
    reload,
    refused,
    saving: outgoing.saving,
    flush: outgoing.flush,
  }
}

export type ReviewForm = ReturnType<typeof useReviewForm>

/** Holds back what is typed until the hand rests, and sends each slot's writes one after the other. */
function useOutgoing(onRefused: (sentence: string | undefined) => void) {
  const timers = useRef(new Map<string, { timer: ReturnType<typeof setTimeout>; send: Saving }>())
  const chains = useRef(new Map<string, Promise<void>>())
  const seen = useRef(new Map<string, number>())
  const [saving, setSaving] = useState(0)

  function go(slot: string): Promise<void> {
    const held = timers.current.get(slot)
    if (!held) return chains.current.get(slot) ?? Promise.resolve()
    clearTimeout(held.timer)
    timers.current.delete(slot)
    setSaving((count) => count + 1)
    const done = (chains.current.get(slot) ?? Promise.resolve())
      .then(() => held.send())
      .then((sent) => {
        if (sent.kept) return
        seen.current.set(slot, sent.reply.version)
        if (sent.reply.crossed) void queryClient.invalidateQueries(trpc.reviewForms.pathFilter())
        onRefused(undefined)
      })
      .catch((fault: unknown) => onRefused(problemOf(fault).sentence))
      .finally(() => setSaving((count) => count - 1))
    chains.current.set(slot, done)
    return done
  }

  function put(slot: string, send: Saving) {
    const held = timers.current.get(slot)
    if (held) clearTimeout(held.timer)
    timers.current.set(slot, { send, timer: setTimeout(() => void go(slot), PAUSE_MS) })
  }

  function forget(slot: string) {
    const held = timers.current.get(slot)
    if (held) clearTimeout(held.timer)
    timers.current.delete(slot)
  }

  const flush = () => Promise.all([...timers.current.keys()].map(go)).then(() => undefined)
  const latest = useRef(flush)
  useEffect(() => {
    latest.current = flush
  })
  // A page that is left within the pause loses nothing.
  useEffect(() => {
    const leave = () => void latest.current()
    globalThis.addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', leave)
    return () => {
      globalThis.removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', leave)
      leave()
    }
  }, [])

  return { put, forget, flush, seen, saving: saving > 0 }
}
