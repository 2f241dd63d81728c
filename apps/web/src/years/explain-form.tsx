import { ExplainYear } from '@hubline/domain/years/variance.ts'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemsOf } from '../problem.ts'
import { useMe } from '../staff/me.ts'
import { Button } from '../ui/button.tsx'
import { ErrorSummary, type FormProblem } from '../ui/error-summary.tsx'
import { TextArea } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import { useFormDraft } from '../ui/use-form-draft.tsx'
import { type Typed, cameMeanwhile, toKeep, withWords, wordsIn } from './explanations-typed.ts'
import { type Far, FarOff } from './far-off.tsx'
import { refreshYears } from './standing.ts'

type Props = { year: string; figures: readonly Far[] }

/** Why each figure is far off: what is typed outlives a reload, and whatever others write meanwhile. */
export function ExplainForm({ year, figures }: Props) {
  const form = useExplaining(year, figures)
  return (
    <form noValidate onSubmit={(event) => void form.keep(event)} className="year-form">
      {form.offer}
      <ErrorSummary problems={form.problems} attempt={form.attempt} />
      {figures.map((far) => (
        <div key={far.key}>
          <FarOff far={far} />
          <TextArea
            label={`Why: ${far.title}`}
            hideLabel
            id={`why-${far.key}`}
            rows={2}
            maxLength={1000}
            value={wordsIn(far, form.typed)}
            onChange={({ target }) => form.type(far, target.value)}
          />
          <WrittenBy far={far} typed={form.typed} />
        </div>
      ))}
      <div className="cluster">
        <Button type="submit" busy={form.saving ? 'Saving' : undefined}>
          Keep the explanations
        </Button>
      </div>
    </form>
  )
}

function WrittenBy({ far, typed }: { far: Far; typed: Typed }) {
  const other = cameMeanwhile(far, typed)
  if (other)
    return (
      <p className="small" role="status">
        {other.by ?? 'Somebody else'} wrote meanwhile: “{other.words}”. Yours takes its place when you keep it.
      </p>
    )
  return far.explanation?.by && <p className="quiet small">Written by {far.explanation.by}</p>
}

function useExplaining(year: string, figures: readonly Far[]) {
  const { adviser_id } = useMe()
  const explaining = useMutation(trpc.years.explain.mutationOptions())
  const [request_id, setRequestId] = useState(newId)
  const [typed, setTyped] = useState<Typed>({})
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [attempt, setAttempt] = useState(0)
  const reset = () => setTyped({})
  const draft = useFormDraft({ name: `explain:${year}:${adviser_id}`, filled: typed, put: setTyped, onClose: reset })

  function type(far: Far, words: string) {
    setTyped((now) => withWords(far, now, words))
    setRequestId(newId())
  }

  async function keep(event: FormEvent) {
    event.preventDefault()
    if (explaining.isPending) return
    setAttempt((count) => count + 1)
    const read = ExplainYear.safeParse({ request_id, year, explanations: toKeep(figures, typed) })
    if (!read.success) return setProblems(read.error.issues.map(({ message }) => ({ sentence: message })))
    setProblems([])
    try {
      await explaining.mutateAsync(read.data)
      await draft.forget()
      toast('The explanations are kept')
      await refreshYears()
      reset()
    } catch (error) {
      setRequestId(newId())
      setProblems(problemsOf(error))
      await refreshYears()
    }
  }

  return { typed, type, keep, problems, attempt, saving: explaining.isPending, offer: draft.offer }
}
