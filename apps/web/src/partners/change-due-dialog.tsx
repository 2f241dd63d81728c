import { parseIsoDay, showDay } from '@hubline/domain/day.ts'
import { ChangeDue } from '@hubline/domain/partners/return-form.ts'
import { useMutation } from '@tanstack/react-query'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { useId, useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { Button } from '../ui/button.tsx'
import { DateField } from '../ui/date-field.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { toast } from '../ui/toast.tsx'
import { useRecordForm } from '../ui/use-record-form.ts'
import { useToday } from '../ui/use-today.ts'

export type AskedPartner = inferOutput<typeof trpc.partners.returns>['asked'][number]

/** Gives a partner another day for its return. */
export function ChangeDueDialog({ asked, onClose }: { asked: AskedPartner; onClose: () => void }) {
  const { id, version, partner, due_on } = asked
  const form_id = useId()
  const today = useToday()
  const [request_id] = useState(newId)
  const changing = useMutation(trpc.partners.changeDue.mutationOptions())
  const form = useRecordForm(ChangeDue, { request_id, id, version, due_on })
  const save = form.onSubmit(async (read) => {
    await changing.mutateAsync(read)
    await queryClient.invalidateQueries(trpc.partners.pathFilter())
    toast(`The return of ${partner} is due ${showDay(read.due_on)}`)
    onClose()
  })
  return (
    <Dialog
      title={`When is the return of ${partner} due?`}
      open
      onClose={onClose}
      foot={
        <>
          <Button type="submit" form={form_id} look="filled" busy={form.saving ? 'Saving' : undefined}>
            Change the day
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <form id={form_id} className="stack" noValidate onSubmit={(event) => void save(event)}>
        <ErrorSummary problems={form.problems} attempt={form.attempt} />
        <DateField
          id="due_on"
          label="Due"
          hint="Type 3/12, 3 dec, fri or +2w"
          today={today}
          leaning="future"
          value={parseIsoDay(form.watch('due_on'))}
          error={form.errorOf('due_on')}
          onChange={(day, text) => form.setValue('due_on', day ?? text)}
        />
      </form>
    </Dialog>
  )
}
