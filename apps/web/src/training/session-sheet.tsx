import { type Day, parseIsoDay } from '@hubline/domain/day.ts'
import { SESSION_STATUS_NAMES, SessionForm } from '@hubline/domain/training/course-form.ts'
import { useMutation } from '@tanstack/react-query'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { useId, useState } from 'react'
import type { z } from 'zod'
import { trpc } from '../api.ts'
import { choicesOf } from '../cases/case-words.ts'
import { newId } from '../new-id.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { DateField } from '../ui/date-field.tsx'
import { Sheet } from '../ui/dialog.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import { useRecordForm } from '../ui/use-record-form.ts'
import { givenWords } from './given-words.ts'
import { refreshTraining } from './refresh-training.ts'

export type SessionShown = inferOutput<typeof trpc.training.course>['sessions'][number]

type Props = { course_id: string; session?: SessionShown | undefined; today: Day; onClose: () => void }

/** A new session of a course, or the facts of one that is planned. */
export function SessionSheet({ course_id, session, today, onClose }: Props) {
  const formId = useId()
  const form = useRecordForm(SessionForm, filledFrom(session))
  const save = useSaving(course_id, session, onClose)
  const [filled, setFilled] = useState<Day>()
  const { register } = form
  const day = (field: 'starts_on' | 'ends_on', label: string) => (
    <DateField
      // The box keeps what was typed: one that is filled from the first day is a fresh one.
      key={`${field} ${field === 'ends_on' && filled}`}
      id={field}
      label={label}
      today={today}
      leaning="future"
      value={parseIsoDay(form.watch(field) ?? '')}
      error={form.errorOf(field)}
      onChange={(value, text) => {
        form.setValue(field, value ?? text)
        // Most sessions are of one day.
        if (field !== 'starts_on' || !value || (parseIsoDay(form.getValues('ends_on')) ?? '') >= value) return
        form.setValue('ends_on', value)
        setFilled(value)
      }}
    />
  )
  return (
    <Sheet
      title={session ? 'Edit the session' : 'Add a session'}
      open
      onClose={onClose}
      foot={
        <>
          <Button look="filled" icon="check" type="submit" form={formId} busy={form.saving ? 'Saving' : undefined}>
            {session ? 'Save' : 'Add session'}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <form id={formId} noValidate className="stack" onSubmit={(event) => void form.onSubmit(save)(event)}>
        <ErrorSummary problems={form.problems} attempt={form.attempt} />
        {day('starts_on', 'First day')}
        {day('ends_on', 'Last day')}
        <TextField label="Place" optional autoComplete="off" {...register('place')} />
        <Checkbox {...register('is_online')}>Online, or can be joined online</Checkbox>
        <TextField label="Places" short inputMode="numeric" autoComplete="off" {...register('places')} />
        <SelectField label="Booking" choices={choicesOf(SESSION_STATUS_NAMES)} {...register('status')} />
        {session && session.taken > 0 && (
          <p className="field-hint">
            {session.taken} {session.taken === 1 ? 'learner has' : 'learners have'} a place. They keep it, whatever is
            changed here.
          </p>
        )}
      </form>
    </Sheet>
  )
}

function filledFrom(session: SessionShown | undefined): z.input<typeof SessionForm> {
  return {
    starts_on: session?.starts_on ?? '',
    ends_on: session?.ends_on ?? '',
    place: session?.place ?? '',
    is_online: session?.is_online ?? false,
    places: session?.places ?? '',
    status: session?.status ?? 'open',
  }
}

function useSaving(course_id: string, session: SessionShown | undefined, onClose: () => void) {
  const [ids] = useState(() => ({ request_id: newId(), id: newId() }))
  const add = useMutation(trpc.training.addSession.mutationOptions())
  const change = useMutation(trpc.training.changeSession.mutationOptions())

  return async (read: z.output<typeof SessionForm>) => {
    if (session) {
      const { request_id } = ids
      const { given } = await change.mutateAsync({ request_id, id: session.id, version: session.version, ...read })
      await refreshTraining()
      toast(['Saved the session', givenWords(given)].filter(Boolean).join('. '))
    } else {
      const { reference } = await add.mutateAsync({ ...ids, course_id, ...read })
      await refreshTraining()
      toast(`Added the session ${reference}`)
    }
    onClose()
  }
}
