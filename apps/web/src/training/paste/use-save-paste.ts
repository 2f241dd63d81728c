import { listed } from '@hubline/domain/ago.ts'
import { showNumber } from '@hubline/domain/number.ts'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { useRef, useState } from 'react'
import { trpc } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { problemOf } from '../../problem.ts'
import { toast } from '../../ui/toast.tsx'
import type { CourseShown } from '../course-sheet.tsx'
import { refreshTraining } from '../refresh-training.ts'
import { type Judged, isReady, needsSomebody } from './judge-rows.ts'
import { withSavedEmployers, withoutRows } from './pasted-list.ts'
import type { Pasting } from './use-pasted-learners.ts'

type Given = { course: CourseShown; pasting: Pasting; plan_line: string | undefined }
type Pasted = inferOutput<typeof trpc.training.pasteLearners>

/** Saves the rows that are ready, in one go. Those that still need somebody stay on the page. */
export function useSavePaste({ course, pasting, plan_line }: Given) {
  const navigate = useNavigate()
  const [problem, setProblem] = useState<string>()
  const paste = useMutation(trpc.training.pasteLearners.mutationOptions())
  // The same confirmed rows are one request however often the button is pressed.
  const request = useRef({ rows: '', id: newId() })

  async function save() {
    const { list, rows, settings, draft } = pasting
    if (!list || paste.isPending) return
    setProblem(undefined)
    const { session_id, status, enrolled_on, first_attended_on, evidence_level } = settings
    const asked = {
      course_id: course.id,
      session_id,
      plan_line_id: plan_line ?? '',
      defaults: { status, enrolled_on, first_attended_on, evidence_level },
      businesses: Object.values(list.employers).flatMap((each) =>
        each.is === 'new' ? [{ id: each.id, name: each.name }] : [],
      ),
      rows: rows.filter(isReady).map(asSent),
    }
    const mark = JSON.stringify(asked)
    if (request.current.rows !== mark) request.current = { rows: mark, id: newId() }
    try {
      const done = await paste.mutateAsync({ request_id: request.current.id, ...asked })
      const left = withoutRows(list, new Set(rows.filter((row) => !needsSomebody(row)).map(({ key }) => key)))
      await refreshTraining()
      await draft.forget()
      if (left.rows.length > 0)
        pasting.checkAgain(withSavedEmployers(left, new Set(asked.rows.map(({ business_id }) => business_id))))
      else await navigate({ to: '/training/$reference', params: { reference: course.reference } })
      toast(doneWords(done, left.rows.length))
    } catch (error) {
      setProblem(problemOf(error).sentence)
    }
  }

  return { save, saving: paste.isPending, problem }
}

function asSent({ row, person, business_id, learner: { employer: _, ...facts } }: Judged) {
  return { row: row.row, person_id: person?.id ?? '', business_id: business_id ?? '', ...facts }
}

/** `28 learners added, 2 of them new people; 3 moved on`. */
function doneWords({ added, waiting, changed, registered, nothing }: Pasted, left: number): string {
  const said = (count: number, words: string) => (count > 0 ? [`${showNumber(count)} ${words}`] : [])
  const parts = [
    ...said(added, added === 1 ? 'learner added' : 'learners added'),
    ...said(registered, 'of them new to the hub'),
    ...said(waiting, 'on the waiting list'),
    ...said(changed, 'moved on'),
    ...said(nothing, 'there already'),
  ]
  const saved = listed(parts.slice(0, 3))
  return left > 0 ? `${saved}. ${showNumber(left)} left to decide or put right` : saved
}
