import { CheckEvidence, EVIDENCE_OUTCOME_NAMES } from '@hubline/domain/evidence/check-evidence.ts'
import { useMutation } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useId, useRef, useState } from 'react'
import type { z } from 'zod'
import { queryClient, trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemOf } from '../problem.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { TextArea } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import { useHeadingNext } from '../ui/use-heading-next.ts'
import { useRecordForm } from '../ui/use-record-form.ts'
import { Outcome } from './outcome.tsx'
import type { SampleLine } from './sample-line.ts'

const route = getRouteApi('/hub/year/$year/evidence/$version/$key')

const refresh = () => queryClient.invalidateQueries({ queryKey: trpc.evidence.pathKey() })
const PROBLEMS = (['missing', 'not_acceptable'] as const).map((value) => ({
  value,
  words: EVIDENCE_OUTCOME_NAMES[value],
}))

/** Says of one line that its evidence was seen, by one press; or what is wrong with it. */
export function CheckLine({ line }: { line: SampleLine }) {
  const [telling, setTelling] = useState(false)
  const [typed, setTyped] = useState<Typed>()
  return (
    <span className="cluster">
      {line.outcome !== 'seen' && <Seen key={line.version} line={line} />}
      <Button size="small" look="quiet" onClick={() => setTelling(true)}>
        Something is wrong<span className="visually-hidden"> of {line.reference}</span>
      </Button>
      {telling && (
        <TellDialog
          line={line}
          typed={typed}
          onClose={(kept) => {
            setTyped(kept)
            setTelling(false)
          }}
        />
      )}
    </span>
  )
}

/** One request for each version of the line: a second press is the same one. Who works down the list goes on below. */
function Seen({ line: { id, version, reference } }: { line: SampleLine }) {
  const [request_id] = useState(newId)
  const row = useRef<Element>(null)
  useHeadingNext(() => (row.current?.nextElementSibling ?? row.current)?.querySelector<HTMLElement>('button'))
  const seeing = useMutation(
    trpc.evidence.check.mutationOptions({
      onSuccess: refresh,
      onError: async (error) => {
        toast(problemOf(error).sentence, { tone: 'bad' })
        await refresh()
      },
    }),
  )
  return (
    <Button
      size="small"
      icon="check"
      busy={seeing.isPending ? 'Saving' : undefined}
      onClick={({ currentTarget }) => {
        row.current = currentTarget.closest('[data-row]')
        seeing.mutate({ request_id, id, version, outcome: 'seen', note: '' })
      }}
    >
      Seen<span className="visually-hidden"> of {reference}</span>
    </Button>
  )
}

/** With the version of the line over which it was typed. */
type Typed = { outcome: 'missing' | 'not_acceptable'; note: string; over: number }
type TellProps = { line: SampleLine; typed: Typed | undefined; onClose: (typed?: Typed) => void }

/** What is typed is kept while the page stands; saved over what somebody else said meanwhile, once that is shown. */
function TellDialog({ line, typed, onClose }: TellProps) {
  const formId = useId()
  const [request_id] = useState(newId)
  const [over] = useState(typed?.over ?? line.version)
  const { shown, check } = useChecking(line)
  const form = useRecordForm(CheckEvidence, {
    request_id,
    id: line.id,
    version: shown.version,
    outcome: typed?.outcome ?? (line.outcome === 'not_acceptable' ? 'not_acceptable' : 'missing'),
    note: typed?.note ?? line.note ?? '',
  })
  const save = form.onSubmit(async (read) => {
    await check(read)
    onClose()
    await refresh()
  })
  const wrong = form.watch('outcome') === 'not_acceptable' ? 'not_acceptable' : 'missing'
  const close = () => onClose({ outcome: wrong, note: form.getValues('note') ?? '', over })
  return (
    <Dialog
      title={`The evidence for ${line.name || line.reference}`}
      open
      onClose={close}
      foot={
        <>
          <Button type="submit" form={formId} look="filled" busy={form.saving ? 'Saving' : undefined}>
            Save
          </Button>
          <Button onClick={() => onClose()}>Cancel</Button>
        </>
      }
    >
      <form id={formId} className="evidence-draw" noValidate onSubmit={(event) => void save(event)}>
        <ErrorSummary problems={form.problems} attempt={form.attempt} />
        {shown.version !== over && (
          <div role="status">
            <p>
              On record now: <Outcome {...shown} />
            </p>
            <p>Save to put what you typed in its place.</p>
          </div>
        )}
        <Segmented
          label="What is wrong?"
          segments={PROBLEMS}
          value={wrong}
          onChange={(value) => form.setValue('outcome', value)}
        />
        <TextArea label="What is missing, or why it is not acceptable" rows={3} {...form.register('note')} />
      </form>
    </Dialog>
  )
}

/** Saved over the line as it was shown when the dialog opened: what somebody says meanwhile is refused once, and shown. */
function useChecking(line: SampleLine) {
  const { year, version, key } = route.useParams()
  const [shown, setShown] = useState(line)
  const checking = useMutation(trpc.evidence.check.mutationOptions())

  async function check(read: z.output<typeof CheckEvidence>) {
    try {
      await checking.mutateAsync({ ...read, version: shown.version })
    } catch (error) {
      if (problemOf(error).code === 'stale') {
        const asked = { year, version: Number(version), key }
        const { rows } = await queryClient.fetchQuery(trpc.evidence.sampleUnits.queryOptions(asked, { staleTime: 0 }))
        setShown(rows.find(({ id }) => id === line.id) ?? shown)
      }
      throw error
    }
  }

  return { shown, check }
}
