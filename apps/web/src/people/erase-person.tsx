import { ERASURE_REASONS, ERASURE_REASON_NAMES, ErasePerson } from '@hubline/domain/people/erase-person.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import { useRecordForm } from '../ui/use-record-form.ts'
import type { PersonShown } from './person-shown.ts'

const REASONS = ERASURE_REASONS.map((value) => ({ value, words: ERASURE_REASON_NAMES[value] }))

/** Erases a person, after saying what goes, what stays, and having the reference typed. */
export function ErasePersonDialog({ person, onClose }: { person: PersonShown; onClose: () => void }) {
  const { id, version, name, reference } = person
  const form_id = useId()
  const queries = useQueryClient()
  const [request_id] = useState(newId)
  const erasing = useMutation(trpc.people.erase.mutationOptions())
  const form = useRecordForm(ErasePerson, { request_id, id, version, reason: '' as 'asked', typed: '' })
  const save = form.onSubmit(async (filled) => {
    const { to_look_through } = await erasing.mutateAsync(filled)
    toast(
      to_look_through === 0
        ? `${reference} is erased`
        : `${reference} is erased. Documents to look through: ${to_look_through}`,
    )
    onClose()
    await queries.invalidateQueries()
  })
  return (
    <Dialog
      title={`Erase ${name}?`}
      open
      onClose={onClose}
      foot={
        <>
          <Button look="filled" type="submit" form={form_id} busy={form.saving ? 'Erasing' : undefined}>
            Erase for good
          </Button>
          <Button onClick={onClose}>Keep them</Button>
        </>
      }
    >
      <form id={form_id} noValidate onSubmit={(event) => void save(event)} className="stack">
        <ErrorSummary problems={form.problems} attempt={form.attempt} />
        <p>
          <strong>What goes:</strong> name, e-mail, phone, postcode, job titles, what was written about them, letters to
          them, documents of their records and what they typed as guests; also in every former version and in signed-off
          lists. In notes shared with a business their name and contacts are taken out: read those notes.
        </p>
        <p>
          <strong>What stays:</strong> {reference}, district, days, minutes, programmes and results, because figures
          count them. No figure changes. It cannot be undone.
        </p>
        <SelectField label="Why" none="Choose why" choices={REASONS} {...form.register('reason')} />
        <TextField label={`Type ${reference} to go on`} autoComplete="off" {...form.register('typed')} />
      </form>
    </Dialog>
  )
}
