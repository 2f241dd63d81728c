import type { Progress } from '../imports/import-bundle.ts'

const LONG_AGO = -1000

/** One line on a terminal's standard error that says how far long work has come; elsewhere nothing. */
export function showProgress(stream = process.stderr): { show: (progress: Progress) => void; end: () => void } {
  if (!stream.isTTY) return { show: () => undefined, end: () => undefined }
  let shownAt = LONG_AGO
  return {
    show: ({ file, rows, seconds, isWriting }) => {
      const now = performance.now()
      if (now - shownAt < 100) return
      shownAt = now
      const pace = seconds > 0 ? `, ${Math.round(rows / seconds).toLocaleString('en-GB')} rows a second` : ''
      stream.write(
        `\r\u001B[K${isWriting ? 'Writing' : 'Reading'} ${file}: ${rows.toLocaleString('en-GB')} rows${pace}`,
      )
    },
    end: () => {
      if (shownAt !== LONG_AGO) stream.write('\r\u001B[K')
      shownAt = LONG_AGO
    },
  }
}
