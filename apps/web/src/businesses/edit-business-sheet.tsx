import type { Day } from '@hubline/domain/day.ts'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useId, useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { refreshClients } from '../people/refresh-clients.ts'
import { problemOf } from '../problem.ts'
import { useMe } from '../staff/me.ts'
import { Button } from '../ui/button.tsx'
import { Sheet } from '../ui/dialog.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { toast } from '../ui/toast.tsx'
import { useFormDraft } from '../ui/use-form-draft.tsx'
import { useRecordForm } from '../ui/use-record-form.ts'
import type { EditField } from './business-facts.tsx'
import { BusinessFields } from './business-fields.tsx'
import { BusinessForm, type BusinessRead, filledFrom } from './business-form.ts'
import type { BusinessShown } from './business-shown.ts'
import { changedFacts } from './changed-facts.ts'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'

type Props = {
  business: BusinessShown
  /** The box that takes the focus. */ first: EditField
  today: Day
  onClose: () => void
}

/** Changes the facts about a business. Only what was changed is sent, so two people can change two facts. */
export function EditBusinessSheet({ business, first, today, onClose }: Props) {
  const formId = useId()
  const [was] = useState(business)
  const { save, newest } = useChange(was)
  const form = useRecordForm(BusinessForm, filledFrom(was))
  const draft = useFormDraft({
    name: `edit:business:${was.reference}:${useMe().adviser_id}`,
    filled: form.watch(),
    put: (filled) => form.reset(filled),
    onClose,
  })
  useEffect(() => document.getElementById(first)?.focus(), [first])
  return (
    <Sheet
      title="Edit details"
      open
      onClose={draft.close}
      foot={
        <>
          <Button look="filled" icon="check" type="submit" form={formId} busy={form.saving ? 'Saving' : undefined}>
            Save
          </Button>
          <Button onClick={draft.cancel}>Cancel</Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        className="stack"
        onSubmit={(event) =>
          void form.onSubmit(async (read) => {
            await save(read)
            await draft.forget()
            onClose()
          })(event)
        }
      >
        {draft.offer}
        <ErrorSummary problems={form.problems} attempt={form.attempt} />
        {newest && <ChangedMeanwhile was={filledFrom(was)} now={filledFrom(newest)} />}
        <BusinessFields form={form} today={today} />
      </form>
    </Sheet>
  )
}

function useChange(was: BusinessShown) {
  const [newest, setNewest] = useState<BusinessShown>()
  const [request_id] = useState(newId)
  const change = useMutation(trpc.businesses.change.mutationOptions())

  async function save(read: BusinessRead) {
    const changes = changedFacts(read, was)
    if (Object.keys(changes).length > 0) {
      try {
        await change.mutateAsync({ request_id, id: was.id, version: newest?.version ?? was.version, ...changes })
      } catch (error) {
        if (problemOf(error).code === 'stale') setNewest(await fetchNewest(was.reference))
        throw error
      }
      await refreshClients()
      toast(`Saved the details of ${read.name}`)
    }
  }

  return { save, newest }
}

/** As somebody else has left it. The page behind the form learns of it too. */
async function fetchNewest(reference: string): Promise<BusinessShown> {
  const page = await queryClient.fetchQuery(trpc.businesses.page.queryOptions({ reference }, { staleTime: 0 }))
  return page.business
}
