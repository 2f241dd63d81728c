import { WithdrawDocument } from '@hubline/domain/documents/attach-document.ts'
import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { TextArea } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import { useRecordForm } from '../ui/use-record-form.ts'
import type { DocumentShown } from './document-shown.ts'

/** Asks why a document proves its record no more. */
export function WithdrawDialog({ document, onClose }: { document: DocumentShown; onClose: () => void }) {
  const { id, version, name } = document
  const formId = useId()
  const [request_id] = useState(newId)
  const withdrawing = useMutation(trpc.documents.withdraw.mutationOptions())
  const form = useRecordForm(WithdrawDocument, { request_id, id, version, reason: '' })
  const save = form.onSubmit(async (read) => {
    await withdrawing.mutateAsync(read)
    await queryClient.invalidateQueries({ queryKey: trpc.documents.pathKey() })
    toast(`${name} is withdrawn`)
    onClose()
  })
  return (
    <Dialog
      title="Withdraw this document?"
      open
      onClose={onClose}
      foot={
        <>
          <Button type="submit" form={formId} look="danger" busy={form.saving ? 'Withdrawing' : undefined}>
            Withdraw it
          </Button>
          <Button onClick={onClose}>Keep it</Button>
        </>
      }
    >
      <form id={formId} className="stack" noValidate onSubmit={(event) => void save(event)}>
        <ErrorSummary problems={form.problems} attempt={form.attempt} />
        <p className="document-name">
          {name} stays on the list as withdrawn, with your reason, and goes into no audit pack.
        </p>
        <TextArea label="Why is it withdrawn?" rows={3} data-first {...form.register('reason')} />
      </form>
    </Dialog>
  )
}
