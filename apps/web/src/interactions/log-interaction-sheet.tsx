import { useNavigate } from '@tanstack/react-router'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Client } from '../businesses/client.ts'
import { Button } from '../ui/button.tsx'
import { Sheet } from '../ui/dialog.tsx'
import { DraftOffer } from '../ui/draft-offer.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Icon } from '../ui/icon.tsx'
import { keyWords, useShortcut } from '../ui/shortcuts.ts'
import { toast } from '../ui/toast.tsx'
import type { FilledLog } from './filled-log.ts'
import { LogClient } from './log-client.tsx'
import { LogFacts } from './log-facts.tsx'
import './log-interaction.css'
import { LogNextStep } from './log-next-step.tsx'
import { type LogForm, useLogInteraction } from './use-log-interaction.ts'
import { whatItCountsFor } from './what-it-counts-for.ts'

type Props = {
  subject: Client | undefined
  /** What was typed after `l` and before the sheet was there. */
  ahead: RefObject<string>
  onClose: () => void
}

const SAVE = 'mod+enter'

/** Logs one interaction, from anywhere: who, how, how long, when, a note and what comes next. */
export function LogInteractionSheet({ subject, ahead, onClose }: Props) {
  const navigate = useNavigate()
  const [typed] = useState(() => readAhead(ahead.current, subject !== undefined))
  const form = useLogInteraction({ subject, notes: typed.notes, onDone: done })
  const who = useRef<HTMLInputElement>(null)
  const note = useRef<HTMLTextAreaElement>(null)
  const toNote = () => focusAtEnd(note.current)

  function done({ reference, filled }: { reference?: string; filled: FilledLog }) {
    onClose()
    if (reference === undefined)
      return toast(`No connection: the interaction with ${filled.client?.name} is kept on this device and sent later`)
    const open = () => void navigate({ href: `/r/interaction/${encodeURIComponent(reference)}` })
    toast(`Logged with ${filled.client?.name}`, { action: { words: 'Open record', run: open } })
  }

  function close() {
    if (form.worthKeeping) toast('Draft kept on this device')
    onClose()
  }

  useShortcut({ keys: SAVE, words: 'Save', where: 'Log interaction', inFields: true, run: () => void form.save() })
  useEffect(() => focusAtEnd(subject || typed.entered ? note.current : who.current), [subject, typed])

  return (
    <Sheet title="Log interaction" open onClose={close} foot={<LogFoot form={form} onClose={close} />}>
      <div className="log-form">
        {form.draft.found && (
          <DraftOffer
            saved_at={form.draft.found.saved_at}
            onKeep={form.keepDraft}
            onDiscard={() => void form.draft.forget()}
          />
        )}
        <ErrorSummary problems={form.problems} attempt={form.attempt} />
        <LogClient form={form} box={who} typed={typed} onChosen={toNote} />
        <LogFacts form={form} note={note} />
        <LogNextStep form={form} />
      </div>
    </Sheet>
  )
}

function LogFoot({ form, onClose }: { form: LogForm; onClose: () => void }) {
  return (
    <>
      <EffectLine form={form} />
      <Button
        look="filled"
        icon="check"
        keys={keyWords(SAVE)}
        busy={form.saving ? 'Saving' : undefined}
        onClick={() => void form.save()}
      >
        Save
      </Button>
      <Button onClick={onClose}>{form.worthKeeping ? 'Keep draft' : 'Cancel'}</Button>
    </>
  )
}

/** What it will count for, while it is typed. */
function EffectLine({ form: { filled, about } }: { form: LogForm }) {
  const { counts, sentence } = whatItCountsFor({
    ...filled,
    client: filled.client?.kind,
    before: about && { minutes: about.minutes_this_year, year: about.year },
  })
  return (
    <p className={`log-effect ${counts === true ? 'counts' : 'not'}`} role="status">
      <Icon name={counts === true ? 'check' : 'info'} size={16} />
      <span>{sentence}</span>
    </p>
  )
}

/** Whoever was typing goes on where they were. */
function focusAtEnd(box: HTMLInputElement | HTMLTextAreaElement | null): void {
  box?.focus()
  box?.setSelectionRange(box.value.length, box.value.length)
}

/** Up to Enter it is the name of the client, after it the note. */
function readAhead(keys: string, isKnown: boolean): { text: string; entered: boolean; notes: string } {
  if (isKnown) return { text: '', entered: false, notes: keys }
  const [text = '', ...notes] = keys.split('\n')
  return { text, entered: notes.length > 0, notes: notes.join('\n') }
}
