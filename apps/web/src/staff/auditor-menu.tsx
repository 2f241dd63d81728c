import { type Day, addDays, showDay } from '@hubline/domain/day.ts'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemOf, problemsOf } from '../problem.ts'
import { Button } from '../ui/button.tsx'
import { DateField } from '../ui/date-field.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorSummary, type FormProblem } from '../ui/error-summary.tsx'
import { Menu } from '../ui/menu.tsx'
import { toast } from '../ui/toast.tsx'
import { useToday } from '../ui/use-today.ts'
import { type StaffRow, refreshStaff } from './staff-words.ts'

/** What a manager can do about one auditor: another last day, or an end now. */
export function AuditorMenu({ auditor }: { auditor: StaffRow }) {
  const [choosing, setChoosing] = useState(false)
  const today = useToday()
  const keep = useKeeping(auditor)
  const { name, last_day, is_active } = auditor
  const is_over = !is_active || last_day === null || last_day < today

  async function end(): Promise<void> {
    try {
      await keep(addDays(today, -1))
      toast(`${name} cannot come in any more`)
    } catch (error) {
      toast(problemOf(error).sentence, { tone: 'bad' })
    }
  }

  return (
    <>
      <Menu
        label={`More for ${name}`}
        groups={[
          {
            items: [
              {
                id: 'day',
                words: is_over ? 'Let back in' : 'Change the last day',
                icon: 'calendar',
                run: () => setChoosing(true),
              },
            ],
          },
          ...(is_over
            ? []
            : [
                {
                  items: [
                    {
                      id: 'end',
                      words: 'End now',
                      icon: 'leave' as const,
                      tone: 'danger' as const,
                      run: () => void end(),
                    },
                  ],
                },
              ]),
        ]}
      />
      {choosing && <LastDayDialog name={name} today={today} keep={keep} onClose={() => setChoosing(false)} />}
    </>
  )
}

function useKeeping({ id, version }: StaffRow) {
  const keeping = useMutation(trpc.staff.keepAuditor.mutationOptions())
  return async (last_day: Day | undefined): Promise<void> => {
    try {
      await keeping.mutateAsync({ request_id: newId(), id, version, last_day: last_day ?? '' })
    } finally {
      await refreshStaff()
    }
  }
}

type Asking = { name: string; today: Day; keep: (last_day: Day | undefined) => Promise<void>; onClose: () => void }

function LastDayDialog({ name, today, keep, onClose }: Asking) {
  const [last_day, setLastDay] = useState<Day>()
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [attempt, setAttempt] = useState(0)
  const [busy, setBusy] = useState(false)

  async function save(): Promise<void> {
    setAttempt((count) => count + 1)
    setBusy(true)
    try {
      await keep(last_day)
      if (last_day) toast(`${name} may come in until ${showDay(last_day)}`)
      onClose()
    } catch (error) {
      setProblems(problemsOf(error))
    }
    setBusy(false)
  }

  return (
    <Dialog
      title={`Last day of ${name}`}
      open
      onClose={onClose}
      foot={
        <>
          <Button look="filled" busy={busy ? 'Saving' : undefined} onClick={() => void save()}>
            Save
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <ErrorSummary problems={problems} attempt={attempt} />
      <DateField
        id="last_day"
        label="Last day"
        today={today}
        leaning="future"
        value={last_day}
        error={problems.find(({ field }) => field === 'last_day')?.sentence}
        onChange={setLastDay}
      />
    </Dialog>
  )
}
