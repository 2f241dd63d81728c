import { useState } from 'react'
import { z } from 'zod'
import { Button } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Panel } from '../ui/panel.tsx'
import { TextArea, TextField } from '../ui/text-field.tsx'
import { useRecordForm } from '../ui/use-record-form.ts'

const Note = z.object({
  subject: z.string().trim().min(1, 'Enter a subject'),
  note: z.string().trim().min(5, 'Enter a note of at least 5 letters'),
})

export function Problems() {
  const form = useRecordForm(Note, { subject: '', note: '' })
  const [saved, setSaved] = useState('')
  const save = form.onSubmit(async ({ subject }) => setSaved(subject))
  return (
    <Panel title="A form with problems">
      <ErrorSummary problems={form.problems} attempt={form.attempt} />
      <form noValidate className="stack" style={{ maxWidth: 440 }} onSubmit={(event) => void save(event)}>
        <TextField label="Subject" {...form.register('subject')} />
        <TextArea label="Words" {...form.register('note')} />
        <div className="cluster">
          <Button look="filled" type="submit" busy={form.saving ? 'Saving' : undefined}>
            Save the form
          </Button>
          <span data-testid="saved">{saved}</span>
        </div>
      </form>
    </Panel>
  )
}
