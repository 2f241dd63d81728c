import { type AgreementAnswer, AnswerPlan } from '@hubline/domain/skills-reviews/agree-plan.ts'
import { showDay, todayInLondon } from '@hubline/domain/day.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { client, trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemOf, problemsOf } from '../problem.ts'
import { Door } from '../staff/door.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorSummary, type FormProblem } from '../ui/error-summary.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { TextArea, TextField } from '../ui/text-field.tsx'
import { DocumentSheet } from './client-document.tsx'
import './plan-by-link.css'

const route = getRouteApi('/plan/$token')

/** The plan as its client reads it, without an account: agree, or say what should change. */
export function PlanByLinkPage() {
  const { token } = route.useParams()
  const { data, error, refetch } = useQuery(trpc.plans.byLink.queryOptions({ token }, { staleTime: 0 }))
  if (!data && error)
    return (
      <Door title="This link does not open a plan" lead={problemOf(error).sentence}>
        <p>Write to the people who sent it, and they send you a new one.</p>
      </Door>
    )
  if (!data)
    return (
      <Door title="Your training plan">
        <Skeleton lines={10} height="60vh" />
      </Door>
    )
  const { answered } = data
  const settled = answered?.is_of_this_plan === true && answered.answer === 'agreed'
  return (
    <div className="plan-door">
      <Door title={data.document.title} lead={data.document.hub}>
        {answered && <Answered answered={answered} />}
        <DocumentSheet document={data.document} heading={false} />
        {!settled && <AnswerForm token={token} mark={data.mark} onDone={() => void refetch()} />}
      </Door>
    </div>
  )
}

type ByLink = Awaited<ReturnType<typeof client.plans.byLink.query>>

function Answered({ answered }: { answered: NonNullable<ByLink['answered']> }) {
  const { answer, said_by, at, is_of_this_plan } = answered
  return (
    <p className="plan-answered" role="status">
      <b>
        {said_by} {answer === 'agreed' ? 'agreed to the plan' : 'asked for changes'} on{' '}
        {showDay(todayInLondon(new Date(at)))}.
      </b>{' '}
      {answer === 'agreed'
        ? is_of_this_plan
          ? 'Nothing more is needed from you.'
          : 'It was changed since: read it again and answer once more.'
        : 'We come back to you.'}
    </p>
  )
}

function AnswerForm({ token, mark, onDone }: { token: string; mark: string; onDone: () => void }) {
  const [answer, setAnswer] = useState<AgreementAnswer>('agreed')
  const [said_by, setSaidBy] = useState('')
  const [note, setNote] = useState('')
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [attempt, setAttempt] = useState(0)
  const [busy, setBusy] = useState(false)
  const [request_id, setRequest] = useState(newId)
  const errorOf = (field: string) => problems.find((one) => one.field === field)?.sentence

  async function send() {
    setAttempt((count) => count + 1)
    const read = AnswerPlan.safeParse({ token, request_id, mark, answer, said_by, note })
    if (!read.success)
      return setProblems(read.error.issues.map(({ path, message }) => ({ field: path.join('.'), sentence: message })))
    setBusy(true)
    try {
      await client.plans.answer.mutate(read.data)
      setProblems([])
      setRequest(newId())
      onDone()
    } catch (fault) {
      setProblems(problemsOf(fault))
      setRequest(newId())
      if (problemOf(fault).code === 'stale') onDone()
    } finally {
      setBusy(false)
    }
  }

  return (
    <form
      noValidate
      className="stack no-print"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void send()
      }}
    >
      <h2>Your answer</h2>
      <ErrorSummary problems={problems} attempt={attempt} />
      <Segmented
        label="The plan"
        hideLabel
        segments={[
          { value: 'agreed', words: 'I agree' },
          { value: 'changes_asked', words: 'Please change' },
        ]}
        value={answer}
        onChange={setAnswer}
      />
      <TextField
        id="said_by"
        label="Your name"
        autoComplete="name"
        value={said_by}
        error={errorOf('said_by')}
        onChange={({ target }) => setSaidBy(target.value)}
      />
      <TextArea
        id="note"
        label={answer === 'agreed' ? 'Anything to add' : 'What should change'}
        optional={answer === 'agreed'}
        maxLength={2000}
        value={note}
        error={errorOf('note')}
        onChange={({ target }) => setNote(target.value)}
      />
      <div>
        <Button type="submit" look="filled" icon="check" busy={busy ? 'Sending' : undefined}>
          {answer === 'agreed' ? 'Agree to this plan' : 'Send'}
        </Button>
      </div>
    </form>
  )
}
