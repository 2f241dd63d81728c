import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemsOf } from '../problem.ts'
import { Button } from '../ui/button.tsx'
import { ErrorSummary, type FormProblem } from '../ui/error-summary.tsx'
import { Panel } from '../ui/panel.tsx'
import { TextArea } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import { SignOffDialog } from './sign-off-dialog.tsx'
import { type Standing, refreshYears } from './standing.ts'

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

/** What a manager can do with the year now. */
export function NextStep({ standing }: { standing: Standing }) {
  const next = standing.next[0]
  if (next === 'signed_off') return <SignOffStep standing={standing} />
  return next === 'draft' || next === 'checked' || next === 'published' ? <Move standing={standing} to={next} /> : null
}

function Move({ standing: { year, steps }, to }: { standing: Standing; to: MovedTo }) {
  const moving = useMutation(trpc.years.move.mutationOptions())
  const [request_id] = useState(newId)
  const [note, setNote] = useState('')
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [attempt, setAttempt] = useState(0)
  const { words, means, said } = MOVES[to]

  async function move() {
    setAttempt((count) => count + 1)
    try {
      await moving.mutateAsync({ request_id, year, to, steps: steps.length, note })
      toast(said)
      await refreshYears()
    } catch (error) {
      setProblems(problemsOf(error))
    }
  }

  return (
    <Panel title="What comes next">
      <div className="year-next">
        <ErrorSummary problems={problems} attempt={attempt} />
        <p>{means}</p>
        <TextArea
          label="Note"
          optional
          id="note"
          rows={2}
          value={note}
          maxLength={1000}
          onChange={(event) => setNote(event.target.value)}
        />
        <div className="cluster">
          <Button look="filled" busy={moving.isPending ? 'Saving' : undefined} onClick={() => void move()}>
            {words}
          </Button>
        </div>
      </div>
    </Panel>
  )
}

function SignOffStep({ standing }: { standing: Standing }) {
  const [asking, setAsking] = useState(false)
  return (
    <Panel title="What comes next">
      <div className="year-next">
        {standing.has_ended ? (
          <>
            <p>A manager signs the year off: its figures and their lists are copied, and the copy never changes.</p>
            <div className="cluster">
              <Button look="filled" onClick={() => setAsking(true)}>
                Sign off {standing.year}
              </Button>
            </div>
          </>
        ) : (
          <p>The year can be signed off once it has ended.</p>
        )}
      </div>
      {asking && <SignOffDialog standing={standing} onClose={() => setAsking(false)} />}
    </Panel>
  )
}
