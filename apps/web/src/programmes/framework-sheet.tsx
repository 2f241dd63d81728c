import {
  DEFINITION_VERSIONS,
  FRAMEWORKS,
  FRAMEWORK_NAMES,
  SetFramework,
} from '@hubline/domain/programmes/frameworks.ts'
import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { Button } from '../ui/button.tsx'
import { Sheet } from '../ui/dialog.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import { useRecordForm } from '../ui/use-record-form.ts'
import type { Programme } from './programme.ts'

/** How a programme is reported. */
export function FrameworkSheet({ programme, onClose }: { programme: Programme; onClose: () => void }) {
  const formId = useId()
  const [request_id] = useState(newId)
  const setting = useMutation(trpc.programmes.setFramework.mutationOptions())
  const { id, version, name, framework, minimum_minutes } = programme
  const form = useRecordForm(SetFramework, {
    request_id,
    id,
    version,
    framework: framework ?? '',
    minimum_minutes: minimum_minutes?.toString() ?? '',
  })
  const chosen = form.watch('framework')
  const save = form.onSubmit(async (read) => {
    await setting.mutateAsync({ ...read, minimum_minutes: read.minimum_minutes?.toString() ?? '' })
    await Promise.all([
      queryClient.invalidateQueries(trpc.programmes.pathFilter()),
      queryClient.invalidateQueries(trpc.indicators.pathFilter()),
    ])
    toast(`Saved how ${name} is reported`)
    onClose()
  })
  return (
    <Sheet
      title={`How ${name} is reported`}
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
      <form id={formId} noValidate className="stack" onSubmit={(event) => void save(event)}>
        <ErrorSummary problems={form.problems} attempt={form.attempt} />
        <SelectField
          label="Framework"
          optional
          none="Nothing of its own"
          choices={FRAMEWORKS.map((each) => ({
            value: each,
            words: `${FRAMEWORK_NAMES[each]}, definitions version ${DEFINITION_VERSIONS[each]}`,
          }))}
          {...form.register('framework')}
        />
        {chosen === 'ukspf' && (
          <TextField
            label="Least support that counts, in minutes"
            optional
            short
            inputMode="numeric"
            autoComplete="off"
            hint="As the lead authority has set it. Blank: any support counts"
            {...form.register('minimum_minutes')}
          />
        )}
      </form>
    </Sheet>
  )
}
