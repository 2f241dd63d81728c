import { RestateYear } from '@hubline/domain/years/close-year.ts'
import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { trpc } from '../api.ts'
import { LackingEvidence } from '../evidence/lacking-evidence.tsx'
import { newId } from '../new-id.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextArea, TextField } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import { useRecordForm } from '../ui/use-record-form.ts'
import { type Standing, refreshYears } from './standing.ts'

/** Issues a year again: why, and who approved it. */
export function RestateDialog({ standing, onClose }: { standing: Standing; onClose: () => void }) {
  const { year, steps, versions, approvers } = standing
  const form_id = useId()
  const [request_id] = useState(newId)
  const restating = useMutation(trpc.years.restate.mutationOptions())
  const form = useRecordForm(RestateYear, {
    request_id,
    year,
    steps: steps.length,
    reason: '',
    approved_by_id: approvers[0]?.id ?? '',
    approved_by: '',
  })
  const is_outside = (form.watch('approved_by_id') ?? '') === ''
  const save = form.onSubmit(async (filled) => {
    const { version } = await restating.mutateAsync(filled)
    toast(`${year} is restated as version ${version}`)
    onClose()
    await refreshYears()
  })
  return (
    <Dialog
      title={`Restate ${year}`}
      open
      onClose={onClose}
      foot={
        <>
          <Button look="filled" type="submit" form={form_id} busy={form.saving ? 'Restating' : undefined}>
            Sign off version {(versions[0]?.version ?? 0) + 1}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <form id={form_id} noValidate onSubmit={(event) => void save(event)} className="year-form">
        <ErrorSummary problems={form.problems} attempt={form.attempt} />
        <p>
          Today’s figures and lists are copied as a further version. What was signed off before stays as it is, and can
          always be opened.
        </p>
        {versions[0] && <LackingEvidence year={year} version={versions[0].version} />}
        <TextArea label="Why the figures are issued again" {...form.register('reason')} />
        {approvers.length > 0 && (
          <SelectField
            label="Approved by"
            none="Somebody outside the hub"
            choices={approvers.map(({ id, name }) => ({ value: id, words: name }))}
            {...form.register('approved_by_id')}
          />
        )}
        {is_outside && (
          <TextField
            label="Approved outside the hub by"
            hint="Whoever agreed to it: a senior officer or a board"
            {...form.register('approved_by')}
          />
        )}
      </form>
    </Dialog>
  )
}
