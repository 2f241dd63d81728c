import { minutesInWords } from '@hubline/domain/minutes-in-words.ts'
import { MANY_MINUTES } from '@hubline/domain/interactions/log-interaction.ts'
import type { Channel, InteractionKind } from '@hubline/domain/interactions/interactions-file.ts'
import type { RefObject } from 'react'
import { Checkbox } from '../ui/checkbox.tsx'
import { DateField } from '../ui/date-field.tsx'
import { Icon } from '../ui/icon.tsx'
import { MinutesField } from '../ui/minutes-field.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextArea } from '../ui/text-field.tsx'
import { CHANNEL_WORDS, KIND_NAMES, whyItNeverCounts } from './interaction-words.ts'
import type { LogForm } from './use-log-interaction.ts'

const CHANNELS = (Object.entries(CHANNEL_WORDS) as [Channel, (typeof CHANNEL_WORDS)[Channel]][]).map(
  ([value, { words, icon }]) => ({ value, words, icon }),
)
const KINDS = (Object.entries(KIND_NAMES) as [InteractionKind, string][]).map(([value, name]) => ({
  value,
  words: whyItNeverCounts(value) ? `${name} (never counts)` : name,
}))

/** How, what kind, how long, when, and the note. */
export function LogFacts({ form, note }: { form: LogForm; note: RefObject<HTMLTextAreaElement | null> }) {
  const { filled, change, refill, today } = form
  const errorOf = (field: string) => form.problems.find((one) => one.field === field)?.sentence
  return (
    <>
      <Segmented
        id="channel"
        label="How"
        segments={CHANNELS}
        value={filled.channel}
        error={errorOf('channel')}
        onChange={(channel) => change({ channel })}
      />
      <SelectField
        id="kind"
        label="Kind"
        choices={KINDS}
        value={filled.kind}
        error={errorOf('kind')}
        onChange={(event) => change({ kind: event.target.value as InteractionKind })}
      />
      <div className="log-minutes">
        <MinutesField
          key={`minutes-${refill}`}
          id="minutes"
          label="Minutes with the client"
          value={filled.minutes}
          error={errorOf('minutes')}
          onChange={(minutes) => change({ minutes })}
        />
        <ManyMinutes minutes={filled.minutes} />
      </div>
      <DateField
        key={`day-${refill}`}
        id="occurred_on"
        label="Date"
        today={today}
        value={filled.occurred_on}
        error={errorOf('occurred_on')}
        onChange={(occurred_on) => change({ occurred_on })}
      />
      {filled.client?.kind === 'person' && (
        <Checkbox
          checked={filled.start_up_support}
          onChange={(event) => change({ start_up_support: event.target.checked })}
        >
          Support to start a business
          {form.about?.trading_since && (
            <span className="cell-note">Trades already: it will not count as helped to start</span>
          )}
        </Checkbox>
      )}
      <TextArea
        ref={note}
        id="notes"
        label="Note"
        hint="Do not record health or family details. Saved on this device as you type."
        value={filled.notes}
        error={errorOf('notes')}
        onChange={(event) => change({ notes: event.target.value })}
      />
    </>
  )
}

function ManyMinutes({ minutes }: { minutes: number | undefined }) {
  return (
    <p role="status" className="log-warning">
      {minutes !== undefined && minutes > MANY_MINUTES && (
        <>
          <Icon name="warning" size={16} />
          <span>That is {minutesInWords(minutes)} in one day. Check that it was all with the client</span>
        </>
      )}
    </p>
  )
}
