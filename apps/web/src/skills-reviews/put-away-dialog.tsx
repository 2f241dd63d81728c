import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemsOf } from '../problem.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorSummary, type FormProblem } from '../ui/error-summary.tsx'
import { toast } from '../ui/toast.tsx'

type Props = { list: { id: string; version: number; name: string; counts: { to_call: number } }; onClose: () => void }

/** A list that is put away is done with: what was logged stays, and whoever waits on it can stand on another. */
export function PutAwayDialog({ list, onClose }: Props) {
  const [request_id] = useState(newId)
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [attempt, setAttempt] = useState(0)
  const putting = useMutation(trpc.callLists.putAway.mutationOptions())
  const { to_call } = list.counts

  async function put() {
    setAttempt((count) => count + 1)
    try {
      await putting.mutateAsync({ request_id, id: list.id, version: list.version })
      await queryClient.invalidateQueries(trpc.callLists.pathFilter())
      toast(`${list.name} is put away`)
      onClose()
    } catch (error) {
      setProblems(problemsOf(error))
    }
  }

  return (
    <Dialog
      title="Put the list away?"
      open
      onClose={onClose}
      foot={
        <>
          <Button look="filled" busy={putting.isPending ? 'Putting away' : undefined} onClick={() => void put()}>
            Put away
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <ErrorSummary problems={problems} attempt={attempt} />
      <p>
        What was logged stays.{' '}
        {to_call > 0 &&
          `${to_call === 1 ? 'The 1 business' : `The ${to_call} businesses`} still to be called can stand on another list. `}
        A list that was put away is not called any more.
      </p>
    </Dialog>
  )
}
