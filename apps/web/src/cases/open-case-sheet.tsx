import { OpenCase } from '@hubline/domain/cases/change-case.ts'
import { readNextStep } from '@hubline/domain/cases/read-next-step.ts'
import type { Day } from '@hubline/domain/day.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../api.ts'
import type { Client } from '../businesses/client.ts'
import { newId } from '../new-id.ts'
import { problemsOf } from '../problem.ts'
import { useMe } from '../staff/me.ts'
import { Button } from '../ui/button.tsx'
import { DateField } from '../ui/date-field.tsx'
import { Sheet } from '../ui/dialog.tsx'
import { ErrorSummary, type FormProblem } from '../ui/error-summary.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import { useFormDraft } from '../ui/use-form-draft.tsx'
import { CASE_KIND_NAMES, type CaseKind, choicesOf } from './case-words.ts'
import { echoOfStep } from './next-step-text.ts'
import { refreshCases } from './refresh-cases.ts'

type Filled = { kind: CaseKind; programme_id: string; opened_on: Day | undefined; next_step: string }

/** Opens a case for a client: what it is for, and the first step. */
export function OpenCaseSheet({ client, today, onClose }: { client: Client; today: Day; onClose: () => void }) {
  const [filled, setFilled] = useState<Filled>({
    kind: client.kind === 'person' ? 'start_up' : 'growth',
    programme_id: '',
    opened_on: today,
    next_step: '',
  })
  const change = (more: Partial<Filled>) => setFilled((now) => ({ ...now, ...more }))
  const draft = useFormDraft({
    name: `case:${client.reference}:${useMe().adviser_id}`,
    filled,
    put: setFilled,
    onClose,
  })
  const { open, problems, attempt, saving } = useOpening(client, filled, today, async () => {
    await draft.forget()
    onClose()
  })
  const programmes = useQuery(trpc.cases.choices.queryOptions(undefined, { staleTime: 300_000 })).data?.programmes ?? []
  const errorOf = (field: string) => problems.find((one) => one.field === field)?.sentence
  return (
    <Sheet
      title="Open a case"
      open
      onClose={draft.close}
      foot={
        <>
          <Button look="filled" icon="check" busy={saving ? 'Opening' : undefined} onClick={() => void open()}>
            Open case
          </Button>
          <Button onClick={draft.cancel}>Cancel</Button>
        </>
      }
    >
      {draft.offer}
      <ErrorSummary problems={problems} attempt={attempt} />
      <p>
        For <b>{client.name}</b>, with you as its adviser.
      </p>
      <SelectField
        id="kind"
        label="Kind"
        choices={choicesOf(CASE_KIND_NAMES)}
        value={filled.kind}
        error={errorOf('kind')}
        onChange={({ target }) => change({ kind: target.value as CaseKind })}
      />
      {programmes.length > 0 && (
        <SelectField
          id="programme_id"
          label="Programme"
          optional
          none="No programme"
          choices={programmes.map(({ id, name }) => ({ value: id, words: name }))}
          value={filled.programme_id}
          error={errorOf('programme_id')}
          onChange={({ target }) => change({ programme_id: target.value })}
        />
      )}
      <DateField
        id="opened_on"
        label="Opened on"
        today={today}
        value={filled.opened_on}
        error={errorOf('opened_on')}
        onChange={(opened_on) => change({ opened_on })}
      />
      <TextField
        id="next_step"
        label="Next step"
        optional
        hint="In words, with a day at the end: chase quotes fri"
        autoComplete="off"
        value={filled.next_step}
        error={errorOf('next_step')}
        onChange={({ target }) => change({ next_step: target.value })}
      />
      {filled.next_step && <p className="field-hint">{echoOfStep(filled.next_step, today)}</p>}
    </Sheet>
  )
}

function useOpening(client: Client, filled: Filled, today: Day, onOpened: () => Promise<void>) {
  const [ids] = useState(() => ({ request_id: newId(), id: newId() }))
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [attempt, setAttempt] = useState(0)
  const opening = useMutation(trpc.cases.open.mutationOptions())

  async function open() {
    setAttempt((count) => count + 1)
    const { step, on } = readNextStep(filled.next_step, today)
    const asked = {
      ...ids,
      business_id: client.kind === 'business' ? client.id : '',
      person_id: client.kind === 'person' ? client.id : '',
      kind: filled.kind,
      programme_id: filled.programme_id,
      opened_on: filled.opened_on ?? '',
      next_step: step,
      next_on: on ?? '',
    }
    const read = OpenCase.safeParse(asked)
    if (!read.success)
      return setProblems(read.error.issues.map(({ path, message }) => ({ field: path.join('.'), sentence: message })))
    try {
      const { reference } = await opening.mutateAsync(asked)
      await refreshCases()
      toast(`Opened ${reference} for ${client.name}`)
      await onOpened()
    } catch (error) {
      setProblems(problemsOf(error))
    }
  }

  return { open, problems, attempt, saving: opening.isPending }
}
