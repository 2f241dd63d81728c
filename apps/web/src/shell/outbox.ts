import { getUntypedClient } from '@trpc/client'
import { createStore, del, entries, set } from 'idb-keyval'
import { useSyncExternalStore } from 'react'
import { client, queryClient, whereSignedOut } from '../api.ts'
import { isSignedOut, problemOf } from '../problem.ts'

/**
 * What was done without a network: writes kept on this device, sent in their order when the server answers again. Each
 * carries the `request_id` with which it was first tried, so that one which did arrive is not done twice.
 */
export type Waiting = {
  /** The `request_id` of the write. */
  id: string
  /** Path of the procedure. */
  procedure: string
  input: unknown
  /** What it is, for the person: "Advice session with Kiln Works". */
  words: string
  /** Who did it: nobody else on this device sees or sends it. */
  adviser_id: string
  /** What it is the whole of, as one answer of a form: a later write of it stands in place of this one. */
  slot?: string
  at: string
  /** Why the server would not take it: it stays until the person has seen to it. */
  refused?: string
}

type Procedure = { mutationKey: () => readonly unknown[]; '~types': { input: unknown; output: unknown } }
type Write<P extends Procedure> = {
  procedure: P
  input: P['~types']['input'] & { request_id: string }
  words: string
  adviser_id: string
  slot?: string
}

const store = createStore('hubline-outbox', 'waiting')
const FIRST_PAUSE_MS = 5_000
const LONGEST_PAUSE_MS = 60_000

let waiting: readonly Waiting[] = []
let sending: Promise<void> | undefined
let pause = FIRST_PAUSE_MS
let timer: ReturnType<typeof setTimeout> | undefined
let onSent: (sent: Waiting) => void = () => undefined
const listeners = new Set<() => void>()

/**
 * Sends a write, or keeps it when the server cannot be reached or earlier work is still waiting. A refusal is thrown as
 * ever. Gives what the server said, or `kept`.
 */
export async function sendOrKeep<P extends Procedure>(
  write: Write<P>,
): Promise<{ kept: false; reply: P['~types']['output'] } | { kept: true }> {
  const entry = toWaiting(write)
  if (waiting.some(({ adviser_id, refused }) => adviser_id === write.adviser_id && !refused)) {
    await keep(entry)
    void sendWaiting(write.adviser_id)
    return { kept: true }
  }
  try {
    return { kept: false, reply: (await send(entry)) as P['~types']['output'] }
  } catch (error) {
    whereSignedOut(error)
    if (problemOf(error).code !== 'unreached') throw error
    await keep(entry)
    again(write.adviser_id)
    return { kept: true }
  }
}

function toWaiting<P extends Procedure>({ procedure, input, words, adviser_id, slot }: Write<P>): Waiting {
  const [path] = procedure.mutationKey() as [string[]]
  const at = new Date().toISOString()
  return { id: input.request_id, procedure: path.join('.'), input, words, adviser_id, ...(slot ? { slot } : {}), at }
}

const send = ({ procedure, input }: Waiting) => getUntypedClient(client).mutation(procedure, input)

/** Sends what this person left waiting, oldest first. Called when the page opens and when the network comes back. */
export function sendWaiting(adviser_id: string): Promise<void> {
  sending ??= sendInOrder(adviser_id).finally(() => (sending = undefined))
  return sending
}

async function sendInOrder(adviser_id: string): Promise<void> {
  clearTimeout(timer)
  for (let next = nextOf(adviser_id); next; next = nextOf(adviser_id)) {
    try {
      await send(next)
      await drop(next.id)
      onSent(next)
      pause = FIRST_PAUSE_MS
    } catch (error) {
      // Whoever has to sign in again finds it here afterwards.
      if (isSignedOut(error)) return
      if (problemOf(error).code === 'unreached') return again(adviser_id)
      await keep({ ...next, refused: problemOf(error).sentence })
    }
  }
  void queryClient.invalidateQueries()
}

const nextOf = (adviser_id: string) => waiting.find((entry) => entry.adviser_id === adviser_id && !entry.refused)

function again(adviser_id: string): void {
  clearTimeout(timer)
  timer = setTimeout(() => void sendWaiting(adviser_id), pause)
  pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
}

async function keep(entry: Waiting): Promise<void> {
  for (const { id } of waiting.filter((earlier) => isReplaced(earlier, entry))) await drop(id)
  show([...waiting.filter(({ id }) => id !== entry.id), entry])
  // Where a browser keeps nothing (a private window), it lasts as long as the page.
  await set(entry.id, entry, store).catch(() => undefined)
}

const isReplaced = (earlier: Waiting, by: Waiting) =>
  by.slot !== undefined && earlier.slot === by.slot && earlier.adviser_id === by.adviser_id && earlier.id !== by.id

/** Takes one out of what waits: it was sent, or the person does not want it any more. */
export async function drop(id: string): Promise<void> {
  show(waiting.filter((entry) => entry.id !== id))
  await del(id, store).catch(() => undefined)
}

function show(next: readonly Waiting[]): void {
  waiting = next.toSorted((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id))
  for (const tell of listeners) tell()
}

/** Reads what earlier pages left, and goes on sending while this page stands. Gives the way to stop. */
export function openOutbox(adviser_id: string, told: (sent: Waiting) => void): () => void {
  onSent = told
  const go = () => void sendWaiting(adviser_id)
  void entries<string, Waiting>(store)
    .then((found) => show([...waiting, ...found.map(([, entry]) => entry).filter(({ id }) => !isHere(id))]))
    .then(go)
    .catch(() => undefined)
  globalThis.addEventListener('online', go)
  return () => {
    globalThis.removeEventListener('online', go)
    clearTimeout(timer)
  }
}

const isHere = (id: string) => waiting.some((entry) => entry.id === id)

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** What waits on this device, of everybody who works on it: show a person only their own. */
export const useWaiting = (): readonly Waiting[] => useSyncExternalStore(subscribe, () => waiting)
