import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { trpc } from '../api.ts'
import type { Client } from '../businesses/client.ts'
import { ClientLink } from '../businesses/client-link.tsx'
import { problemsOf } from '../problem.ts'
import { Page } from '../shell/page.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Panel } from '../ui/panel.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { useShortcut } from '../ui/shortcuts.ts'
import { useHeadingNext } from '../ui/use-heading-next.ts'
import { CompareFields, type Field, type Side } from './compare-fields.tsx'
import { MergePreview } from './merge-preview.tsx'
import { MergedAlready } from './merged-already.tsx'
import { useDifferent } from './use-different.ts'
import { useMerge } from './use-merge.ts'
import './duplicates.css'

const route = getRouteApi('/hub/duplicates/$kind/$one/$other')

/** Facts that only the other has: taken over unless somebody says otherwise. */
const blanks = (survivor: Side, other: Side): ReadonlySet<string> =>
  new Set(Object.keys(other.facts).filter((field) => survivor.facts[field] === null && other.facts[field] !== null))

/** Two records side by side: which remains, which facts hold, what would move; then merged, or said to be two. */
export function ComparePage() {
  const { kind: asked, one, other } = route.useParams()
  const kind: Client['kind'] = asked === 'person' ? 'person' : 'business'
  const { data } = useSuspenseQuery(trpc.duplicates.compare.queryOptions({ kind, one, other }))
  const sides = [data.first, data.second]
  const stand = sides.every(({ part_of, is_void }) => part_of === null && !is_void)
  return (
    <Page
      title={`${data.first.name} and ${data.second.name}`}
      note={
        <>
          {sides.map(({ id, reference }) => (
            <ClientLink key={id} client={{ kind, reference }}>
              {reference}
            </ClientLink>
          ))}
          <Link to="/duplicates" search={{ kind }}>
            All duplicates
          </Link>
        </>
      }
    >
      {stand ? (
        <Compare key={sides.map(({ id }) => id).join(' ')} kind={kind} {...data} />
      ) : (
        <MergedAlready kind={kind} sides={sides} />
      )}
    </Page>
  )
}

type Props = { kind: Client['kind']; first: Side; second: Side; fields: Field[] }

function Compare({ kind, first, second, fields }: Props) {
  const navigate = useNavigate()
  useHeadingNext()
  const [remains, setRemains] = useState(first.reference)
  const [survivor, gone] = remains === first.reference ? [first, second] : [second, first]
  const [take, setTake] = useState(() => blanks(first, second))
  const [attempt, setAttempt] = useState(0)
  const { say, isSaying } = useDifferent(kind, () => void navigate({ to: '/duplicates', search: { kind } }))
  const merging = useMerge()
  const form = {
    kind,
    survivor_id: survivor.id,
    survivor_version: survivor.version,
    merged_id: gone.id,
    merged_version: gone.version,
    take: [...take],
  }
  function merge() {
    setAttempt(attempt + 1)
    merging.merge(form)
  }
  useShortcut({ keys: 'm', words: 'Merge these two', where: 'Duplicates', run: merge })
  useShortcut({ keys: 'd', words: 'They are different', where: 'Duplicates', run: () => say(first.id, second.id) })
  return (
    <>
      <ErrorSummary
        problems={
          merging.error ? problemsOf(merging.error).map(({ sentence }) => ({ sentence, field: undefined })) : []
        }
        attempt={attempt}
      />
      <Segmented
        label="Which record remains?"
        value={remains}
        segments={[first, second].map(({ reference, name }) => ({ value: reference, words: `${name}, ${reference}` }))}
        onChange={(reference) => {
          setRemains(reference)
          setTake(reference === first.reference ? blanks(first, second) : blanks(second, first))
        }}
      />
      <Panel title="Where they differ">
        <CompareFields
          fields={fields}
          survivor={survivor}
          other={gone}
          take={take}
          onTake={(field, takes) => {
            const next = new Set(take)
            if (takes) next.add(field)
            else next.delete(field)
            setTake(next)
          }}
        />
      </Panel>
      <MergePreview form={form} />
      <div className="cluster">
        <Button look="filled" icon="swap" keys="M" busy={merging.isPending ? 'Merging' : undefined} onClick={merge}>
          Merge into {survivor.reference}
        </Button>
        <Button keys="D" busy={isSaying(first.id) ? 'Saving' : undefined} onClick={() => say(first.id, second.id)}>
          Not the same
        </Button>
      </div>
    </>
  )
}
