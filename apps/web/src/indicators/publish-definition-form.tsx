import { type Day, showDay } from '@hubline/domain/day.ts'
import type { DefinitionChange } from '@hubline/domain/indicators/change-definition.ts'
import { firstDay, nextYear, type Year, yearOf } from '@hubline/domain/years/year.ts'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemsOf } from '../problem.ts'
import { Button } from '../ui/button.tsx'
import { DateField } from '../ui/date-field.tsx'
import { ErrorSummary, type FormProblem, problemAt } from '../ui/error-summary.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { TextArea } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import { useToday } from '../ui/use-today.ts'
import { refreshYears } from '../years/standing.ts'
import type { OneDefinition } from './one-definition.ts'
import type { Publishing } from './publishing.ts'

type Props = {
  definition: OneDefinition
  change: DefinitionChange
  own_title: string | undefined
  /** The figures that move with it, itself first. */
  moves: readonly string[]
  publishing: Publishing
  onPublishing: (publishing: Publishing) => void
  onPublished: () => Promise<void>
}

/** From when, counted in which year, and why: a version is published once, and never changed. */
export function PublishDefinitionForm({ moves, ...props }: Props) {
  const { definition, own_title } = props
  const called = own_title === undefined ? `version ${definition.newest + 1}` : `“${own_title}”`
  const form = usePublishing(props)
  const { from_on, years, from_year } = form
  return (
    <section aria-label="Publish" className="stack">
      <h3>Publish it as {called}</h3>
      <ErrorSummary problems={form.problems} attempt={form.attempt} />
      <DateField
        label="It applies from"
        id="from_on"
        hint="Like 01/04/2027. Signed-off years keep their version."
        value={from_on}
        error={problemAt(form.problems, 'from_on')}
        today={useToday()}
        leaning="future"
        onChange={form.setFromOn}
      />
      {from_on && years.length > 1 && (
        <Segmented
          label={`${showDay(from_on)} lies within ${years[0]}. A year is counted by one version: from which year on is it this one?`}
          id="from_year"
          segments={years.map((year, at) => ({
            value: year,
            words: at === 0 ? `The whole of ${year}` : `From ${year} on`,
          }))}
          value={from_year}
          error={problemAt(form.problems, 'from_year')}
          onChange={form.setFromYear}
        />
      )}
      {from_on && years.length === 1 && <p className="quiet">It counts {from_year} and later years.</p>}
      <TextArea
        label={own_title === undefined ? 'Why it is counted differently' : 'Why the hub counts it'}
        id="reason"
        rows={2}
        maxLength={1000}
        error={problemAt(form.problems, 'reason')}
        value={form.reason}
        onChange={(event) => form.setReason(event.target.value)}
      />
      {moves.length > 1 && <p className="quiet">With it move: {moves.slice(1).join('; ')}.</p>}
      <div className="cluster">
        <Button look="filled" busy={form.publishing ? 'Publishing' : undefined} onClick={() => void form.publish()}>
          {own_title === undefined ? `Publish version ${definition.newest + 1}` : 'Publish your own indicator'}
        </Button>
      </div>
    </section>
  )
}

function usePublishing({
  definition: { key, newest },
  change,
  own_title,
  publishing: typed,
  onPublishing,
  onPublished,
}: Omit<Props, 'moves'>) {
  const navigate = useNavigate()
  const publishing = useMutation(trpc.indicators.publishDefinition.mutationOptions())
  const [request_id, setRequestId] = useState(newId)
  const { from_on, from_year: chosen, reason } = typed
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [attempt, setAttempt] = useState(0)
  const starts = from_on && yearOf(from_on)
  const years = !starts ? [] : from_on === firstDay(starts) ? [starts] : [starts, nextYear(starts)]
  const from_year = years.length === 1 ? years[0] : years.find((year) => year === chosen)

  async function publish() {
    setAttempt((count) => count + 1)
    const missing: FormProblem[] = [
      ...(from_on ? [] : [{ field: 'from_on', sentence: 'Enter the day from which it applies' }]),
      ...(from_on && !from_year
        ? [{ field: 'from_year', sentence: 'Choose the first year that is counted by it' }]
        : []),
      ...(reason.trim()
        ? []
        : [
            {
              field: 'reason',
              sentence: own_title === undefined ? 'Say why it is counted differently' : 'Say why the hub counts it',
            },
          ]),
    ]
    setProblems(missing)
    if (missing.length > 0 || !from_on || !from_year) return
    try {
      const asked = { request_id, key, version: newest, change, own_title, from_on, from_year, reason }
      const { versions } = await publishing.mutateAsync(asked)
      await onPublished()
      toast(own_title === undefined ? `Version ${newest + 1} is published` : `“${own_title}” is published`)
      const [published] = versions
      if (own_title !== undefined && published)
        await navigate({ to: '/definitions/$key', params: { key: published.key } })
      await Promise.all([refreshYears(), queryClient.invalidateQueries({ queryKey: trpc.indicators.pathKey() })])
    } catch (error) {
      setRequestId(newId())
      setProblems(problemsOf(error))
      await queryClient.invalidateQueries(trpc.indicators.definition.queryFilter({ key }))
    }
  }

  return {
    from_on,
    setFromOn: (day: Day | undefined) => onPublishing({ ...typed, from_on: day }),
    years,
    from_year,
    setFromYear: (year: Year) => onPublishing({ ...typed, from_year: year }),
    reason,
    setReason: (text: string) => onPublishing({ ...typed, reason: text }),
    problems,
    attempt,
    publishing: publishing.isPending,
    publish,
  }
}
