import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemsOf } from '../problem.ts'
import { useMe } from '../staff/me.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorSummary, type FormProblem } from '../ui/error-summary.tsx'
import { toast } from '../ui/toast.tsx'
import { type Standing, refreshYears } from './standing.ts'

/** Says what is fixed, and by whom, before it is. */
export function SignOffDialog({ standing: { year, steps }, onClose }: { standing: Standing; onClose: () => void }) {
  const { name } = useMe()
  const signing = useMutation(trpc.years.signOff.mutationOptions())
  const [request_id] = useState(newId)
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [attempt, setAttempt] = useState(0)

  async function sign() {
    setAttempt((count) => count + 1)
    try {
      await signing.mutateAsync({ request_id, year, steps: steps.length })
      toast(`${year} is signed off`)
      onClose()
      await refreshYears()
    } catch (error) {
      setProblems(problemsOf(error))
    }
  }

  return (
    <Dialog
      title={`Sign off ${year}`}
      open
      onClose={onClose}
      foot={
        <>
          <Button look="filled" busy={signing.isPending ? 'Signing off' : undefined} onClick={() => void sign()}>
            Sign off as {name}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <ErrorSummary problems={problems} attempt={attempt} />
      <p>This fixes, for good:</p>
      <ul>
        <li>the value of every figure of {year}, as it is at this moment</li>
        <li>the list behind each: names, amounts, first days and the records that count</li>
        <li>the definition by which each was counted</li>
      </ul>
      <p>
        Nobody can change the copy or take it away. Work that is entered late is still welcome: today’s figures go on
        counting beside what was signed off.
      </p>
    </Dialog>
  )
}
