import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { isOver, lostInWords, progressInWords } from './progress-in-words.ts'

/** How far the pack is that was asked for last. The browser shows what has come; only the server knows how much will. */
export function PackProgress({ file }: { file: string }) {
  const [asked_at] = useState(() => Date.now())
  const [known, setKnown] = useState(false)
  const { data, isError, dataUpdatedAt } = useQuery({
    ...trpc.years.packProgress.queryOptions({ file }),
    staleTime: 0,
    refetchInterval: ({ state: { data: progress, status, dataUpdatedAt: at } }) =>
      isOver({ progress, known, failed: status === 'error', waited_ms: at - asked_at }) ? false : 1000,
  })
  if (data && !known) setKnown(true)
  const { rows = 0, rows_written = 0, state } = data ?? {}
  const lost = lostInWords({ progress: data, known, failed: isError, waited_ms: dataUpdatedAt - asked_at })
  return (
    <div className="pack-progress">
      {!lost && state === 'writing' && <progress aria-label="Rows written" max={rows || 1} value={rows_written} />}
      <p aria-live={state === 'writing' ? 'off' : 'polite'}>{lost ?? progressInWords(data)}</p>
    </div>
  )
}
