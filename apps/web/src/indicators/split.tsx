import { LEAST_BEHIND } from '@hubline/domain/held-back.ts'
import { type Dimension, DIMENSIONS } from '@hubline/domain/indicators/dimensions.ts'
import type { WhyHeldBack } from '@hubline/domain/indicators/parts-held-back.ts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { trpc } from '../api.ts'
import { problemsOf } from '../problem.ts'
import { BarList } from '../ui/bar-list.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import type { List } from './list.ts'
import type { ListQuestion } from './list-question.ts'
import { dimensionName, partName } from './part-name.ts'
import { figureInWords, rowsOf } from './show-figure.ts'

/** The whole figure split by one thing at a time; each part opens its list. What it is split by stands in the address. */
export function Split({ list, question }: { list: List; question: ListQuestion }) {
  const navigate = useNavigate()
  const by = list.dimensions.find((dimension) => dimension === question.split)
  const ask = (split: string | undefined) =>
    void navigate({
      to: '.',
      search: ((now: object) => ({ ...now, split })) as never,
      replace: by !== undefined,
      resetScroll: false,
    })
  return (
    <section aria-label="Split" className="figure-split">
      <div className="list-filter-fields no-print">
        <SelectField
          label="Split by"
          value={by ?? ''}
          none="Nothing"
          choices={list.dimensions.map((value) => ({ value, words: DIMENSIONS[value] }))}
          onChange={(event) => ask(event.target.value || undefined)}
        />
      </div>
      {by && <Parts list={list} by={by} as_at={question.as_at} />}
    </section>
  )
}

function Parts({ list, by, as_at }: { list: List; by: Dimension; as_at: string | undefined }) {
  const { key, year, unit } = list
  const { data, error } = useQuery(trpc.indicators.split.queryOptions({ key, year, as_at, by }))
  if (error) return <p className="quiet">{problemsOf(error)[0]?.sentence}</p>
  if (!data) return <Skeleton lines={4} height="140px" />
  if (data.parts.length === 0) return <p className="quiet">There is nothing to split yet.</p>
  const nouns = rowsOf(unit)
  return (
    <>
      <p className="quiet small">
        {`${nouns[0]?.toUpperCase() ?? ''}${nouns.slice(1)} of the whole figure by ${dimensionName(by).toLowerCase()}. `}
        {data.overlaps && 'One may stand in several parts: do not add them up. '}
        {publishedOf(data)}
      </p>
      <BarList
        rows={data.parts.map(({ part, name, units, value, held_back }) => ({
          key: part,
          words: name ?? partName(by, part),
          value: units,
          note: nouns === unit ? undefined : figureInWords(unit, value),
          mark: held_back && !data.nothing_shown ? WHY_HELD_BACK[held_back] : undefined,
          change: { [by]: part, after: undefined, dropped: undefined },
        }))}
      />
    </>
  )
}

const WHY_HELD_BACK: Readonly<Record<WhyHeldBack, string>> = {
  few: `Fewer than ${LEAST_BEHIND}: held back in what is published`,
  made_by_one_or_two: 'One or two make nearly all of it: held back in what is published',
  with_another: 'Held back in what is published, or another part would follow from it',
}

/** What others get of this split, in the breakdowns of the year's pack. */
function publishedOf({ nothing_shown, parts }: { nothing_shown: boolean; parts: readonly { held_back: unknown }[] }) {
  if (nothing_shown) return 'There are too few to publish any part of this split: it is held back whole.'
  return (
    parts.some(({ held_back }) => held_back) &&
    'You see exact numbers; the year’s pack leaves out those that are marked.'
  )
}
