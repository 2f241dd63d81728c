import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemsOf } from '../problem.ts'
import { useMe } from '../staff/me.ts'
import { Button } from '../ui/button.tsx'
import { ErrorSummary, type FormProblem } from '../ui/error-summary.tsx'
import { Panel } from '../ui/panel.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { TextArea } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import { useFormDraft } from '../ui/use-form-draft.tsx'
import { type Answers, type AskedFigure, chosenBy, versionQuestions } from './asked-versions.ts'
import { type Standing, refreshYears } from './standing.ts'
import { VersionQuestions } from './version-questions.tsx'

type MovedTo = 'draft' | 'checked' | 'published'
const MOVES: Readonly<Record<MovedTo, { words: string; means: string; said: string }>> = {
  draft: {
    words: 'Call it a draft',
    means: 'The work of the year is entered as far as anyone knows, and the lists can be looked through.',
    said: 'The year is a draft',
  },
  checked: {
    words: 'Say it is checked',
    means: 'Somebody has gone through the lists and the data quality page, and what was wrong is put right.',
    said: 'The year is checked',
  },
  published: {
    words: 'Say it is published',
    means: 'The signed-off figures have been given out: to the board, the funder or the press.',
    said: 'The year is published',
  },
}

type Props = { standing: Standing; to: MovedTo }

/** One step on the way of a year, with a note that outlives a reload; a draft says first which versions count it. */
export function MoveStep({ standing, to }: Props) {
  const { data } = useQuery(trpc.years.versionsAsked.queryOptions({ year: standing.year }, { enabled: to === 'draft' }))
  return (
    <Panel title="What comes next" className="no-print">
      {to === 'draft' && !data ? (
        <Skeleton lines={4} height="120px" />
      ) : (
        <MoveForm standing={standing} to={to} asked={to === 'draft' ? (data?.figures ?? []) : []} />
      )}
    </Panel>
  )
}

function MoveForm({ standing: { year, steps }, to, asked }: Props & { asked: readonly AskedFigure[] }) {
  const { adviser_id } = useMe()
  const moving = useMutation(trpc.years.move.mutationOptions())
  const [request_id, setRequestId] = useState(newId)
  const [filled, setFilled] = useState<{ note: string; answers: Answers }>({ note: '', answers: {} })
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [attempt, setAttempt] = useState(0)
  const questions = versionQuestions(asked)
  const { words, means, said } = MOVES[to]
  const draft = useFormDraft({ name: `year:${year} ${to}:${adviser_id}`, filled, put, onClose: () => undefined })

  function put(next: typeof filled) {
    setFilled(next)
    setRequestId(newId())
  }

  async function move() {
    if (moving.isPending) return
    setAttempt((count) => count + 1)
    const versions = chosenBy(questions, filled.answers)
    try {
      await moving.mutateAsync({ request_id, year, to, steps: steps.length, note: filled.note, versions })
      await draft.forget()
      toast(said)
      await refreshYears()
      await queryClient.invalidateQueries({ queryKey: trpc.indicators.pathKey() })
    } catch (error) {
      setRequestId(newId())
      setProblems(problemsOf(error))
      await queryClient.invalidateQueries(trpc.years.versionsAsked.queryFilter({ year }))
    }
  }

  return (
    <div className="year-next">
      {draft.offer}
      <ErrorSummary problems={problems} attempt={attempt} />
      <p>{means}</p>
      <VersionQuestions
        year={year}
        questions={questions}
        answers={filled.answers}
        onAnswer={(answers) => put({ ...filled, answers })}
      />
      <TextArea
        label="Note"
        optional
        id="note"
        rows={2}
        value={filled.note}
        maxLength={1000}
        onChange={(event) => put({ ...filled, note: event.target.value })}
      />
      <div className="cluster">
        <Button look="filled" busy={moving.isPending ? 'Saving' : undefined} onClick={() => void move()}>
          {words}
        </Button>
      </div>
    </div>
  )
}
