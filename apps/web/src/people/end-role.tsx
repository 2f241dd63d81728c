import { todayInLondon, type Day } from '@hubline/domain/day.ts'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemsOf } from '../problem.ts'
import { Button } from '../ui/button.tsx'
import { DateField } from '../ui/date-field.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorSummary, type FormProblem } from '../ui/error-summary.tsx'
import { Menu } from '../ui/menu.tsx'
import { toast } from '../ui/toast.tsx'
import { refreshClients } from './refresh-clients.ts'

type Props = { role: { role_id: string; role_version: number }; who: string; where: string }

/** A person leaves a business: the role ends on a day and stays on record. */
export function EndRole({ role, who, where }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Menu
        label={`More for ${who} at ${where}`}
        groups={[{ items: [{ id: 'end', words: 'Has left', icon: 'leave', run: () => setOpen(true) }] }]}
      />
      {open && <EndRoleDialog role={role} who={who} where={where} onClose={() => setOpen(false)} />}
    </>
  )
}

function EndRoleDialog({ role, who, where, onClose }: Props & { onClose: () => void }) {
  const [today] = useState(() => todayInLondon(new Date()))
  const [to_on, setDay] = useState<Day | undefined>(today)
  const [request_id] = useState(newId)
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [attempt, setAttempt] = useState(0)
  const unlink = useMutation(trpc.people.unlink.mutationOptions())

  async function end() {
    setAttempt((count) => count + 1)
    if (!to_on)
      return setProblems([{ field: 'to_on', sentence: 'Enter the day on which the role ended, like 17/05/2021' }])
    try {
      await unlink.mutateAsync({ request_id, id: role.role_id, version: role.role_version, to_on })
      await refreshClients()
      toast(`${who} is no longer at ${where}`)
      onClose()
    } catch (error) {
      setProblems(problemsOf(error))
    }
  }

  return (
    <Dialog
      title="Has left"
      open
      onClose={onClose}
      foot={
        <>
          <Button look="filled" busy={unlink.isPending ? 'Saving' : undefined} onClick={() => void end()}>
            Save
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <ErrorSummary problems={problems} attempt={attempt} />
      <p>
        {who} no longer works at {where}. What was recorded stays.
      </p>
      <DateField
        id="to_on"
        label="Left on"
        today={today}
        value={to_on}
        onChange={setDay}
        error={problems.find(({ field }) => field === 'to_on')?.sentence}
      />
    </Dialog>
  )
}
