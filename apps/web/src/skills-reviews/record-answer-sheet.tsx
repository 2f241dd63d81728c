import { type AgreementAnswer, RecordAgreement } from '@hubline/domain/skills-reviews/agree-plan.ts'
import { useState } from 'react'
import { client, queryClient } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemsOf } from '../problem.ts'
import { Button } from '../ui/button.tsx'
import { Sheet } from '../ui/dialog.tsx'
import { ErrorSummary, type FormProblem } from '../ui/error-summary.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { TextArea, TextField } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import type { PlanPageShown } from './plan-words.ts'
import type { Plan } from './use-plan.ts'

/** What a client said to a broker about the plan, and who said it. */
export function RecordAnswerSheet({ plan, page, onClose }: { plan: Plan; page: PlanPageShown; onClose: () => void }) {
  const [way, setWay] = useState<'telephone' | 'in_person' | 'email'>('telephone')
  const [answer, setAnswer] = useState<AgreementAnswer>('agreed')
  const [said_by, setSaidBy] = useState(page.contact?.name ?? '')
  const [note, setNote] = useState('')
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [attempt, setAttempt] = useState(0)
  const [busy, setBusy] = useState(false)
  const [request_id] = useState(newId)
  const errorOf = (field: string) => problems.find((one) => one.field === field)?.sentence

  async function record() {
    setAttempt((count) => count + 1)
    const read = RecordAgreement.safeParse({ request_id, skills_review_id: plan.review_id, way, answer, said_by, note })
    if (!read.success)
      return setProblems(read.error.issues.map(({ path, message }) => ({ field: path.join('.'), sentence: message })))
    setBusy(true)
    try {
      await plan.run(() => Promise.resolve())
      await client.plans.recordAgreement.mutate(read.data)
      await queryClient.invalidateQueries()
      toast(answer === 'agreed' ? 'Plan agreed' : 'Changes noted')
      onClose()
    } catch (fault) {
      setProblems(problemsOf(fault))
    } finally {
      setBusy(false)
    }
  }

  return (
    <Sheet
      title="Record an answer"
      open
      onClose={onClose}
      foot={
        <>
          <Button look="filled" icon="check" busy={busy ? 'Saving' : undefined} onClick={() => void record()}>
            Save
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <ErrorSummary problems={problems} attempt={attempt} />
      <Segmented
        label="What they said"
        segments={[
          { value: 'agreed', words: 'Agreed' },
          { value: 'changes_asked', words: 'Please change' },
        ]}
        value={answer}
        onChange={setAnswer}
      />
      <TextField
        id="said_by"
        label="Who said it"
        value={said_by}
        error={errorOf('said_by')}
        onChange={({ target }) => setSaidBy(target.value)}
      />
      <Segmented
        label="How"
        segments={[
          { value: 'telephone', words: 'Telephone' },
          { value: 'in_person', words: 'In person' },
          { value: 'email', words: 'E-mail' },
        ]}
        value={way}
        onChange={setWay}
      />
      <TextArea
        id="note"
        label={answer === 'agreed' ? 'Note' : 'What should change'}
        optional={answer === 'agreed'}
        value={note}
        error={errorOf('note')}
        onChange={({ target }) => setNote(target.value)}
      />
    </Sheet>
  )
}
