import { useId } from 'react'
import { FieldGroup, type FieldProps } from './field.tsx'
import { Icon, type IconName } from './icon.tsx'
import './segmented.css'

export type Segment<Value extends string> = { value: Value; words: string; icon?: IconName | undefined }

type Props<Value extends string> = FieldProps & {
  segments: readonly Segment<Value>[]
  value: Value | undefined
  onChange: (value: Value) => void
}

/** One choice of a few, all of them in sight: radio buttons drawn as buttons. Arrows move, as in any radio group. */
export function Segmented<Value extends string>({ segments, value, onChange, ...field }: Props<Value>) {
  const name = useId()
  return (
    <FieldGroup {...field}>
      <div className="segments">
        {segments.map((segment) => (
          <label key={segment.value} className="segment">
            <input
              type="radio"
              name={name}
              value={segment.value}
              checked={segment.value === value}
              onChange={() => onChange(segment.value)}
            />
            {segment.icon && <Icon name={segment.icon} />}
            <span>{segment.words}</span>
          </label>
        ))}
      </div>
    </FieldGroup>
  )
}
