import type { Year } from '@hubline/domain/years/year.ts'
import { useMutation } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemsOf } from '../problem.ts'
import { useMe } from '../staff/me.ts'
import { Button } from '../ui/button.tsx'
import { ErrorSummary, type FormProblem } from '../ui/error-summary.tsx'
import { CellGrid } from '../ui/paste-grid/cell-grid.tsx'
import { toast } from '../ui/toast.tsx'
import { useFormDraft } from '../ui/use-form-draft.tsx'
import { refreshYears } from './standing.ts'
import { targetColumns } from './target-columns.ts'
import {
  type TargetRow,
  type TypedTargets,
  applied,
  isSame,
  rowProblem,
  sentOf,
  setMeanwhile,
  withTyped,
} from './target-rows.ts'

type Props = {
  year: Year
  before: Year
  may_set: boolean
  is_fixed: boolean
  standing: readonly TargetRow[]
  /** Of one programme; else of the whole hub. */
  programme: { reference: string; name: string } | null
}

/** The targets of a year in a grid; what is typed is sent together, all of it or nothing. */
export function TargetsForm({ year, before, may_set, is_fixed, standing, programme }: Props) {
  const columns = useMemo(
    () => targetColumns({ year, before, may_set, is_wide: matchMedia('(min-width: 900px)').matches }),
    [year, before, may_set],
  )
  const box = useRef<HTMLDivElement>(null)
  const form = useTargets(year, standing, programme?.reference)
  return (
    <div ref={box} className="stack">
      {is_fixed && <p>{year} is signed off: its targets stay as they were.</p>}
      {!is_fixed && !may_set && <p className="quiet">A manager of your hub sets the targets.</p>}
      {form.offer}
      <ErrorSummary problems={form.problems} attempt={form.attempt} />
      {form.meanwhile.length > 0 && (
        <div role="status">
          {form.meanwhile.map(({ key, title, value }) => (
            <p key={key}>
              {title}: somebody {value === '' ? 'took the target away' : `set it to ${value}`} meanwhile. Yours takes
              its place when you save.
            </p>
          ))}
        </div>
      )}
      <CellGrid
        label={programme ? `Targets of ${programme.name} in ${year}` : `Targets of ${year}`}
        rows={form.rows}
        columns={columns}
        keyOf={({ key }) => key}
        onEdit={form.edit}
      />
      {may_set && (
        <>
          <p className="small quiet no-print">
            Enter writes in a cell, Ctrl C and V copy and paste from a spreadsheet, Ctrl D fills down, Delete takes a
            target away. The months must add up to the target; "{`As ${before}`}" spreads it as that year went.
          </p>
          <div className="cluster">
            <Button
              look="filled"
              busy={form.saving ? 'Saving' : form.changed === 0 ? 'Nothing to save' : undefined}
              onClick={() => void form.save()}
            >
              Save {form.changed} {form.changed === 1 ? 'target' : 'targets'}
            </Button>
            <Button onClick={form.takeTargetsBefore}>Fill blanks from the targets of {before}</Button>
            {form.changed > 0 && (
              <Button
                look="quiet"
                onClick={() => {
                  form.discard()
                  box.current?.querySelector<HTMLElement>('[role="grid"]')?.focus()
                }}
              >
                Discard what I typed
              </Button>
            )}
          </div>
        </>
      )}
    </div>
  )
}

function useTargets(year: Year, standing: readonly TargetRow[], programme: string | undefined) {
  const { adviser_id } = useMe()
  const setting = useMutation(trpc.years.setTargets.mutationOptions())
  const [typed, setTyped] = useState<TypedTargets>({})
  const [request_id, setRequestId] = useState(newId)
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [attempt, setAttempt] = useState(0)
  const draft = useFormDraft({
    name: `targets:${year}:${adviser_id}${programme === undefined ? '' : `:${programme}`}`,
    filled: typed,
    put: setTyped,
    onClose: discard,
  })
  const rows = withTyped(standing, typed)
  const changed = rows.filter((row, at) => {
    const was = standing[at]
    return was !== undefined && !isSame(row, was)
  })

  function put(next: readonly TargetRow[]) {
    const different = next.filter((row, at) => row !== rows[at])
    if (different.length === 0) return
    setRequestId(newId())
    setTyped((now) => ({
      ...now,
      ...Object.fromEntries(
        different.map(({ key, version, value, profile }) => [
          key,
          { version: now[key]?.version ?? version, value, profile },
        ]),
      ),
    }))
  }

  function discard() {
    setTyped({})
    setProblems([])
  }

  async function save() {
    setAttempt((count) => count + 1)
    const wrong = changed.flatMap((row) => {
      const problem = rowProblem(row)
      return problem ? [{ sentence: `${row.title}: ${problem}` }] : []
    })
    setProblems(wrong)
    if (wrong.length > 0) return
    try {
      await setting.mutateAsync({ request_id, year, programme, targets: changed.map(sentOf) })
      await draft.forget()
      toast(changed.length === 1 ? 'Target saved' : `${changed.length} targets saved`)
      await Promise.all([
        refreshYears(),
        queryClient.invalidateQueries({ queryKey: trpc.indicators.pathKey() }),
        queryClient.invalidateQueries(trpc.programmes.pathFilter()),
      ])
      discard()
    } catch (error) {
      setRequestId(newId())
      setProblems(problemsOf(error))
      await refreshYears()
    }
  }

  return {
    rows,
    meanwhile: setMeanwhile(standing, typed),
    changed: changed.length,
    problems,
    attempt,
    saving: setting.isPending,
    offer: draft.offer,
    edit: (edits: Parameters<typeof applied>[1]) => put(applied(rows, edits)),
    takeTargetsBefore: () =>
      put(
        rows.map((row) =>
          row.value.trim() === '' && row.before.target !== null
            ? { ...row, value: String(Number(row.before.target)), profile: null }
            : row,
        ),
      ),
    discard: draft.cancel,
    save,
  }
}
