import { ABSENCE_NAMES, showTime } from '@hubline/domain/calendar/booking-words.ts'
import { ABSENCE_KINDS, type AbsenceKind } from '@hubline/domain/calendar/keep-diary.ts'
import { clockAt, readClock } from '@hubline/domain/calendar/london-time.ts'
import { type Day, showDay } from '@hubline/domain/day.ts'
import { useMutation } from '@tanstack/react-query'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { type SubmitEvent, useState } from 'react'
import { trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemOf, problemsOf } from '../problem.ts'
import { Button } from '../ui/button.tsx'
import { DateField } from '../ui/date-field.tsx'
import { ErrorSummary, type FormProblem } from '../ui/error-summary.tsx'
import { Panel } from '../ui/panel.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import { refreshCalendar } from './calendar-data.ts'

type Absence = inferOutput<typeof trpc.calendar.settings>['absences'][number]
type Props = { adviser_id: string; absences: readonly Absence[]; today: Day }

/** Times that are not worked: what is to come, and one more. */
export function AbsencesPanel({ adviser_id, absences, today }: Props) {
  const [adding, setAdding] = useState(false)
  return (
    <Panel
      title="Absences"
      actions={
        !adding && (
          <Button icon="plus" onClick={() => setAdding(true)}>
            Add an absence
          </Button>
        )
      }
    >
      {adding && <AbsenceForm adviser_id={adviser_id} today={today} onDone={() => setAdding(false)} />}
      {absences.length === 0 && !adding && <p className="quiet">None to come.</p>}
      <ul role="list" className="hours-rows">
        {absences.map((absence) => (
          <AbsenceLine key={absence.id} absence={absence} />
        ))}
      </ul>
    </Panel>
  )
}

function AbsenceLine({ absence }: { absence: Absence }) {
  const taking = useMutation(trpc.calendar.takeAbsenceBack.mutationOptions())
  const [from, to] = [Date.parse(absence.starts_at), Date.parse(absence.ends_at)]
  const whole = clockAt(from).minutes === 0 && clockAt(to).minutes === 0
  const [first, last] = [showDay(clockAt(from).day), showDay(clockAt(to - 1).day)]
  const when = whole ? (first === last ? first : `${first} to ${last}`) : `${showTime(from)} to ${showTime(to)}`
  const takeBack = () =>
    void taking.mutateAsync({ request_id: newId(), id: absence.id, version: absence.version }).then(
      async () => {
        await refreshCalendar()
        toast('The absence is taken back: its time can be booked again')
      },
      (error: unknown) => toast(problemOf(error).sentence, { tone: 'bad' }),
    )
  return (
    <li className="hours-row">
      <span>
        <b>{ABSENCE_NAMES[absence.kind]}</b> <span className="figures">{when}</span>
        {absence.title && <span className="quiet"> · {absence.title}</span>}
      </span>
      <Button look="quiet" size="small" busy={taking.isPending ? 'Taking back' : undefined} onClick={takeBack}>
        Take back<span className="visually-hidden">{`: ${ABSENCE_NAMES[absence.kind]}, ${when}`}</span>
      </Button>
    </li>
  )
}

function AbsenceForm({ adviser_id, today, onDone }: { adviser_id: string; today: Day; onDone: () => void }) {
  const [ids] = useState(() => ({ request_id: newId(), id: newId() }))
  const [request_id, setRequest] = useState(ids.request_id)
  const [kind, setKind] = useState<AbsenceKind>('leave')
  const [title, setTitle] = useState('')
  const [from_on, setFrom] = useState<Day>()
  const [to_on, setTo] = useState<Day>()
  const [clocks, setClocks] = useState({ from: '', to: '' })
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const adding = useMutation(trpc.calendar.addAbsence.mutationOptions())
  const errorOf = (field: string) => problems.find((one) => one.field === field)?.sentence

  async function save(event: SubmitEvent) {
    event.preventDefault()
    const clock = (typed: string) => (typed.trim() === '' ? null : (readClock(typed) ?? -1))
    try {
      const { booked } = await adding.mutateAsync({
        request_id,
        id: ids.id,
        adviser_id,
        kind,
        title,
        from_on: from_on ?? '',
        to_on: to_on ?? from_on ?? '',
        from_clock: clock(clocks.from),
        to_clock: clock(clocks.to),
      })
      await refreshCalendar()
      toast(
        booked.length === 0
          ? 'The absence is in the diary'
          : `The absence is in the diary. ${booked.length === 1 ? '1 review is' : `${booked.length} reviews are`} booked in it: move ${booked.length === 1 ? 'it' : 'them'}`,
        booked.length === 0 ? {} : { tone: 'bad' },
      )
      onDone()
    } catch (error) {
      setProblems(problemsOf(error))
      setRequest(newId())
    }
  }

  return (
    <form noValidate className="stack" onSubmit={(event) => void save(event)}>
      <ErrorSummary problems={problems} />
      <SelectField
        id="kind"
        label="Kind"
        choices={ABSENCE_KINDS.map((value) => ({ value, words: ABSENCE_NAMES[value] }))}
        value={kind}
        onChange={({ target }) => setKind(target.value as AbsenceKind)}
      />
      <TextField
        id="title"
        label="Words for it"
        optional
        value={title}
        onChange={({ target }) => setTitle(target.value)}
      />
      <DateField
        id="from_on"
        label="First day"
        today={today}
        leaning="future"
        value={from_on}
        error={errorOf('from_on')}
        onChange={setFrom}
      />
      <DateField
        id="to_on"
        label="Last day"
        optional
        hint="Left blank, the first day is the only one"
        today={today}
        leaning="future"
        value={to_on}
        error={errorOf('to_on')}
        onChange={setTo}
      />
      <TextField
        id="from_clock"
        label="From"
        optional
        short
        hint="Left blank, whole days"
        value={clocks.from}
        error={errorOf('from_clock')}
        onChange={({ target }) => setClocks((now) => ({ ...now, from: target.value }))}
      />
      <TextField
        id="to_clock"
        label="To"
        optional
        short
        value={clocks.to}
        error={errorOf('to_clock')}
        onChange={({ target }) => setClocks((now) => ({ ...now, to: target.value }))}
      />
      <div className="cluster">
        <Button look="filled" icon="check" type="submit" busy={adding.isPending ? 'Saving' : undefined}>
          Add the absence
        </Button>
        <Button onClick={onDone}>Not now</Button>
      </div>
    </form>
  )
}
