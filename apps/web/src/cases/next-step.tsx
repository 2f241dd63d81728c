import type { Day } from '@hubline/domain/day.ts'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemOf } from '../problem.ts'
import { DueBar } from '../ui/bars.tsx'
import { Icon } from '../ui/icon.tsx'
import { toast } from '../ui/toast.tsx'
import { dueWords } from './due-words.ts'
import { NextStepBox } from './next-step-box.tsx'
import './next-step.css'
import { plannedStep, saidStep, textOfStep } from './next-step-text.ts'
import { refreshCases } from './refresh-cases.ts'

export type Planned = { id: string; version: number; next_step: string | null; next_on: Day | null }
type Props = { planned: Planned; /** Whose case it is, for those who hear the page. */ client: string; today: Day }
type Typed = { text: string; request_id: string; wrong?: string | undefined }

/** The next step of a case, changed where it stands: `n` on its row, words, Enter. Shown at once, taken back when refused. */
export function NextStep({ planned, client, today }: Props) {
  const [typed, setTyped] = useState<Typed>()
  const [sent, setSent] = useState<Pick<Planned, 'next_step' | 'next_on'>>()
  const change = useMutation(trpc.cases.setNextStep.mutationOptions())
  const button = useReturningFocus(typed !== undefined)
  const offered = textOfStep(planned, today)

  async function save({ text, request_id }: Typed) {
    const step = plannedStep(text, today)
    if (!step) return
    setTyped(undefined)
    if (text.trim() === offered) return
    setSent(step)
    const place = placeOf(planned.id)
    try {
      await change.mutateAsync({
        request_id,
        id: planned.id,
        version: planned.version,
        next_step: step.next_step,
        next_on: step.next_on,
      })
      await refreshCases()
      toast(`${client}: ${saidStep(step)}`)
      stayAt(place)
    } catch (error) {
      const { code, sentence } = problemOf(error)
      setTyped({ text, request_id, wrong: sentence })
      // The words stay; what they are saved over next is what the other person left.
      if (code === 'stale') void refreshCases()
    }
    setSent(undefined)
  }

  if (typed)
    return (
      <NextStepBox
        {...typed}
        client={client}
        today={today}
        onSave={(text) => void save({ ...typed, text })}
        onClose={() => setTyped(undefined)}
      />
    )
  const { next_step, next_on } = sent ?? planned
  const due = dueWords(next_on, today)
  return (
    <button
      ref={button}
      type="button"
      className="next-step"
      data-next-step={planned.id}
      aria-keyshortcuts="n"
      title={next_step ?? undefined}
      onClick={() => setTyped({ text: offered, request_id: newId() })}
    >
      {next_step ? (
        <DueBar step={next_step} due={due.due} state={due.state} />
      ) : (
        <span className="quiet">Set next step</span>
      )}
      <span className="visually-hidden">
        {next_step && ', change the next step'} for {client}
      </span>
      <Icon name="edit" size={14} />
    </button>
  )
}

function useReturningFocus(open: boolean) {
  const button = useRef<HTMLButtonElement>(null)
  const was = useRef(false)
  useEffect(() => {
    if (!open && was.current) button.current?.focus()
    was.current = open
  }, [open])
  return button
}

function rowsOf(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-row]')]
}

function placeOf(id: string): number {
  return rowsOf().findIndex(
    (row) => row.querySelector(`[data-next-step="${id}"]`) ?? row.contains(document.activeElement),
  )
}

/** A new day takes the row to another heading. Who works down a list goes on where it was, with the row now there. */
function stayAt(place: number): void {
  setTimeout(() => {
    const rows = rowsOf()
    if (document.activeElement === document.body)
      rows[Math.min(place, rows.length - 1)]?.querySelector<HTMLElement>('th a')?.focus()
  }, 100)
}
