import { SendPlan } from '@hubline/domain/skills-reviews/agree-plan.ts'
import { useState } from 'react'
import { client } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemsOf } from '../problem.ts'
import { Button } from '../ui/button.tsx'
import { Sheet } from '../ui/dialog.tsx'
import { ErrorSummary, type FormProblem } from '../ui/error-summary.tsx'
import { TextField } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import type { PlanPageShown } from './plan-words.ts'
import type { Plan } from './use-plan.ts'

/** Puts the plan before the client: by mail, or as a link to hand over. */
export function SendPlanSheet({ plan, page, onClose }: { plan: Plan; page: PlanPageShown; onClose: () => void }) {
  const [to, setTo] = useState(page.contact?.email ?? '')
  const [to_name, setName] = useState(page.contact?.name ?? '')
  const [link, setLink] = useState<string>()
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [attempt, setAttempt] = useState(0)
  const [busy, setBusy] = useState(false)
  const [ids] = useState(() => ({ mail: newId() }))
  const errorOf = (field: string) => problems.find((one) => one.field === field)?.sentence

  async function run(work: () => Promise<void>) {
    setAttempt((count) => count + 1)
    setBusy(true)
    try {
      await plan.run(() => Promise.resolve())
      await work()
    } catch (fault) {
      setProblems(problemsOf(fault))
    } finally {
      setBusy(false)
    }
  }

  async function send() {
    const read = SendPlan.safeParse({ request_id: ids.mail, skills_review_id: plan.review_id, to, to_name })
    if (!read.success)
      return setProblems(read.error.issues.map(({ path, message }) => ({ field: path.join('.'), sentence: message })))
    await run(async () => {
      await client.plans.send.mutate(read.data)
      await plan.refetch()
      toast(`Plan sent to ${read.data.to}`)
      onClose()
    })
  }

  const make = () =>
    run(async () => {
      const made = await client.plans.makeLink.mutate({ request_id: newId(), skills_review_id: plan.review_id })
      setLink(made.link)
      await plan.refetch()
    })

  return (
    <Sheet
      title="Send the plan to agree"
      open
      onClose={onClose}
      foot={
        <>
          <Button look="filled" icon="mail" busy={busy ? 'Sending' : undefined} onClick={() => void send()}>
            Send
          </Button>
          <Button onClick={onClose}>Close</Button>
        </>
      }
    >
      <ErrorSummary problems={problems} attempt={attempt} />
      <p>They read the plan and agree, or say what should change. Links sent earlier stop working.</p>
      <TextField
        id="to"
        label="E-mail"
        type="email"
        value={to}
        error={errorOf('to')}
        onChange={({ target }) => setTo(target.value)}
      />
      <TextField
        id="to_name"
        label="Name"
        optional
        value={to_name}
        error={errorOf('to_name')}
        onChange={({ target }) => setName(target.value)}
      />
      {link ? (
        <TextField label="Link, shown once" readOnly value={link} onFocus={(event) => event.target.select()} />
      ) : (
        <Button icon="copy" onClick={() => void make()}>
          Make a link to hand over instead
        </Button>
      )}
    </Sheet>
  )
}
