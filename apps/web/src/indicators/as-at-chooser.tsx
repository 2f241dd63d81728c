import { type Day, parseIsoDay } from '@hubline/domain/day.ts'
import { type FormEvent, useId, useState } from 'react'
import { useMe } from '../staff/me.ts'
import { Button } from '../ui/button.tsx'
import { DateField } from '../ui/date-field.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useChangeSearch } from '../ui/use-change-search.ts'
import { useToday } from '../ui/use-today.ts'
import { useAsAt } from './use-as-at.ts'

/** A small button that asks for the day at whose end the figures are wanted; the day stands in the address. */
export function AsAtChooser({ words }: { words: string }) {
  const [open, setOpen] = useState(false)
  // An auditor does not look back: the tables of then are not masked (decision 50).
  if (useMe().role === 'auditor') return null
  return (
    <>
      <Button look="quiet" onClick={() => setOpen(true)}>
        {words}
      </Button>
      {open && <ChooseDay onClose={() => setOpen(false)} />}
    </>
  )
}

function ChooseDay({ onClose }: { onClose: () => void }) {
  const form_id = useId()
  const today = useToday()
  const change = useChangeSearch()
  const [day, setDay] = useState<Day | undefined>(parseIsoDay(useAsAt()?.slice(0, 10) ?? ''))
  const [error, setError] = useState<string>()
  const show = (event: FormEvent) => {
    event.preventDefault()
    if (day === undefined) return setError('Say which day')
    if (day > today) return setError('That day has not come yet: choose a day up to today')
    onClose()
    change({ as_at: day })
  }
  return (
    <Dialog
      title="Figures as at another day"
      open
      onClose={onClose}
      foot={
        <>
          <Button look="filled" type="submit" form={form_id}>
            Show the figures
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <form id={form_id} noValidate onSubmit={show} className="as-at-form">
        <p>The figures as they stood at the end of a day: without what was recorded, changed or merged since.</p>
        <DateField
          label="Day"
          today={today}
          value={day}
          error={error}
          onChange={(next) => {
            setDay(next)
            setError(undefined)
          }}
        />
      </form>
    </Dialog>
  )
}
