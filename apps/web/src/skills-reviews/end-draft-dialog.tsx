import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemsOf } from '../problem.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorSummary, type FormProblem } from '../ui/error-summary.tsx'
import { toast } from '../ui/toast.tsx'
import type { Draft } from './questions-version.ts'

type Props = {
  how: 'publish' | 'discard'
  draft: Draft
  /** The number of the version that is asked now. */
  in_force: number
  onEnded: () => void
  onClose: () => void
}

/** The last look before a draft becomes what is asked, or is thrown away. */
export function EndDraftDialog({ how, draft: { id, version, number }, in_force, onEnded, onClose }: Props) {
  const publishing = useMutation(trpc.reviewQuestions.publishDraft.mutationOptions())
  const discarding = useMutation(trpc.reviewQuestions.discardDraft.mutationOptions())
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [attempt, setAttempt] = useState(0)
  const busy = publishing.isPending || discarding.isPending

  async function end() {
    setAttempt((count) => count + 1)
    const form = { request_id: newId(), id, version }
    try {
      await (how === 'publish' ? publishing.mutateAsync(form) : discarding.mutateAsync(form))
      onEnded()
      toast(how === 'publish' ? `Version ${number} is in force` : 'The draft is thrown away')
      await queryClient.invalidateQueries(trpc.reviewQuestions.pathFilter())
      onClose()
    } catch (error) {
      setProblems(problemsOf(error))
    }
  }

  return (
    <Dialog
      title={how === 'publish' ? `Publish version ${number}?` : 'Throw the draft away?'}
      open
      onClose={onClose}
      foot={
        <>
          <Button
            look={how === 'publish' ? 'filled' : 'danger'}
            data-first
            busy={busy ? (how === 'publish' ? 'Publishing' : 'Throwing away') : undefined}
            onClick={() => void end()}
          >
            {how === 'publish' ? 'Publish' : 'Throw away'}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <ErrorSummary problems={problems} attempt={attempt} />
      {how === 'publish' ? (
        <p>
          Reviews begun from now on are asked version {number}. Those begun before keep version {in_force} or earlier,
          with their answers. A published version is not changed any more.
        </p>
      ) : (
        <p>Version {in_force} stays in force. What was changed in the draft is gone.</p>
      )}
    </Dialog>
  )
}
