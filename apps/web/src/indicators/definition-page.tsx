import { PACKS } from '@hubline/domain/indicators/definition.ts'
import { showDay } from '@hubline/domain/day.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useCallback, useEffect, useRef, useState } from 'react'
import { trpc } from '../api.ts'
import { PageError } from '../shell/page-states.tsx'
import { Page } from '../shell/page.tsx'
import { useMay, useMe } from '../staff/me.ts'
import { Panel } from '../ui/panel.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { showInstantDay } from '../years/standing.ts'
import { WholeDefinition } from './definition.tsx'
import { DefinitionForm } from './definition-form.tsx'
import './definition-page.css'
import type { OneDefinition } from './one-definition.ts'

const route = getRouteApi('/hub/definitions/$key')

/** One definition: what it says, every version of it, and where a manager says it differently. */
export function DefinitionPage() {
  const { key } = route.useParams()
  const { hub } = useMe()
  const may_publish = useMay('definition:publish')
  const { data, error, refetch } = useQuery(trpc.indicators.definition.queryOptions({ key }))
  const [{ forms, published }, setForms] = useState({ forms: 0, published: 0 })
  const follow = useCallback(
    (is_own: boolean) =>
      setForms((now) => ({ forms: now.forms + 1, published: is_own ? now.published + 1 : now.published })),
    [],
  )
  if (!data && error) return <PageError error={error} reset={() => void refetch()} />
  return (
    <Page
      title={data?.title ?? 'What counts'}
      hub={hub.name}
      note={<Link to="/definitions">All definitions{data && `: ${PACKS[data.pack]}`}</Link>}
    >
      {data ? (
        <>
          <Panel title="What counts today">
            <WholeDefinition definition={{ ...data.present, key }} />
          </Panel>
          <Versions definition={data} published={published} />
          {may_publish && <DefinitionForm key={`${key} ${forms}`} definition={data} onFollow={follow} />}
        </>
      ) : (
        <Skeleton lines={9} height="60vh" />
      )}
    </Page>
  )
}

/** `published` counts what was published from this page: each time the focus goes to the newest version. */
function Versions({ definition: { versions }, published }: { definition: OneDefinition; published: number }) {
  const newest = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (published > 0) newest.current?.focus()
  }, [published])
  return (
    <Panel title="Versions" note="A signed-off year keeps the version that it was signed off with.">
      <ol role="list" className="definition-versions">
        {versions.map(({ version, words, from_on, from_year, reason, published_at, published_by }, at) => (
          <li key={version}>
            <h3 ref={at === 0 ? newest : undefined} tabIndex={-1}>
              Version {version}
              {from_year ? `, counts ${from_year} and later` : ', as Hubline brings it'}
            </h3>
            <p>{words}</p>
            {from_on && published_at && (
              <p className="quiet small">
                From {showDay(from_on)}. {reason} Published by {published_by} on {showInstantDay(published_at)}.
              </p>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  )
}
