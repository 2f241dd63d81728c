import { CheckEvidence, EVIDENCE_OUTCOME_NAMES } from '@hubline/domain/evidence/check-evidence.ts'
import { useMutation } from '@tanstack/react-query'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { useId, useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemOf } from '../problem.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { TextArea } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import { useRecordForm } from '../ui/use-record-form.ts'

export type SampleLine = inferOutput<typeof trpc.evidence.sampleUnits>['rows'][number]

const refresh = () => queryClient.invalidateQueries({ queryKey: trpc.evidence.pathKey() })
const PROBLEMS = (['missing', 'not_acceptable'] as const).map((value) => ({
  value,
  words: EVIDENCE_OUTCOME_NAMES[value],
}))

/** Says of one line that its evidence was seen, by one press; or what is wrong with it. */
export function CheckLine({ line }: { line: SampleLine }) {
  const [telling, setTelling] = useState(false)
  const [request_id] = useState(newId)
  const seeing = useMutation(
    trpc.evidence.check.mutationOptions({
      onSuccess: refresh,
      onError: (error) => toast(problemOf(error).sentence, { tone: 'bad' }),
    }),
  )
  const { id, version, outcome, reference } = line
  const of = <span className="visually-hidden"> of {reference}</span>
  return (
    <span className="cluster">
      {outcome !== 'seen' && (
        <Button
          size="small"
          icon="check"
          busy={seeing.isPending ? 'Saving' : undefined}
          onClick={() => seeing.mutate({ request_id, id, version, outcome: 'seen', note: '' })}
        >
          Seen{of}
        </Button>
      )}
      <Button size="small" look="quiet" onClick={() => setTelling(true)}>
        Something is wrong{of}
      </Button>
      {telling && <TellDialog line={line} onClose={() => setTelling(false)} />}
    </span>
  )
}

function TellDialog({ line, onClose }: { line: SampleLine; onClose: () => void }) {
  const formId = useId()
  const [request_id] = useState(newId)
  const checking = useMutation(trpc.evidence.check.mutationOptions())
  const form = useRecordForm(CheckEvidence, {
    request_id,
    id: line.id,
    version: line.version,
    outcome: line.outcome === 'not_acceptable' ? 'not_acceptable' : 'missing',
    note: line.note ?? '',
  })
  const save = form.onSubmit(async (read) => {
    await checking.mutateAsync(read)
    onClose()
    await refresh()
  })
  return (
    <Dialog
      title={`The evidence for ${line.name || line.reference}`}
      open
      onClose={onClose}
      foot={
        <>
          <Button type="submit" form={formId} look="filled" busy={form.saving ? 'Saving' : undefined}>
            Save
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <form id={formId} className="evidence-draw" noValidate onSubmit={(event) => void save(event)}>
        <ErrorSummary problems={form.problems} attempt={form.attempt} />
        <Segmented
          label="What is wrong?"
          segments={PROBLEMS}
          value={form.watch('outcome') === 'not_acceptable' ? 'not_acceptable' : 'missing'}
          onChange={(value) => form.setValue('outcome', value)}
        />
        <TextArea label="What is missing, or why it is not acceptable" rows={3} {...form.register('note')} />
      </form>
    </Dialog>
  )
}
