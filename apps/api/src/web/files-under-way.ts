import { Problem } from '@hubline/domain/problem.ts'
import type { Response } from 'express'
import { ReaderLeft } from './told.ts'

/** Of the eight connections to the database, those that files may have while they are made, and of these one account's. */
const MADE_AT_ONCE = 4
const MADE_OF_ACCOUNT = 2
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
/** Whoever waits for a file to be made. */
export type Reader = Pick<Response, 'closed' | 'once' | 'off'>
type Waiting = { making: string; begin: () => void }

/** How many files this server makes, sends and receives at once, so that nobody's downloads hold up what others do. */
export class FilesUnderWay {
  readonly patience_ms: number
  readonly #count = new Map<string, number>()
  readonly #waiting = new Set<Waiting>()
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
    for (const key of [account, hub]) this.#change(key, 1)
    res.once('close', () => {
      for (const key of [account, hub]) this.#change(key, -1)
    })
  }

  #of(key: string): number {
    return this.#count.get(key) ?? 0
  }

  #change(key: string, by: 1 | -1): void {
    const many = this.#of(key) + by
    if (many > 0) this.#count.set(key, many)
    else this.#count.delete(key)
  }

  /**
   * Makes a file of an account for its reader once there is a place for it.
   * @throws Problem 'too_many' where none came free in time, ReaderLeft where nobody waits for it any more
   */
  async make<T>(reader: Reader, account_id: string, work: () => Promise<T>): Promise<T> {
    if (reader.closed) throw new ReaderLeft()
    const making = `made ${account_id}`
    if (this.#hasPlace(making)) this.#take(making)
    else await this.#place(reader, making)
    try {
      if (reader.closed) throw new ReaderLeft()
      return await work()
    } finally {
      this.#places += 1
      this.#change(making, -1)
      this.#next()
    }
  }

  #hasPlace(making: string): boolean {
    return this.#places > 0 && this.#of(making) < MADE_OF_ACCOUNT
  }

  #take(making: string): void {
    this.#places -= 1
    this.#change(making, 1)
  }

  /** Whoever came first of those whose account may have a place. */
  #next(): void {
    for (const waiting of this.#waiting)
      if (this.#hasPlace(waiting.making)) {
        this.#waiting.delete(waiting)
        this.#take(waiting.making)
        waiting.begin()
      }
  }

  /** Waits for a place. Once it is given, neither the clock nor the reader's going takes it back: `make` does. */
  async #place(reader: Reader, making: string): Promise<void> {
    const { promise, resolve: begin, reject } = Promise.withResolvers<void>()
    const waiting = { making, begin }
    const giveUp = (why: Error) => {
      if (this.#waiting.delete(waiting)) reject(why)
    }
    const leave = () => giveUp(new ReaderLeft())
    const late = setTimeout(() => giveUp(new Problem('too_many', BUSY)), LONGEST_WAIT_MS)
    reader.once('close', leave)
    this.#waiting.add(waiting)
    try {
      await promise
    } finally {
      clearTimeout(late)
      reader.off('close', leave)
    }
  }
}
