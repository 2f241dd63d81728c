import type { Pack } from '@hubline/reporting/pack/pack-sheets.ts'
import { z } from 'zod'
import { reads } from '../trpc.ts'

/** How far a pack is: what of its sheets and rows is written, and whether all of the file has gone out. */
type Progress = {
  state: 'asked' | 'writing' | 'written' | 'sent' | 'broke_off'
  /** The sheet that is being written. */
  sheet: string | null
  sheets_written: number
  sheets: number
  rows_written: number
  rows: number
}

/** How long after its end it is told what became of a file. */
const KEPT_MS = 10 * 60_000
/** A tick for each row would cost more than the row. */
const EVERY = 500

/** The packs that this server makes or has just made: of an account, by what its page calls the file. */
const underWay = new Map<string, Progress>()

/** Keeps how far a pack is, for whoever asked for it. */
export class PackProgress {
  readonly #progress: Progress = {
    state: 'asked',
    sheet: null,
    sheets_written: 0,
    sheets: 0,
    rows_written: 0,
    rows: 0,
  }

  readonly #name: string

  /** Whoever makes one says how it ends, by `sent` or `brokeOff`: until then it is kept. */
  constructor(account_id: string, file: string) {
    this.#name = `${account_id} ${file}`
    underWay.set(this.#name, this.#progress)
  }

  /** The same pack, whose sheets tell how far they are as they are read. */
  watching({ sheets, rows }: Pack): Pack['sheets'] {
    const progress = this.#progress
    progress.state = 'writing'
    progress.sheets = sheets.length
    progress.rows = Object.values(rows).reduce((sum, each) => sum + each, 0)
    return sheets.map((sheet) => ({
      ...sheet,
      rows: async function* () {
        progress.sheet = sheet.name
        // The cover is of no records, and not among them.
        const counts = rows[sheet.name] !== undefined
        let since = 0
        for await (const row of sheet.rows()) {
          yield row
          since += 1
          if (counts && since % EVERY === 0) progress.rows_written += EVERY
        }
        if (counts) progress.rows_written += since % EVERY
        progress.sheets_written += 1
        if (progress.sheets_written === sheets.length) progress.state = 'written'
      },
    }))
  }

  sent(): void {
    this.#end('sent')
  }

  /** Does nothing where all of it was sent. */
  brokeOff(): void {
    if (this.#progress.state !== 'sent') this.#end('broke_off')
  }

  #end(state: 'sent' | 'broke_off'): void {
    this.#progress.state = state
    setTimeout(() => underWay.delete(this.#name), KEPT_MS).unref()
  }
}

/** How far a pack is that the same person asked for; null where this server knows of none. */
export const packProgress = reads('pack:download')
  .input(z.object({ file: z.uuid() }))
  .query(({ ctx: { actor }, input: { file } }) => underWay.get(`${actor.account_id} ${file}`) ?? null)
