import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { oneOf } from '../address.ts'
import { trpc } from '../api.ts'
import { ClientCases } from '../cases/client-cases.tsx'
import { WhyCounted } from '../indicators/why-counted.tsx'
import { ClientTimeline } from '../interactions/client-timeline.tsx'
import { TIMELINE_GROUPS, type TimelineGroup } from '../interactions/timeline-words.ts'
import { QualityLines } from '../data-quality/quality-lines.tsx'
import { useLogSubject } from '../shell/log.tsx'
import { Page } from '../shell/page.tsx'
import { BusinessReviews } from '../skills-reviews/business-reviews.tsx'
import { useMay } from '../staff/me.ts'
import { LearningPanel } from '../training/learning-panel.tsx'
import { Button } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { useToday } from '../ui/use-today.ts'
import { BookLink } from './book-link.tsx'
import { BusinessFacts, type EditField } from './business-facts.tsx'
import { BusinessFlags } from './business-flags.tsx'
import { BusinessPeople } from './business-people.tsx'
import type { Client } from './client.ts'
import { ClientNotices, ClientSummary } from './client-head.tsx'
import { ClientHistory } from './client-history.tsx'
import { MinimalAssistance } from './minimal-assistance.tsx'
import { rememberOpened } from './recent-clients.ts'

const EditBusinessSheet = lazy(() =>
  import('./edit-business-sheet.tsx').then((module) => ({ default: module.EditBusinessSheet })),
)
const route = getRouteApi('/hub/b/$reference')
const GROUPS = Object.keys(TIMELINE_GROUPS) as TimelineGroup[]

/** One business: what to know before a call, what is planned, what happened, and what it counts in. */
export function BusinessPage() {
  const { reference } = route.useParams()
  const search = route.useSearch()
  const { data } = useSuspenseQuery(trpc.businesses.page.queryOptions({ reference }))
  const today = useToday()
  const maySeeTraining = useMay('training:read')
  const mayChange = useMay('client:change') && data.business.void_reason === null
  const [editing, setEditing] = useState<EditField>()
  const { business } = data
  const { id, name, company_number } = business
  const client: Client = { kind: 'business', id, reference: business.reference, name }
  useLogSubject(client)
  useEffect(() => rememberOpened({ kind: 'business', id, reference, name }), [id, reference, name])
  return (
    <Page
      key={id}
      title={name}
      note={[business.reference, company_number && `company ${company_number}`].filter(Boolean).join(' · ')}
      actions={
        mayChange && (
          <>
            <BookLink reference={business.reference} />
            <Button icon="edit" onClick={() => setEditing('name')}>
              Edit details
            </Button>
          </>
        )
      }
    >
      <ClientNotices client={client} {...data} {...business} />
      <QualityLines kind="business" id={id} />
      <ClientSummary {...data} today={today} />
      <div className="client-grid">
        <ClientCases client={client} cases={data.cases} today={today} />
        <div className="client-side">
          <BusinessReviews
            business={business}
            people={data.people}
            today={today}
            open={business.void_reason === null}
          />
          <Panel title="Facts">
            <BusinessFacts business={business} onAdd={mayChange ? setEditing : undefined} />
          </Panel>
          <MinimalAssistance business={business} today={today} />
          <BusinessFlags business={business} mayChange={mayChange} />
          <BusinessPeople client={client} people={data.people} />
          {maySeeTraining && <LearningPanel client={client} />}
          <WhyCounted of={client} current={data.year} asked={search.year} />
          <ClientHistory client={client} />
        </div>
        <ClientTimeline client={client} first={data.timeline} group={oneOf(search, 'kinds', GROUPS)} />
      </div>
      {editing && (
        <Suspense fallback={null}>
          <EditBusinessSheet business={business} first={editing} today={today} onClose={() => setEditing(undefined)} />
        </Suspense>
      )}
    </Page>
  )
}
