import { useMutation, useQuery } from '@tanstack/react-query'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemOf, problemsOf } from '../problem.ts'
import { RecordLink } from '../records/record-link.tsx'
import { showInstant } from '../records/show-value.ts'
import { Button, ButtonAnchor } from '../ui/button.tsx'
import { Sheet } from '../ui/dialog.tsx'
import { ErrorSummary, type FormProblem } from '../ui/error-summary.tsx'
import { type Fact, Facts } from '../ui/facts.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Tag } from '../ui/tag.tsx'
import { toast } from '../ui/toast.tsx'
import { MAIL_STATE_NAMES, MAIL_STATE_TONES } from './mail-words.ts'
import './message-sheet.css'

type Message = inferOutput<typeof trpc.mail.message>

/** One message as it was written, why it has not gone, and the way to send it again. */
export function MessageSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const { data, error } = useQuery(trpc.mail.message.queryOptions({ id }))
  const again = useSendAgain(data, onClose)
  const mayGo = data?.sends_mail && data.state !== 'sent'
  return (
    <Sheet
      title="Message"
      open
      onClose={onClose}
      note={data && <Tag tone={MAIL_STATE_TONES[data.state]}>{MAIL_STATE_NAMES[data.state]}</Tag>}
      foot={
        <>
          {mayGo && (
            <Button
              look="filled"
              icon="mail"
              busy={again.busy ? 'Sending' : undefined}
              onClick={() => void again.run()}
            >
              {data.state === 'waiting' ? 'Try now' : 'Send again'}
            </Button>
          )}
          <Button onClick={onClose}>Close</Button>
        </>
      }
    >
      <ErrorSummary problems={again.problems} attempt={again.attempt} />
      {error && !data ? (
        <p>{problemOf(error).sentence}</p>
      ) : data ? (
        <Shown message={data} />
      ) : (
        <Skeleton lines={8} height="40vh" />
      )}
    </Sheet>
  )
}

function Shown({ message }: { message: Message }) {
  const { subject, text, calendar, calendar_method, about, reason, state, next_attempt_at } = message
  const parts = text.split('{link}')
  return (
    <div className="stack message">
      {reason && (
        <p className={state === 'failed' ? 'message-reason bad' : 'message-reason'}>
          {reason}
          {state === 'waiting' && next_attempt_at && `. Tried again ${showInstant(next_attempt_at)}`}
        </p>
      )}
      <Facts facts={factsOf(message)} />
      <h3>{subject}</h3>
      <p className="message-text">
        {parts.map((part, at) => (
          // The parts of one text never change places.
          <span key={at}>
            {at > 0 && <span className="message-link">a link of their own, made as the message leaves</span>}
            {part}
          </span>
        ))}
      </p>
      {calendar && (
        <ButtonAnchor
          icon="calendar"
          download="invitation.ics"
          href={`data:text/calendar;charset=utf-8,${encodeURIComponent(calendar)}`}
        >
          {calendar_method === 'CANCEL' ? 'Calendar cancellation' : 'Calendar entry'}
        </ButtonAnchor>
      )}
      {about && (
        <p>
          About{' '}
          <RecordLink kind={about.kind} reference={about.reference}>
            {about.noun} {about.reference}
          </RecordLink>
        </p>
      )}
    </div>
  )
}

function factsOf({ to_name, to_address, reply_to, queued_at, sent_at, attempts }: Message): Fact[] {
  return [
    { title: 'To', value: to_name ? `${to_name}, ${to_address}` : to_address },
    ...(reply_to ? [{ title: 'Answers to', value: reply_to }] : []),
    { title: 'Written', value: showInstant(queued_at) },
    ...(sent_at ? [{ title: 'Sent', value: showInstant(sent_at) }] : []),
    { title: 'Attempts', value: attempts },
  ]
}

function useSendAgain(message: Message | undefined, onDone: () => void) {
  const [request_id] = useState(newId)
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [attempt, setAttempt] = useState(0)
  const sending = useMutation(trpc.mail.sendAgain.mutationOptions())

  async function run() {
    if (!message) return
    setAttempt((count) => count + 1)
    try {
      await sending.mutateAsync({ request_id, id: message.id, version: message.version })
      await refreshMail()
      toast(`The message to ${message.to_name || message.to_address} is on its way`)
      onDone()
    } catch (error) {
      setProblems(problemsOf(error))
      await refreshMail()
    }
  }

  return { run, problems, attempt, busy: sending.isPending }
}

const refreshMail = () => queryClient.invalidateQueries(trpc.mail.pathFilter())
