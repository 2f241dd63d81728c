import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemsOf } from '../problem.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorSummary, type FormProblem } from '../ui/error-summary.tsx'
import { toast } from '../ui/toast.tsx'
import { InvitationLink } from './invitation-link.tsx'
import { type StaffRow, refreshStaff } from './staff-words.ts'

/** Asks before a link that may be in somebody's hands stops working. */
export function NewLinkDialog({ person, onClose }: { person: StaffRow; onClose: () => void }) {
  const { id, version, name, email, invited_until } = person
  const [request_id] = useState(newId)
  const [link, setLink] = useState<string>()
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [attempt, setAttempt] = useState(0)
  const making = useMutation(trpc.staff.newLink.mutationOptions())

  async function make() {
    setAttempt((count) => count + 1)
    try {
      const made = await making.mutateAsync({ request_id, id, version })
      await refreshStaff()
      if (made.link) return setLink(made.link)
      toast(`The invitation goes to ${email} by mail`)
      onClose()
    } catch (error) {
      setProblems(problemsOf(error))
    }
  }

  return (
    <Dialog
      title={`Invite ${name}`}
      open
      onClose={onClose}
      foot={
        link ? (
          <Button onClick={onClose}>Close</Button>
        ) : (
          <>
            <Button look="filled" busy={making.isPending ? 'Inviting' : undefined} onClick={() => void make()}>
              {invited_until ? 'Send a new invitation' : 'Invite'}
            </Button>
            <Button onClick={onClose}>Cancel</Button>
          </>
        )
      }
    >
      <ErrorSummary problems={problems} attempt={attempt} />
      {link ? (
        <InvitationLink name={name} link={link} />
      ) : (
        <p>
          {name}, {email}, gets a link by which to choose a password and sign in.
          {invited_until && ' The link they had stops working.'}
        </p>
      )}
    </Dialog>
  )
}
