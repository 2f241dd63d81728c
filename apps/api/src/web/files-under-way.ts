import { setTimeout as pause } from 'node:timers/promises'
import { Problem } from '@hubline/domain/problem.ts'
import type { Response } from 'express'

/** Of the eight connections to the database, those that files may have while they are made. */
const MADE_AT_ONCE = 4
const LONGEST_WAIT_MS = 20_000
const OF_ACCOUNT = 8
const OF_HUB = 32
/** A reader who does not take a piece of a file within this has gone. */
export const PATIENCE_MS = 120_000

const BUSY = 'Other files are being made just now: ask for yours again in a moment'
const OF_ACCOUNT_FULL = `${OF_ACCOUNT} files are on their way to you already: wait until one of them has come`
const OF_HUB_FULL = `${OF_HUB} files are on their way to people of your hub already: ask for yours again in a moment`

/** How many files this server makes and sends at once, so that nobody's downloads hold up what others do. */
export class FilesUnderWay {
  readonly patience_ms: number
  readonly #count = new Map<string, number>()
  readonly #waiting: (() => void)[] = []
  #places = MADE_AT_ONCE

  constructor(patience_ms = PATIENCE_MS) {
    this.patience_ms = patience_ms
  }

  /** Counts a file as somebody's until its answer is over, however long they take. @throws Problem 'too_many' */
  count(res: Response, { hub_id, account_id }: { hub_id: string; account_id: string }): void {
    if (res.closed) return
    if (this.#of(account_id) >= OF_ACCOUNT) throw new Problem('too_many', OF_ACCOUNT_FULL)
    if (this.#of(hub_id) >= OF_HUB) throw new Problem('too_many', OF_HUB_FULL)
    for (const who of [account_id, hub_id]) this.#count.set(who, this.#of(who) + 1)
    res.once('close', () => {
      for (const who of [account_id, hub_id])
        if (this.#of(who) > 1) this.#count.set(who, this.#of(who) - 1)
        else this.#count.delete(who)
    })
  }

  #of(who: string): number {
    return this.#count.get(who) ?? 0
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
