import type { Day } from '@hubline/domain/day.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { changedLearner } from '@hubline/domain/training/change-learner.ts'
import type { LearnerFacts } from '@hubline/domain/training/learner-form.ts'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemOf } from '../problem.ts'
import { toast } from '../ui/toast.tsx'
import { givenWords } from './given-words.ts'
import type { LearnerPage, LearnerShown } from './learner.ts'
import { refreshAround, refreshTraining } from './refresh-training.ts'

export type LearnerChange = { learner: LearnerShown; facts: LearnerFacts }

/**
 * Changes learners as soon as they are told, by the same rule as the server, and sends one change after another: two
 * quick ones to one learner do not meet. A refusal puts everything back and says why.
 */
export function useChangeLearners(today: Day) {
  const [problem, setProblem] = useState<string>()
  const sending = useRef<Promise<unknown>>(Promise.resolve())
  const versions = useRef(new Map<string, number>())
  const change = useMutation(trpc.training.changeLearners.mutationOptions())

  async function send(changes: readonly LearnerChange[]): Promise<boolean> {
    const learners = changes.map(({ learner: { id, version }, facts }) => ({
      ...facts,
      id,
      version: Math.max(version, versions.current.get(id) ?? 0),
    }))
    try {
      const done = await change.mutateAsync({ request_id: newId(), learners })
      for (const { id, version } of done.learners) versions.current.set(id, version)
      showVersions(versions.current)
      const given = givenWords(done.given)
      if (given) toast(given)
      // Rows stay where they are while somebody walks down them, also where they no longer answer to the filter.
      await (given ? refreshTraining() : refreshAround())
      return true
    } catch (error) {
      setProblem(problemOf(error).sentence)
      await refreshTraining()
      return false
    }
  }

  async function changeLearners(changes: readonly LearnerChange[]): Promise<boolean> {
    setProblem(undefined)
    if (changes.length === 0) return true
    const after = new Map<string, LearnerShown>()
    for (const { learner, facts } of changes)
      try {
        after.set(learner.id, {
          ...learner,
          ...changedLearner({ kind: learner.course.kind, before: learner, change: facts, today }),
        })
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        setProblem(`${learner.person.name}: ${error.message}`)
        return false
      }
    show(after)
    const sent = sending.current.then(() => send(changes))
    sending.current = sent
    return sent
  }

  return { changeLearners, problem, say: setProblem, saving: change.isPending }
}

/** What was changed stands in every list at once, and in the numbers above it. */
function show(after: ReadonlyMap<string, LearnerShown>): void {
  queryClient.setQueriesData<LearnerPage>(trpc.training.learners.pathFilter(), (page) => {
    if (!page) return page
    const stages = { ...page.stages }
    const rows = page.rows.map((row) => {
      const next = after.get(row.id)
      if (!next) return row
      stages[row.status] = (stages[row.status] ?? 1) - 1
      stages[next.status] = (stages[next.status] ?? 0) + 1
      return next
    })
    return { ...page, rows, stages }
  })
}

function showVersions(versions: ReadonlyMap<string, number>): void {
  queryClient.setQueriesData<LearnerPage>(trpc.training.learners.pathFilter(), (page) =>
    page
      ? {
          ...page,
          rows: page.rows.map((row) => ({ ...row, version: Math.max(row.version, versions.get(row.id) ?? 0) })),
        }
      : page,
  )
}
