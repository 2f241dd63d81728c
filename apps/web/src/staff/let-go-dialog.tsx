import { useMutation } from '@tanstack/react-query'
import { Link, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemOf, problemsOf } from '../problem.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorSummary, type FormProblem } from '../ui/error-summary.tsx'
import { toast } from '../ui/toast.tsx'
import { useMe } from './me.ts'
import { type StaffRow, refreshStaff } from './staff-words.ts'

/** Somebody leaves: they are out at their next click, and can be let back in. */
export function LetGoDialog({ person, onClose }: { person: StaffRow; onClose: () => void }) {
  const { name, open_cases, id } = person
  const isMe = useMe().adviser_id === id
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [attempt, setAttempt] = useState(0)
  const { go, busy } = useLettingGo(person, isMe)

  async function letGo() {
    setAttempt((count) => count + 1)
    try {
      await go()
      onClose()
    } catch (error) {
      setProblems(problemsOf(error))
    }
  }

  return (
    <Dialog
      title={isMe ? 'Leave the hub' : `Let ${name} go`}
      open
      onClose={onClose}
      foot={
        <>
          <Button look="danger" busy={busy ? 'Saving' : undefined} onClick={() => void letGo()}>
            {isMe ? 'Leave' : 'Let go'}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <ErrorSummary problems={problems} attempt={attempt} />
      <p>
        {isMe ? 'You are' : 'They are'} signed out at once and cannot come in again. What {isMe ? 'you' : 'they'} did
        stays on record under {isMe ? 'your' : 'their'} name.
      </p>
      {Boolean(open_cases) && (
        <p>
          <Link to="/caseload" search={{ whose: id }}>
            {open_cases === 1 ? '1 open case' : `${open_cases} open cases`}
          </Link>{' '}
          {open_cases === 1 ? 'keeps' : 'keep'} {isMe ? 'you' : name} as owner until someone takes{' '}
          {open_cases === 1 ? 'it' : 'them'} over.
        </p>
      )}
    </Dialog>
  )
}

function useLettingGo({ id, version, name }: StaffRow, isMe: boolean) {
  const router = useRouter()
  const [request_id] = useState(newId)
  const leaving = useMutation(trpc.staff.deactivate.mutationOptions())
  const returning = useMutation(trpc.staff.reactivate.mutationOptions())

  async function undo(now: number): Promise<void> {
    try {
      await returning.mutateAsync({ request_id: newId(), id, version: now })
      toast(`${name} works here again`)
    } catch (error) {
      toast(problemOf(error).sentence, { tone: 'bad' })
    }
    await refreshStaff()
  }

  async function go(): Promise<void> {
    const left = await leaving.mutateAsync({ request_id, id, version })
    if (isMe) return router.navigate({ to: '/sign-in' })
    await refreshStaff()
    toast(`${name} was let go`, { action: { words: 'Undo', run: () => void undo(left.version) } })
  }

  return { go, busy: leaving.isPending }
}
