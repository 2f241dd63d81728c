import { WithdrawReturn } from '@hubline/domain/partners/return-form.ts'
import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { TextField } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import { useHeadingNext } from '../ui/use-heading-next.ts'
import { useRecordForm } from '../ui/use-record-form.ts'
import type { PartnerReturn } from './partner-return.ts'

/** Takes a return with all its rows out of every figure. */
export function WithdrawDialog({ received, onClose }: { received: PartnerReturn; onClose: () => void }) {
  const { id, version, partner, reference } = received
  const [request_id] = useState(newId)
  const withdrawing = useMutation(
    trpc.partners.withdraw.mutationOptions({
      onError: () => queryClient.invalidateQueries(trpc.partners.pathFilter()),
    }),
  )
  const form_id = useId()
  useHeadingNext()
  const form = useRecordForm(WithdrawReturn, { request_id, id, version, reason: '' })
  const withdraw = form.onSubmit(async (read) => {
    await withdrawing.mutateAsync(read)
    await queryClient.invalidateQueries()
    toast(`${reference} of ${partner} is withdrawn`)
    onClose()
  })
  return (
    <Dialog
      title={`Withdraw ${reference} of ${partner}?`}
      open
      onClose={onClose}
      foot={
        <>
          <Button type="submit" form={form_id} look="danger" busy={form.saving ? 'Withdrawing' : undefined}>
            Withdraw
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <form id={form_id} className="stack" noValidate onSubmit={(event) => void withdraw(event)}>
        <ErrorSummary problems={form.problems} attempt={form.attempt} />
        <p>Its rows and its number without names stop counting. Businesses that it brought stay registered.</p>
        <TextField label="Reason" autoComplete="off" {...form.register('reason')} />
      </form>
    </Dialog>
  )
}
