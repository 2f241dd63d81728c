import { WithdrawReturn } from '@hubline/domain/partners/return-form.ts'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { TextField } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import { useRecordForm } from '../ui/use-record-form.ts'
import type { PartnerReturn } from './partner-return.ts'

/** Takes a return with all its rows out of every figure. */
export function WithdrawDialog({ received, onClose }: { received: PartnerReturn; onClose: () => void }) {
  const { id, version, partner, reference } = received
  const [request_id] = useState(newId)
  const withdrawing = useMutation(trpc.partners.withdraw.mutationOptions())
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
          <Button look="danger" busy={form.saving ? 'Withdrawing' : undefined} onClick={() => void withdraw()}>
            Withdraw
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <ErrorSummary problems={form.problems} attempt={form.attempt} />
      <p>Its rows and its number without names stop counting. Businesses that it brought stay registered.</p>
      <TextField label="Reason" autoComplete="off" {...form.register('reason')} />
    </Dialog>
  )
}
