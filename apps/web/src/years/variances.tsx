import { type Variance, ExplainYear } from '@hubline/domain/years/variance.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { type FormEvent, useState } from 'react'
import { trpc } from '../api.ts'
import { figureInWords, showFigure } from '../indicators/show-figure.ts'
import { newId } from '../new-id.ts'
import { problemsOf } from '../problem.ts'
import { useMay } from '../staff/me.ts'
import { Button } from '../ui/button.tsx'
import { ErrorSummary, type FormProblem } from '../ui/error-summary.tsx'
import { Panel } from '../ui/panel.tsx'
import { TextArea } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import { refreshYears } from './standing.ts'

type Far = inferOutput<typeof trpc.years.variances>['figures'][number]

/** The headlines that are far from last year or from their target, with the explanation that each needs. */
export function Variances({ year }: { year: string }) {
  const may_close = useMay('year:close')
  const { data } = useQuery(trpc.years.variances.queryOptions({ year }))
  if (!data || data.figures.length === 0) return null
  const mark = data.figures.map(({ key, explanation }) => `${key} ${explanation?.version ?? 0}`).join(' ')
  return (
    <Panel title="What has to be explained">
      <div className="year-next">
        <p>
          Headlines that differ by more than 5% from the year before or from their target. What is said here is signed
          off with the figure.
        </p>
        {may_close ? (
          <Explain key={mark} year={year} figures={data.figures} />
        ) : (
          <ul role="list" className="year-steps">
            {data.figures.map((far) => (
              <li key={far.key}>
                <Differs far={far} />
                <p>{far.explanation?.words ?? 'Not explained yet'}</p>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Panel>
  )
}

function Differs({ far: { title, unit, value, variances } }: { far: Far }) {
  return (
    <p>
      <b>{title}</b>: {figureInWords(unit, value)},{' '}
      {variances.map((variance) => differenceInWords(unit, variance)).join(', ')}
    </p>
  )
}

const differenceInWords = (unit: Far['unit'], { from, base, percent }: Variance): string =>
  `${Math.abs(percent)}% ${percent > 0 ? 'above' : 'below'} ${from === 'target' ? 'the target' : 'last year'} of ${showFigure(unit, base)}`

function Explain({ year, figures }: { year: string; figures: readonly Far[] }) {
  const explaining = useMutation(trpc.years.explain.mutationOptions())
  const [request_id] = useState(newId)
  const [said, setSaid] = useState<Readonly<Record<string, string>>>({})
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [attempt, setAttempt] = useState(0)

  async function keep(event: FormEvent) {
    event.preventDefault()
    setAttempt((count) => count + 1)
    const explanations = figures.flatMap(({ key, explanation }) => {
      const words = said[key]?.trim()
      const is_new = words && words !== explanation?.words
      return is_new ? [{ key, version: explanation?.version ?? 0, words }] : []
    })
    const read = ExplainYear.safeParse({ request_id, year, explanations })
    if (!read.success) return setProblems(read.error.issues.map(({ message }) => ({ sentence: message })))
    try {
      await explaining.mutateAsync(read.data)
      toast('The explanations are kept')
      await refreshYears()
    } catch (error) {
      setProblems(problemsOf(error))
    }
  }

  return (
    <form noValidate onSubmit={(event) => void keep(event)} className="year-form">
      <ErrorSummary problems={problems} attempt={attempt} />
      {figures.map((far) => (
        <div key={far.key}>
          <Differs far={far} />
          <TextArea
            label={`Why: ${far.title}`}
            hideLabel
            id={`why-${far.key}`}
            rows={2}
            maxLength={1000}
            value={said[far.key] ?? far.explanation?.words ?? ''}
            onChange={({ target }) => setSaid((now) => ({ ...now, [far.key]: target.value }))}
          />
          {far.explanation?.by && <p className="quiet small">Written by {far.explanation.by}</p>}
        </div>
      ))}
      <div className="cluster">
        <Button type="submit" busy={explaining.isPending ? 'Saving' : undefined}>
          Keep the explanations
        </Button>
      </div>
    </form>
  )
}
