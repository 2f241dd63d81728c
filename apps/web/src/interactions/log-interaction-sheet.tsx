import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { Client } from '../businesses/client.ts'
import { Button } from '../ui/button.tsx'
import { Sheet } from '../ui/dialog.tsx'
import { DraftOffer } from '../ui/draft-offer.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Icon } from '../ui/icon.tsx'
import { keyWords } from '../ui/shortcuts.ts'
import { toast } from '../ui/toast.tsx'
import type { FilledLog } from './filled-log.ts'
import { LogClient } from './log-client.tsx'
import { LogFacts } from './log-facts.tsx'
import './log-interaction.css'
import { LogNextStep } from './log-next-step.tsx'
import { type LogForm, useLogInteraction } from './use-log-interaction.ts'
import { whatItCountsFor } from './what-it-counts-for.ts'

/** Logs one interaction, from anywhere: who, how, how long, when, a note and what comes next. */
export function LogInteractionSheet({ subject, onClose }: { subject: Client | undefined; onClose: () => void }) {
  const navigate = useNavigate()
  const form = useLogInteraction(subject, done)
  const who = useRef<HTMLInputElement>(null)
  const note = useRef<HTMLTextAreaElement>(null)
  const toNote = () => note.current?.focus()

  function done({ reference, filled }: { reference: string; filled: FilledLog }) {
    onClose()
    const open = () => void navigate({ href: `/r/interaction/${encodeURIComponent(reference)}` })
    toast(`Logged with ${filled.client?.name}`, { action: { words: 'Open record', run: open } })
  }

  function close() {
    if (form.worthKeeping) toast('Draft kept on this device')
    onClose()
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void form.save()
  }

  useEffect(() => (subject ? note : who).current?.focus(), [subject])

  return (
    <Sheet title="Log interaction" open onClose={close} foot={<LogFoot form={form} onClose={close} />}>
      <div className="log-form" onKeyDown={onKeyDown}>
        {form.draft.found && (
          <DraftOffer
            saved_at={form.draft.found.saved_at}
            onKeep={form.keepDraft}
            onDiscard={() => void form.draft.forget()}
          />
        )}
        <ErrorSummary problems={form.problems} attempt={form.attempt} />
        <LogClient form={form} box={who} onChosen={toNote} />
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
        keys={`${keyWords('mod+↵')}`}
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
