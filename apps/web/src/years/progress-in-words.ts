import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../api.ts'

export type Progress = NonNullable<inferOutput<typeof trpc.years.packProgress>>

const many = (number: number) => number.toLocaleString('en-GB')

/** What is said of a pack that was asked for; nothing is known of it at first. */
export function progressInWords(progress: Progress | undefined): string {
  if (!progress || progress.state === 'asked') return 'The pack is being counted.'
  const { state, sheet, sheets, sheets_written, rows, rows_written } = progress
  const whole = `${sheets} sheets with ${many(rows)} rows`
  if (state === 'written') return `All is written: ${whole}. The file is on its way to you.`
  if (state === 'sent') return `Done: ${whole} were sent.`
  if (state === 'broke_off') return 'The file broke off: ask for it again.'
  return `Writing ${sheet ?? 'the file'}: ${sheets_written} of ${sheets} sheets, ${many(rows_written)} of ${many(rows)} rows.`
}
