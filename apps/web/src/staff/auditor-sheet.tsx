import { type Day, addDays } from '@hubline/domain/day.ts'
import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useEffect, useId, useState } from 'react'
import { trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemsOf } from '../problem.ts'
import { Button } from '../ui/button.tsx'
import { DateField } from '../ui/date-field.tsx'
import { Sheet } from '../ui/dialog.tsx'
import { ErrorSummary, type FormProblem } from '../ui/error-summary.tsx'
import { TextField } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import { useToday } from '../ui/use-today.ts'
import { InvitationLink } from './invitation-link.tsx'
import { refreshStaff } from './staff-words.ts'

/** Four weeks: about as long as an audit of a year stays. */
const USUAL_DAYS = 28

type Filled = { name: string; email: string; last_day: Day | undefined }

/** Invites an auditor, who looks at figures and what stands behind them until a last day. */
export function AuditorSheet({ onClose }: { onClose: () => void }) {
  const formId = useId()
  const today = useToday()
  const [filled, setFilled] = useState<Filled>({ name: '', email: '', last_day: addDays(today, USUAL_DAYS) })
  const { send, problems, attempt, busy, link } = useInviting(onClose)
  useEffect(() => document.getElementById('name')?.focus(), [])
  const change = (part: Partial<Filled>) => setFilled((before) => ({ ...before, ...part }))
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.sentence

  function submit(event: SubmitEvent) {
    event.preventDefault()
    if (!busy) void send(filled)
  }

  if (link !== undefined)
    return (
      <Sheet title={`${filled.name} is invited`} open onClose={onClose} foot={<Button onClick={onClose}>Close</Button>}>
        <InvitationLink name={filled.name} link={link} />
      </Sheet>
    )
  return (
    <Sheet
      title="Invite an auditor"
      open
      onClose={onClose}
      foot={
        <>
          <Button look="filled" icon="check" type="submit" form={formId} busy={busy ? 'Inviting' : undefined}>
            Invite
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <form id={formId} noValidate className="stack" onSubmit={submit}>
        <ErrorSummary problems={problems} attempt={attempt} />
        <p>
          An auditor sees figures, the records behind them, samples and signed years, and changes nothing. People and
          sole traders are shown by reference, without names or contacts. Documents are not: an auditor can download
          those of sampled records in the audit pack, and they may name people.
        </p>
        <TextField
          id="name"
          label="Name"
          autoComplete="off"
          value={filled.name}
          error={errorOf('name')}
          onChange={({ target }) => change({ name: target.value })}
        />
        <TextField
          id="email"
          label="E-mail"
          type="email"
          autoComplete="off"
          value={filled.email}
          error={errorOf('email')}
          onChange={({ target }) => change({ email: target.value })}
        />
        <DateField
          id="last_day"
          label="Last day"
          hint="After this day they cannot come in. You can end it sooner or extend it."
          today={today}
          leaning="future"
          value={filled.last_day}
          error={errorOf('last_day')}
          onChange={(last_day) => change({ last_day })}
        />
      </form>
    </Sheet>
  )
}

function useInviting(onClose: () => void) {
  const [request_id] = useState(newId)
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [attempt, setAttempt] = useState(0)
  const [link, setLink] = useState<string>()
  const inviting = useMutation(trpc.staff.inviteAuditor.mutationOptions())

  async function send({ name, email, last_day }: Filled): Promise<void> {
    setAttempt((count) => count + 1)
    try {
      const invited = await inviting.mutateAsync({ request_id, name, email, last_day: last_day ?? '' })
      await refreshStaff()
      if (invited.link) return setLink(invited.link)
      toast(`The invitation goes to ${email} by mail`)
      onClose()
    } catch (error) {
      setProblems(problemsOf(error))
    }
  }

  return { send, problems, attempt, busy: inviting.isPending, link }
}
