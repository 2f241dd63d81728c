import { showShortDay } from '@hubline/domain/calendar/booking-words.ts'
import { addDays, dayInWords } from '@hubline/domain/day.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { FieldGroup } from '../ui/field.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { useChangeSearch } from '../ui/use-change-search.ts'
import type { Diary } from './calendar-data.ts'
import { type Shown, mondayOf } from './calendar-question.ts'

const VIEW_NAMES = { week: 'Week', day: 'Day', list: 'List' } as const

/** Which days, drawn how, of whom: all of it in the address. */
export function CalendarBar({ asked, view, diary }: Shown & { diary: Diary }) {
  const change = useChangeSearch()
  const monday = mondayOf(asked.day)
  const step = view === 'day' ? 1 : 7
  const noun = view === 'day' ? 'day' : 'week'
  const go = (days: number) => change({ day: addDays(asked.day, days) })
  return (
    <div className="calendar-bar no-print">
      <div className="cluster">
        <Button icon="back" iconOnly onClick={() => go(-step)}>
          {`The ${noun} before`}
        </Button>
        <Button onClick={() => change({ day: diary.today })}>Today</Button>
        <Button icon="open" iconOnly onClick={() => go(step)}>
          {`The ${noun} after`}
        </Button>
        <h2 aria-live="polite">
          {view === 'day' ? dayInWords(asked.day) : `${showShortDay(monday)} to ${showShortDay(addDays(monday, 6))}`}
        </h2>
      </div>
      <Segmented
        label="View"
        hideLabel
        segments={(['week', 'day', 'list'] as const).map((value) => ({ value, words: VIEW_NAMES[value] }))}
        value={view}
        onChange={(value) => change({ view: value })}
      />
      {diary.brokers.length > 1 && <Whose asked={asked} diary={diary} />}
    </div>
  )
}

function Whose({ asked, diary }: Pick<Shown, 'asked'> & { diary: Diary }) {
  const change = useChangeSearch()
  // What the address says already, before the diaries are here.
  const shown = asked.who ?? diary.shown.map(({ id }) => id)
  const turn = (id: string, on: boolean) => {
    const who = on ? [...shown, id] : shown.filter((one) => one !== id)
    if (who.length > 0) change({ who: who.join(',') })
  }
  return (
    <FieldGroup label="Diaries" hideLabel>
      <div className="cluster">
        {diary.brokers.map(({ id, name }) => (
          <Checkbox key={id} checked={shown.includes(id)} onChange={({ target }) => turn(id, target.checked)}>
            {name}
          </Checkbox>
        ))}
      </div>
    </FieldGroup>
  )
}
