import { type Day, parseIsoDay } from '@hubline/domain/day.ts'
import { EVENT_KINDS } from '@hubline/domain/events/plan-event.ts'
import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { trpc } from '../api.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import { DateField } from '../ui/date-field.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextArea, TextField } from '../ui/text-field.tsx'
import type { useRecordForm } from '../ui/use-record-form.ts'
import { type EventForm, minutesBetween } from './event-form.ts'
import { startWith } from './event-words.ts'

type Form = ReturnType<typeof useRecordForm<typeof EventForm>>
type Props = {
  form: Form
  today: Day
  /** Changes when all boxes are filled anew. */
  refill?: number
  /** Under a page's heading or under that of a sheet. */
  under: 'page' | 'sheet'
}

/** Every fact about an event that a person may set. */
export function EventFields({ form, today, refill = 0, under }: Props) {
  const Heading = under === 'page' ? 'h2' : 'h3'
  const { register } = form
  return (
    <>
      <TextField label="Title" autoComplete="off" {...register('title')} />
      <KindBox form={form} />
      <DayBox key={refill} form={form} today={today} />
      <TimeBoxes form={form} />
      <TextField
        label="Place"
        optional
        hint="Where people go, as they will read it"
        autoComplete="off"
        {...register('place')}
      />
      <TextField
        label="Link to join online"
        optional
        hint="Sent to those who have a place; not shown on the public page"
        type="url"
        autoComplete="off"
        {...register('online_link')}
      />
      <TextField
        label="Places"
        optional
        hint="Blank for no limit. Whoever comes later waits in order"
        short
        inputMode="numeric"
        autoComplete="off"
        {...register('capacity')}
      />
      <TextArea label="What it is about" optional hint="For the public page" {...register('description')} />
      <Heading>How it counts</Heading>
      <TextField
        label="Minutes credited"
        hint="To each business once, however many of its people come: 90, 1.5h or 1h30"
        short
        autoComplete="off"
        {...register('minutes')}
      />
      <ProgrammeBox form={form} />
      <Checkbox {...form.register('start_up_support')}>It helps people to start a business</Checkbox>
      <Checkbox {...form.register('sheet_kept')}>A sheet that everybody signs is kept</Checkbox>
      <p className="field-hint">With a signed sheet, who came is documented; without one it is declared by the hub.</p>
    </>
  )
}

function KindBox({ form }: { form: Form }) {
  const now = form.watch('kind') ?? ''
  const kinds = now === '' || EVENT_KINDS.some((kind) => kind === now) ? EVENT_KINDS : [now, ...EVENT_KINDS]
  return (
    <SelectField
      label="Kind"
      optional
      none="Not said"
      choices={kinds.map((value) => ({ value, words: startWith(value) }))}
      {...form.register('kind')}
    />
  )
}

function DayBox({ form, today }: { form: Form; today: Day }) {
  return (
    <DateField
      id="held_on"
      label="Day"
      hint="Type 3/12, 3 dec, fri or +2w"
      today={today}
      leaning="future"
      value={parseIsoDay(form.watch('held_on'))}
      error={form.errorOf('held_on')}
      onChange={(day, text) => form.setValue('held_on', day ?? text)}
    />
  )
}

/** Start and end; while nobody has said otherwise, the minutes credited follow from them. */
function TimeBoxes({ form }: { form: Form }) {
  const suggested = useRef('')
  const suggest = () => {
    const minutes = minutesBetween(form.getValues('starts_at') ?? '', form.getValues('ends_at') ?? '')
    const now = form.getValues('minutes')
    if (minutes === '' || (now !== '' && now !== suggested.current)) return
    suggested.current = minutes
    form.setValue('minutes', minutes)
  }
  return (
    <div className="register-pair" onBlur={suggest}>
      <TextField label="Starts at" optional type="time" short {...form.register('starts_at')} />
      <TextField label="Ends at" optional type="time" short {...form.register('ends_at')} />
    </div>
  )
}

function ProgrammeBox({ form }: { form: Form }) {
  const { data } = useQuery(trpc.cases.choices.queryOptions(undefined, { staleTime: 300_000 }))
  const programmes = data?.programmes ?? []
  if (programmes.length === 0) return null
  return (
    <SelectField
      label="Programme"
      optional
      none="No programme"
      choices={programmes.map(({ id, name }) => ({ value: id, words: name }))}
      {...form.register('programme_id')}
    />
  )
}
