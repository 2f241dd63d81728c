import { clear, createStore, get, set } from 'idb-keyval'
import { problemOf } from '../problem.ts'

const store = createStore('hubline-reads', 'answers')
const KEPT_MS = 24 * 60 * 60 * 1000

type Options = { queryKey: readonly unknown[]; queryFn?: unknown }
type Kept = { answer: unknown; at: number }

/**
 * A question whose last answer is kept on this device for a day, for the pages that a person takes on a visit. It is
 * given again only where the server cannot be reached; `forgetReads` wipes all of them when the person leaves.
 */
export function keptOffline<O extends Options>(options: O): O {
  const ask = options.queryFn as (context: unknown) => Promise<unknown>
  const name = JSON.stringify(options.queryKey)
  const queryFn = async (context: unknown) => {
    try {
      const answer = await ask(context)
      void set(name, { answer, at: Date.now() } satisfies Kept, store).catch(() => undefined)
      return answer
    } catch (error) {
      if (problemOf(error).code !== 'unreached') throw error
      const kept = await get<Kept>(name, store).catch(() => undefined)
      if (!kept || Date.now() - kept.at > KEPT_MS) throw error
      return kept.answer
    }
  }
  return { ...options, queryFn }
}

export async function forgetReads(): Promise<void> {
  await clear(store).catch(() => undefined)
}
