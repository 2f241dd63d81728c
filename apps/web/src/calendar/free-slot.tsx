import { showClock } from '@hubline/domain/calendar/london-time.ts'
import { showTime } from '@hubline/domain/calendar/booking-words.ts'
import { Icon } from '../ui/icon.tsx'
import type { FreeTime } from './calendar-data.ts'

type Props = {
  time: FreeTime
  /** Undefined where a press does something at once. */
  chosen?: boolean | undefined
  /** What a press does, before the time: "Book", "Move to". */
  verb: string
  broker?: string | undefined
  disabled?: boolean | undefined
  onChoose: () => void
}

/** A free time: a button, wherever it stands. */
export function FreeSlot({ time, chosen, verb, broker, disabled, onChoose }: Props) {
  const at = Date.parse(time.slot_start)
  return (
    <button
      type="button"
      className="free-slot figures"
      aria-pressed={chosen}
      aria-disabled={disabled ? true : undefined}
      data-slot={time.slot_start}
      onClick={disabled ? undefined : onChoose}
    >
      {chosen && <Icon name="check" size={14} />} {showClock(at)} {chosen ? 'chosen' : 'free'}
      <span className="visually-hidden">{`, ${verb} ${showTime(at)}${broker ? ` with ${broker}` : ''}`}</span>
      {broker && (
        <span className="cell-note" aria-hidden="true">
          {broker}
        </span>
      )}
    </button>
  )
}
