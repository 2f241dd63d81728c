import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { problemOf } from '../problem.ts'
import { HistoryList } from '../records/history-list.tsx'
import { Button } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import type { Client } from './client.ts'

/** Who changed what about the client: asked for only when somebody wants to know. */
export function ClientHistory({ client: { kind, reference } }: { client: Client }) {
  const [open, setOpen] = useState(false)
  const { data, error } = useQuery(trpc.records.history.queryOptions({ kind, reference }, { enabled: open }))
  return (
    <Panel title="History of the details">
      {!open && (
        <div>
          <Button size="small" icon="history" onClick={() => setOpen(true)}>
            Show history
          </Button>
        </div>
      )}
      {open && !data && (error ? <p>{problemOf(error).sentence}</p> : <Skeleton lines={3} />)}
      {open && data && <HistoryList versions={data.versions} />}
    </Panel>
  )
}
