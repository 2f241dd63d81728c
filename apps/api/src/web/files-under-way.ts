import { setTimeout as pause } from 'node:timers/promises'
import { Problem } from '@hubline/domain/problem.ts'
import type { Response } from 'express'

/** Of the eight connections to the database, those that files may have while they are made. */
const MADE_AT_ONCE = 4
const LONGEST_WAIT_MS = 20_000
/** A reader who does not take a piece of a file within this has gone, and a sender of whom nothing comes. */
const PATIENCE_MS = 120_000

const BUSY = 'Other files are being made just now: ask for yours again in a moment'

type Limit = { account: number; account_full: string; hub: number; hub_full: string }
const TAKEN: Limit = {
  account: 8,
  account_full: '8 files are on their way to you already: wait until one of them has come',
  hub: 32,
  hub_full: '32 files are on their way to people of your hub already: ask for yours again in a moment',
}
const SENT: Limit = {
  account: 4,
  account_full: 'You are sending 4 files already: wait until one of them is in',
  hub: 16,
  hub_full: 'People of your hub are sending 16 files already: send yours in a moment',
}

type Who = { account_id: string; hub_id: string }

/** How many files this server makes, sends and receives at once, so that nobody's downloads hold up what others do. */
export class FilesUnderWay {
  readonly patience_ms: number
  readonly #count = new Map<string, number>()
  readonly #waiting: (() => void)[] = []
  #places = MADE_AT_ONCE

  constructor(patience_ms = PATIENCE_MS) {
    this.patience_ms = patience_ms
  }

  /** Counts a file that somebody takes until its answer is over, however long they take. @throws Problem 'too_many' */
  count(res: Response, who: Who): void {
    this.#add(res, 'taken', who, TAKEN)
  }

  /** Counts a file that somebody sends, likewise. @throws Problem 'too_many' */
  countSent(res: Response, who: Who): void {
    this.#add(res, 'sent', who, SENT)
  }

  #add(res: Response, what: string, { account_id, hub_id }: Who, limit: Limit): void {
    if (res.closed) return
    const [account, hub] = [`${what} ${account_id}`, `${what} ${hub_id}`]
    if (this.#of(account) >= limit.account) throw new Problem('too_many', limit.account_full)
    if (this.#of(hub) >= limit.hub) throw new Problem('too_many', limit.hub_full)
    for (const key of [account, hub]) this.#count.set(key, this.#of(key) + 1)
    res.once('close', () => {
      for (const key of [account, hub])
        if (this.#of(key) > 1) this.#count.set(key, this.#of(key) - 1)
        else this.#count.delete(key)
    })
  }

  #of(key: string): number {
    return this.#count.get(key) ?? 0
  }

  /** Makes a file once there is a place for it. @throws Problem 'too_many' where none came free in time */
  async make<T>(work: () => Promise<T>): Promise<T> {
    if (this.#places > 0) this.#places -= 1
    else await this.#place()
    try {
      return await work()
    } finally {
      const next = this.#waiting.shift()
      if (next) next()
      else this.#places += 1
    }
  }

  async #place(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<true>()
    const mine = () => resolve(true)
    this.#waiting.push(mine)
    const enough = new AbortController()
    const late = pause(LONGEST_WAIT_MS, false, { signal: enough.signal }).catch(() => false)
    if (await Promise.race([promise, late])) return enough.abort()
    this.#waiting.splice(this.#waiting.indexOf(mine), 1)
    throw new Problem('too_many', BUSY)
  }
}
