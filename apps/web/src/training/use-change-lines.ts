import { PLAN_LINE_STATUSES, PLAN_LINE_STATUS_NAMES } from '@hubline/domain/skills-reviews/plan-line.ts'
import { useMutation } from '@tanstack/react-query'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { useRef, useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemOf } from '../problem.ts'
import type { GridEdit } from '../ui/paste-grid/grid-column.ts'

export type UptakePageShown = inferOutput<typeof trpc.training.uptake>
export type UptakeLine = UptakePageShown['rows'][number]

const statusOf = (text: string) =>
  PLAN_LINE_STATUSES.find((each) => PLAN_LINE_STATUS_NAMES[each].toLowerCase() === text.trim().toLowerCase())

/** Says of lines how far they have come: on the page at once, and one after another to the server. */
export function useChangeLines(rows: readonly UptakeLine[]) {
  const [problem, setProblem] = useState<string>()
  const sending = useRef<Promise<void>>(Promise.resolve())
  const versions = useRef(new Map<string, number>())
  const change = useMutation(trpc.plans.changeLine.mutationOptions())

  async function send(line: UptakeLine, status: UptakeLine['status']): Promise<void> {
    const version = Math.max(line.version, versions.current.get(line.id) ?? 0)
    try {
      const done = await change.mutateAsync({ request_id: newId(), id: line.id, version, status })
      versions.current.set(line.id, done.version)
      await queryClient.invalidateQueries(trpc.plans.pathFilter())
    } catch (error) {
      setProblem(`${line.need}: ${problemOf(error).sentence}`)
      await queryClient.invalidateQueries(trpc.training.uptake.pathFilter())
    }
  }

  function onEdit(edits: readonly GridEdit[]): void {
    setProblem(undefined)
    for (const { key, text } of edits) {
      const [line, status] = [rows.find(({ id }) => id === key), statusOf(text)]
      if (!line || line.status === status) continue
      if (!status) return setProblem(`Choose one of: ${Object.values(PLAN_LINE_STATUS_NAMES).join(', ')}`)
      show(line, status)
      sending.current = sending.current.then(() => send(line, status))
    }
  }

  return { onEdit, problem }
}

/** Rows stay where they are while somebody walks down them, also where they no longer answer to the filter. */
function show(line: UptakeLine, status: UptakeLine['status']): void {
  queryClient.setQueriesData<UptakePageShown>(trpc.training.uptake.pathFilter(), (page) => {
    if (!page?.rows.some(({ id }) => id === line.id)) return page
    const statuses = { ...page.statuses }
    statuses[line.status] = (statuses[line.status] ?? 1) - 1
    statuses[status] = (statuses[status] ?? 0) + 1
    return { ...page, statuses, rows: page.rows.map((row) => (row.id === line.id ? { ...row, status } : row)) }
  })
}
