import type { DefinitionChange } from '@hubline/domain/indicators/change-definition.ts'
import { useQuery } from '@tanstack/react-query'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { type Problem, problemsOf } from '../problem.ts'
import { Button } from '../ui/button.tsx'
import { ErrorSummary, type FormProblem } from '../ui/error-summary.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import type { OneDefinition } from './one-definition.ts'
import { type Asked, MovedUnits } from './moved-units.tsx'
import { PublishDefinitionForm } from './publish-definition-form.tsx'
import type { Publishing } from './publishing.ts'
import { countOf, figureInWords, rowsOf } from './show-figure.ts'

type Effects = inferOutput<typeof trpc.indicators.definitionEffect>
type Props = {
  definition: OneDefinition
  change: DefinitionChange
  /** The title of an indicator of the hub's own, where the change becomes one. */
  own_title: string | undefined
  publishing: Publishing
  onPublishing: (publishing: Publishing) => void
  onPublished: () => Promise<void>
}

/** Of what is asked for the effect, the title alone is a field by that name. */
const onPage = ({ sentence, field }: Problem): FormProblem =>
  field === 'own_title' ? { sentence, field } : { sentence }

/** What a change would do to the last three years, with the lists behind it; then its publishing. */
export function Effect({ definition, change, own_title, ...publish }: Props) {
  const { key } = definition
  const { data, error } = useQuery(
    trpc.indicators.definitionEffect.queryOptions({ key, change, own_title }, { staleTime: 0, retry: false }),
  )
  const [list, setList] = useState<Asked>()
  if (error) return <ErrorSummary problems={problemsOf(error).map(onPage)} />
  if (!data) return <Skeleton lines={6} height="220px" />
  return (
    <div className="effects">
      {data.figures.map((figure) => (
        <FigureEffect key={figure.key} figure={figure} is_own={own_title !== undefined} onList={setList} />
      ))}
      {list && <MovedUnits key={JSON.stringify(list)} change={{ key, change, own_title }} asked={list} />}
      <PublishDefinitionForm
        definition={definition}
        change={change}
        own_title={own_title}
        moves={data.figures.map(({ title }) => title)}
        {...publish}
      />
    </div>
  )
}

type FigureProps = { figure: Effects['figures'][number]; is_own: boolean; onList: (asked: Asked) => void }

function FigureEffect({ figure: { key, title, unit, words, years, is_empty }, is_own, onList }: FigureProps) {
  const list = (year: string, which: 'in' | 'out', units: number) =>
    units === 0 ? (
      'none'
    ) : (
      <Button size="small" onClick={() => onList({ of: key, title, year, which })}>
        {countOf(units, rowsOf(unit))}
        <span className="visually-hidden">
          {which === 'in' ? ' in' : ' out'} in {year}: show the list
        </span>
      </Button>
    )
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <p className="measure">{words}</p>
      {is_empty && (
        <p className="effect-warning" role="status">
          So, nothing would have counted in any of these years. Look once more at the days, statuses and rules before
          you publish it.
        </p>
      )}
      <div className="effect-table" role="region" aria-label={`Effect on ${title}`} tabIndex={0}>
        <table className="figures">
          <caption className="visually-hidden">{title}: the last three years by both versions</caption>
          <thead>
            <tr>
              <th scope="col">Year</th>
              <th scope="col">{is_own ? 'As copied' : 'Now'}</th>
              <th scope="col">{is_own ? 'Your own' : 'Then'}</th>
              <th scope="col">Come in</th>
              <th scope="col">Go out</th>
            </tr>
          </thead>
          <tbody>
            {years.map(({ year, now, next, units_in, units_out }) => (
              <tr key={year}>
                <th scope="row">{year}</th>
                <td>{figureInWords(unit, now)}</td>
                <td>
                  <b>{figureInWords(unit, next)}</b>
                </td>
                <td>{list(year, 'in', units_in)}</td>
                <td>{list(year, 'out', units_out)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
