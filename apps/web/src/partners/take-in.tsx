import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemsOf } from '../problem.ts'
import { Button } from '../ui/button.tsx'
import { ErrorSummary, type FormProblem, problemAt } from '../ui/error-summary.tsx'
import { Panel } from '../ui/panel.tsx'
import { TextField } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import { useHeadingNext } from '../ui/use-heading-next.ts'
import { decisionId } from './decide-row.tsx'
import type { PartnerReturn, ReturnRow } from './partner-return.ts'

/** Takes a received return in: from then on its sound rows count. */
export function TakeIn({ received, rows }: { received: PartnerReturn; rows: readonly ReturnRow[] }) {
  const { id, version } = received
  const [without, setWithout] = useState('')
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [attempt, setAttempt] = useState(0)
  const taking = useMutation(trpc.partners.take.mutationOptions())
  const request = useRef({ mark: '', id: newId() })
  useHeadingNext()
  const is_nothing = rows.length === 0 && without.trim() === ''

  async function take() {
    setAttempt((count) => count + 1)
    setProblems([])
    const without_names = without.trim() === '' ? null : Number(without.replaceAll(',', ''))
    if (Number.isNaN(without_names))
      return setProblems([{ field: 'without_names', sentence: 'Enter a whole number, or leave it blank' }])
    const mark = JSON.stringify([version, without_names, rows.map((row) => row.version)])
    if (request.current.mark !== mark) request.current = { mark, id: newId() }
    try {
      const { matched, added } = await taking.mutateAsync({
        request_id: request.current.id,
        id,
        version,
        without_names,
      })
      await queryClient.invalidateQueries()
      toast(`The return is taken in: ${matched} matched, ${added} new`)
    } catch (error) {
      const told = problemsOf(error)
      if (told[0].code === 'stale')
        toast('Somebody changed this return meanwhile: how it stands now is shown', { tone: 'bad' })
      const unsure = rows.find(({ outcome }) => outcome === 'unsure')
      setProblems(
        told.map(({ field, sentence }) =>
          field === 'rows' ? { sentence, field: unsure && decisionId(unsure) } : { sentence, field },
        ),
      )
      await queryClient.invalidateQueries(trpc.partners.pathFilter())
    }
  }

  return (
    <Panel title="Take it in">
      <div className="partner-return">
        <ErrorSummary problems={problems} attempt={attempt} />
        <TextField
          id="without_names"
          label="More businesses, without names"
          hint="Shown beside the figure and never added to it: nobody can tell whether they are counted already"
          inputMode="numeric"
          short
          optional
          error={problemAt(problems, 'without_names')}
          value={without}
          onChange={({ target }) => setWithout(target.value)}
        />
        <div className="cluster">
          <Button look="filled" busy={taking.isPending ? 'Taking in' : undefined} onClick={() => void take()}>
            {is_nothing ? 'Take in: nothing to report' : 'Take the return in'}
          </Button>
        </div>
      </div>
    </Panel>
  )
}
