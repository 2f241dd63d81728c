import { PACKS, type Pack } from '@hubline/domain/indicators/definition.ts'
import { yearOf } from '@hubline/domain/years/year.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '../api.ts'
import { ProgrammesPanel } from '../programmes/programmes-panel.tsx'
import { PageError } from '../shell/page-states.tsx'
import { Page } from '../shell/page.tsx'
import { useMay, useMe } from '../staff/me.ts'
import { Button } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Tag } from '../ui/tag.tsx'
import { useToday } from '../ui/use-today.ts'
import { findOpeningYear } from '../years/board-query.ts'
import { WholeDefinition } from './definition.tsx'
import './definitions.css'
import './units-page.css'

/** The packs that the hub is counted by: a framework stands there where a programme is reported under it. */
const packsOf = (definitions: readonly { pack: Pack }[]): Pack[] =>
  (Object.keys(PACKS) as Pack[]).filter((pack) => definitions.some((definition) => definition.pack === pack))

/** Every definition in words, pack by pack: what a manager can show an auditor. */
export function DefinitionsPage() {
  const { hub } = useMe()
  const { data, error, refetch } = useQuery(trpc.indicators.definitions.queryOptions())
  const opening = useQuery({ queryKey: ['opening year'], queryFn: findOpeningYear })
  const today = useToday()
  const may_publish = useMay('definition:publish')
  const year = opening.data ?? yearOf(today)
  if (!data && error) return <PageError error={error} reset={() => void refetch()} />
  return (
    <Page
      title="What counts"
      hub={hub.name}
      note={data && `${data.length} definitions, as they count ${yearOf(today)}`}
      actions={
        <Button icon="print" onClick={() => print()} disabled={!data}>
          Print
        </Button>
      }
    >
      <p>
        Each figure is counted by one definition. The words here and the count are made from the same definition, so
        they cannot differ.
      </p>
      {data ? (
        packsOf(data).map((pack) => (
          <Panel key={pack} title={PACKS[pack]}>
            <div className="definitions">
              {data
                .filter((definition) => definition.pack === pack)
                .map((definition) => (
                  <article key={definition.key} id={definition.key}>
                    <header>
                      <h3>{definition.title}</h3>
                      {definition.in_area && <Tag>In the area only</Tag>}
                      {definition.from_year && <Tag tone="info">Counts from {definition.from_year}</Tag>}
                      {definition.version > 1 && <Tag tone="info">Version {definition.version}</Tag>}
                      <Link to="/definitions/$key" params={{ key: definition.key }} className="small no-print">
                        {may_publish ? 'Versions, change or copy it' : 'Versions'}
                        <span className="visually-hidden">: {definition.title}</span>
                      </Link>
                      <Link to="/year/$year/$key" params={{ year, key: definition.key }} className="small no-print">
                        The list for {year}
                        <span className="visually-hidden">: {definition.title}</span>
                      </Link>
                    </header>
                    <WholeDefinition definition={definition} />
                  </article>
                ))}
            </div>
          </Panel>
        ))
      ) : (
        <Skeleton lines={9} height="60vh" />
      )}
      <ProgrammesPanel />
    </Page>
  )
}
