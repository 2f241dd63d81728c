import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { oneOf } from '../address.ts'
import { trpc } from '../api.ts'
import type { Client } from '../businesses/client.ts'
import { ClientNotices, ClientSummary } from '../businesses/client-head.tsx'
import { ClientHistory } from '../businesses/client-history.tsx'
import { rememberOpened } from '../businesses/recent-clients.ts'
import { ClientCases } from '../cases/client-cases.tsx'
import { WhyCounted } from '../indicators/why-counted.tsx'
import { ClientTimeline } from '../interactions/client-timeline.tsx'
import { TIMELINE_GROUPS, type TimelineGroup } from '../interactions/timeline-words.ts'
import { QualityLines } from '../data-quality/quality-lines.tsx'
import { ToLookThrough } from '../documents/to-look-through.tsx'
import { useLogSubject } from '../shell/log.tsx'
import { Page } from '../shell/page.tsx'
import { useMay } from '../staff/me.ts'
import { LearningPanel } from '../training/learning-panel.tsx'
import { Button } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { useToday } from '../ui/use-today.ts'
import { ErasureCertificate } from './erasure-certificate.tsx'
import { PersonFacts, type PersonField } from './person-facts.tsx'
import { PersonRoles } from './person-roles.tsx'

const EditPersonSheet = lazy(() =>
  import('./edit-person-sheet.tsx').then((module) => ({ default: module.EditPersonSheet })),
)
const ErasePersonDialog = lazy(() =>
  import('./erase-person.tsx').then((module) => ({ default: module.ErasePersonDialog })),
)
const route = getRouteApi('/hub/p/$reference')
const GROUPS = Object.keys(TIMELINE_GROUPS) as TimelineGroup[]

/** One person: where they work, what is planned, what happened, and what they count in. */
export function PersonPage() {
  const { reference } = route.useParams()
  const search = route.useSearch()
  const { data } = useSuspenseQuery(trpc.people.page.queryOptions({ reference }))
  const today = useToday()
  const maySeeTraining = useMay('training:read')
  const mayChange = useMay('client:change') && data.person.void_reason === null && data.erasure === null
  const leads = useMay('client:erase')
  const mayErase = leads && data.erasure === null && data.merged_into === null
  const [editing, setEditing] = useState<PersonField>()
  const [erasing, setErasing] = useState(false)
  const { person, erasure } = data
  const { id, name } = person
  const client: Client = { kind: 'person', id, reference: person.reference, name }
  useLogSubject(client)
  useEffect(() => rememberOpened({ kind: 'person', id, reference, name }), [id, reference, name])
  return (
    <Page
      key={id}
      title={name}
      note={person.reference}
      actions={
        <>
          {mayErase && <Button onClick={() => setErasing(true)}>Erase</Button>}
          {mayChange && (
            <Button icon="edit" onClick={() => setEditing('given_name')}>
              Edit details
            </Button>
          )}
        </>
      }
    >
      <ClientNotices client={client} {...data} {...person} />
      <QualityLines kind="person" id={id} />
      <ClientSummary {...data} today={today} />
      <div className="client-grid">
        <ClientCases client={client} cases={data.cases} today={today} />
        <div className="client-side">
          {erasure && <ErasureCertificate erasure={erasure} />}
          {erasure && leads && <ToLookThrough person_id={id} />}
          <Panel title="Facts">
            <PersonFacts person={person} onAdd={mayChange ? setEditing : undefined} />
          </Panel>
          <PersonRoles client={client} roles={data.roles} />
          {maySeeTraining && <LearningPanel client={client} />}
          <WhyCounted of={client} current={data.year} asked={search.year} />
          <ClientHistory client={client} />
        </div>
        <ClientTimeline client={client} first={data.timeline} group={oneOf(search, 'kinds', GROUPS)} />
      </div>
      {erasing && (
        <Suspense fallback={null}>
          <ErasePersonDialog person={person} onClose={() => setErasing(false)} />
        </Suspense>
      )}
      {editing && (
        <Suspense fallback={null}>
          <EditPersonSheet person={person} first={editing} today={today} onClose={() => setEditing(undefined)} />
        </Suspense>
      )}
    </Page>
  )
}
