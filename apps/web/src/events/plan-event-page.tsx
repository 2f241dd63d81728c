import { type Day, todayInLondon } from '@hubline/domain/day.ts'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { Page } from '../shell/page.tsx'
import { useMe } from '../staff/me.ts'
import { Button } from '../ui/button.tsx'
import { DraftOffer } from '../ui/draft-offer.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { toast } from '../ui/toast.tsx'
import { useDraft } from '../ui/use-draft.ts'
import { useRecordForm } from '../ui/use-record-form.ts'
import { EventFields } from './event-fields.tsx'
import { BLANK_EVENT, duplicateOf, type EventFilled, EventForm, type EventRead } from './event-form.ts'
import './events.css'
import { refreshEvents } from './refresh-events.ts'

const route = getRouteApi('/hub/events/new')

/** Plans an event, from nothing or after the pattern of another. It starts as a draft. */
export function PlanEventPage() {
  const { from } = route.useSearch()
  return from ? <AfterThePattern reference={from} /> : <PlanEvent start={BLANK_EVENT} />
}

function AfterThePattern({ reference }: { reference: string }) {
  const { data } = useSuspenseQuery(trpc.events.page.queryOptions({ reference }))
  return <PlanEvent start={duplicateOf(data.event)} pattern={data.event.title} />
}

type Filled = Partial<EventFilled>
const worthKeeping = ({ title, description }: Filled) => Boolean(title?.trim() || description?.trim())

function PlanEvent({ start, pattern }: { start: EventFilled; pattern?: string }) {
  const [today] = useState<Day>(() => todayInLondon(new Date()))
  const form = useRecordForm(EventForm, start)
  const [refill, setRefill] = useState(0)
  const filled = form.watch() as Filled
  const draft = useDraft<Filled>(
    `event:${pattern ? 'duplicate' : 'new'}:${useMe().adviser_id}`,
    filled,
    (now) => worthKeeping(now) && JSON.stringify(now) !== JSON.stringify(start),
  )
  const save = usePlanning(draft.forget)

  function keepDraft() {
    if (draft.found) form.reset(draft.found.value)
    setRefill((count) => count + 1)
    draft.settle()
  }

  return (
    <Page title={pattern ? `Another "${pattern}"` : 'Plan an event'}>
      <form noValidate className="event-form" onSubmit={(event) => void form.onSubmit(save)(event)}>
        {draft.found && (
          <DraftOffer saved_at={draft.found.saved_at} onKeep={keepDraft} onDiscard={() => void draft.forget()} />
        )}
        <ErrorSummary problems={form.problems} attempt={form.attempt} />
        <EventFields form={form} today={today} refill={refill} under="page" />
        <p className="quiet">It stays a draft, which only your hub sees, until you publish it.</p>
        <div className="cluster">
          <Button look="filled" icon="check" type="submit" busy={form.saving ? 'Saving' : undefined}>
            Save as a draft
          </Button>
        </div>
      </form>
    </Page>
  )
}

function usePlanning(forgetDraft: () => Promise<void>) {
  const navigate = useNavigate()
  const [ids] = useState(() => ({ request_id: newId(), id: newId() }))
  const planning = useMutation(trpc.events.create.mutationOptions())
  return async (read: EventRead) => {
    const { reference } = await planning.mutateAsync({ ...read, ...ids })
    await forgetDraft()
    await refreshEvents()
    await navigate({ to: '/events/$reference', params: { reference } })
    toast(`Saved ${read.title} as ${reference}`)
  }
}
