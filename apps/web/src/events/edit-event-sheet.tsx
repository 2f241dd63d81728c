import type { Day } from '@hubline/domain/day.ts'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useId, useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { changedFacts } from '../businesses/changed-facts.ts'
import { ChangedMeanwhile } from '../businesses/changed-meanwhile.tsx'
import { newId } from '../new-id.ts'
import { problemOf } from '../problem.ts'
import { Button } from '../ui/button.tsx'
import { Sheet } from '../ui/dialog.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { toast } from '../ui/toast.tsx'
import { useRecordForm } from '../ui/use-record-form.ts'
import type { EventShown } from './event.ts'
import { EventFields } from './event-fields.tsx'
import { type EventFilled, EventForm, type EventRead, filledFrom } from './event-form.ts'
import { refreshEvents } from './refresh-events.ts'

type Props = { event: EventShown; today: Day; onClose: () => void }

/** Changes the facts about an event. Only what was changed is sent, so two people can change two facts. */
export function EditEventSheet({ event, today, onClose }: Props) {
  const formId = useId()
  const [was] = useState(event)
  const { save, newest } = useChange(was, onClose)
  const form = useRecordForm(EventForm, filledFrom(was))
  useEffect(() => document.getElementById('title')?.focus(), [])
  return (
    <Sheet
      title="Edit event"
      open
      onClose={onClose}
      foot={
        <>
          <Button look="filled" icon="check" type="submit" form={formId} busy={form.saving ? 'Saving' : undefined}>
            Save
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <form id={formId} noValidate className="stack" onSubmit={(press) => void form.onSubmit(save)(press)}>
        <ErrorSummary problems={form.problems} attempt={form.attempt} />
        {newest && <ChangedMeanwhile was={inText(filledFrom(was))} now={inText(filledFrom(newest))} />}
        <EventFields form={form} today={today} under="sheet" />
      </form>
    </Sheet>
  )
}

const inText = (filled: EventFilled): Record<string, string> =>
  Object.fromEntries(
    Object.entries(filled).map(([fact, value]) => [
      fact,
      typeof value === 'boolean' ? (value ? 'yes' : 'no') : (value ?? ''),
    ]),
  )

function useChange(was: EventShown, onClose: () => void) {
  const [newest, setNewest] = useState<EventShown>()
  const [request_id] = useState(newId)
  const change = useMutation(trpc.events.change.mutationOptions())

  async function save(read: EventRead) {
    const changes = changedFacts(read, { ...was, start_up_support: was.start_up_support ?? false })
    if (Object.keys(changes).length > 0) {
      try {
        const version = newest?.version ?? was.version
        const { moved_up } = await change.mutateAsync({ request_id, id: was.id, version, ...changes })
        toast(
          moved_up === 0 ? `Saved ${read.title}` : `Saved ${read.title}: ${moved_up} moved up from the waiting list`,
        )
      } catch (error) {
        if (problemOf(error).code === 'stale') setNewest(await fetchNewest(was.reference))
        throw error
      }
      await refreshEvents()
    }
    onClose()
  }

  return { save, newest }
}

/** As somebody else has left it. The page behind the form learns of it too. */
async function fetchNewest(reference: string): Promise<EventShown> {
  const page = await queryClient.fetchQuery(trpc.events.page.queryOptions({ reference }, { staleTime: 0 }))
  return page.event
}
