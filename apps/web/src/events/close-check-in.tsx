import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemsOf } from '../problem.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorSummary, type FormProblem } from '../ui/error-summary.tsx'
import { toast } from '../ui/toast.tsx'
import type { CheckInList } from './check-in-state.ts'
import { refreshEvents } from './refresh-events.ts'

type Props = { event: CheckInList['event']; came: number; absent: number; unsent: number; onClose: () => void }

/** The event is over: whoever had a place and was not ticked did not come. */
export function CloseCheckIn({ event, came, absent, unsent, onClose }: Props) {
  const [sheet_kept, setSheet] = useState(event.sheet_kept)
  const { close, problems, attempt, saving } = useClosing(event, sheet_kept)
  return (
    <Dialog
      title="Close check-in"
      open
      onClose={onClose}
      foot={
        <>
          {unsent === 0 && (
            <Button look="filled" icon="check" busy={saving ? 'Closing' : undefined} onClick={() => void close()}>
              Close check-in
            </Button>
          )}
          <Button onClick={onClose}>Not yet</Button>
        </>
      }
    >
      <ErrorSummary problems={problems} attempt={attempt} />
      {unsent > 0 ? (
        <p>What was ticked on this device is not sent yet. Close check-in once it is.</p>
      ) : (
        <p>
          {came === 1 ? '1 person' : `${came} people`} came.{' '}
          {absent > 0 &&
            `${absent === 1 ? '1 who had a place is' : `${absent} who had a place are`} set down as absent. `}
          A slip can still be put right afterwards.
        </p>
      )}
      <Checkbox checked={sheet_kept} onChange={({ target }) => setSheet(target.checked)}>
        A sheet that everybody signed is kept
      </Checkbox>
    </Dialog>
  )
}

function useClosing(event: CheckInList['event'], sheet_kept: boolean) {
  const navigate = useNavigate()
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [attempt, setAttempt] = useState(0)
  const changing = useMutation(trpc.events.change.mutationOptions())
  const moving = useMutation(trpc.events.move.mutationOptions())

  async function close() {
    setAttempt((count) => count + 1)
    const { id, reference } = event
    try {
      const version =
        sheet_kept === event.sheet_kept
          ? event.version
          : (await changing.mutateAsync({ request_id: newId(), id, version: event.version, sheet_kept })).version
      await moving.mutateAsync({ request_id: newId(), id, version, move: 'deliver' })
      await refreshEvents()
      await navigate({ to: '/events/$reference', params: { reference } })
      toast(`${event.title} is delivered`)
    } catch (error) {
      setProblems(problemsOf(error))
      await refreshEvents()
    }
  }

  return { close, problems, attempt, saving: changing.isPending || moving.isPending }
}
