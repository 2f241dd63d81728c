import { minutesInWords } from '@hubline/domain/minutes-in-words.ts'
import { useState } from 'react'
import { FieldGroup, type FieldProps } from './field.tsx'
import './minutes-field.css'
import { readMinutes } from './read-minutes.ts'

const USUAL = [15, 30, 45, 60, 90, 120] as const

type Props = Omit<FieldProps, 'id'> & {
  id: string
  /** Whole minutes, or nothing while what stands in the box cannot be read. */
  value: number | undefined
  onChange: (minutes: number | undefined) => void
}

/** The usual lengths as one press each, and a box that reads `90`, `1.5h` and `1h30`. */
export function MinutesField({ value, onChange, ...field }: Props) {
  const [typed, setTyped] = useState<string>()
  const text = typed ?? (value === undefined || isUsual(value) ? '' : String(value))
  const readable = text.trim() === '' || readMinutes(text) !== undefined
  const wrong = readable ? undefined : 'Enter minutes, like 90, 1.5h or 1h30'

  function type(next: string) {
    setTyped(next)
    onChange(readMinutes(next))
  }

  return (
    <FieldGroup {...field} error={field.error ?? wrong}>
      <div className="segments">
        {USUAL.map((minutes) => (
          <label key={minutes} className="segment">
            <input
              type="radio"
              name={field.id}
              checked={value === minutes && text === ''}
              onChange={() => {
                setTyped('')
                onChange(minutes)
              }}
            />
            <span>
              {minutes}
              <span className="visually-hidden"> minutes</span>
            </span>
          </label>
        ))}
        <input
          className="control minutes-box"
          aria-label="Other length"
          aria-describedby={`${field.id}-echo`}
          aria-invalid={readable ? undefined : true}
          placeholder="or 1h30"
          value={text}
          onChange={(event) => type(event.target.value)}
        />
      </div>
      <p id={`${field.id}-echo`} className="field-hint minutes-echo">
        {value !== undefined && text !== '' ? minutesInWords(value) : ''}
      </p>
    </FieldGroup>
  )
}

function isUsual(minutes: number): boolean {
  return USUAL.some((one) => one === minutes)
}
