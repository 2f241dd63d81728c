import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../api.ts'

export type Progress = NonNullable<inferOutput<typeof trpc.years.packProgress>>

const many = (number: number) => number.toLocaleString('en-GB')

/** What is said of a pack that was asked for; nothing is known of it at first. */
export function progressInWords(progress: Progress | null | undefined): string {
  if (!progress || progress.state === 'asked') return 'The pack is being counted.'
  const { state, sheet, sheets, sheets_written, rows, rows_written } = progress
  const whole = `${sheets} sheets with ${many(rows)} rows`
  if (state === 'written') return `All is written: ${whole}. The file is on its way to you.`
  if (state === 'sent') return `Done: ${whole} were sent.`
  if (state === 'broke_off')
    return sheets === 0 ? 'No file was begun: ask for it again.' : 'The file broke off: ask for it again.'
  return `Writing ${sheet ?? 'the file'}: ${sheets_written} of ${sheets} sheets, ${many(rows_written)} of ${many(rows)} rows.`
}

/** How long nothing may be known of a pack: a server that was asked for one knows of it in a moment. */
const PATIENCE_MS = 30_000

type Looked = {
  progress: Progress | null | undefined
  /** It was known before. */
  known: boolean
  failed: boolean
  /** Since the pack was asked for, until the last answer. */
  waited_ms: number
}

/** What is said where the server can tell no more of a pack; undefined while it may. */
export function lostInWords({ progress, known, failed, waited_ms }: Looked): string | undefined {
  if (failed) return 'The server cannot be asked how far the pack is: see among the downloads of your browser.'
  if (progress) return undefined
  if (known)
    return 'The server knows no more of this pack: see among the downloads of your browser, or ask for it again.'
  return waited_ms > PATIENCE_MS ? 'The server knows of no such pack: ask for it again.' : undefined
}

/** Whether it is worth asking again. */
export const isOver = (looked: Looked): boolean =>
  lostInWords(looked) !== undefined || looked.progress?.state === 'sent' || looked.progress?.state === 'broke_off'
