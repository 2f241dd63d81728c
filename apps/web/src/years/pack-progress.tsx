import { useQuery } from '@tanstack/react-query'
import { trpc } from '../api.ts'
import { progressInWords } from './progress-in-words.ts'

/** How far the pack is that was asked for last. The browser shows what has come; only the server knows how much will. */
export function PackProgress({ file }: { file: string }) {
  const { data } = useQuery({
    ...trpc.years.packProgress.queryOptions({ file }),
    staleTime: 0,
    refetchInterval: ({ state: { data: last } }) =>
      last?.state === 'sent' || last?.state === 'broke_off' ? false : 1000,
  })
  const { rows = 0, rows_written = 0, state } = data ?? {}
  return (
    <div className="pack-progress">
      {state === 'writing' && <progress aria-label="Rows written" max={rows || 1} value={rows_written} />}
      <p aria-live={state === 'writing' ? 'off' : 'polite'}>{progressInWords(data ?? undefined)}</p>
    </div>
  )
}
