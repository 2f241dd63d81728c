import type { Ref, SelectHTMLAttributes } from 'react'
import { Field, type FieldProps } from './field.tsx'
import { Icon } from './icon.tsx'

export type Choice = { value: string; words: string }

type Props = FieldProps &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, 'id'> & {
    choices: readonly Choice[]
    /** The first line, with an empty value, as in "Choose a channel". */
    none?: string | undefined
    ref?: Ref<HTMLSelectElement> | undefined
  }

/** The browser's own list: quick, familiar and right on every phone. */
export function SelectField({ label, hint, error, id, optional, hideLabel, choices, none, ...select }: Props) {
  return (
    <Field label={label} hint={hint} error={error} id={id} optional={optional} hideLabel={hideLabel}>
      {(wiring) => (
        <span className="select-box">
          <select {...select} {...wiring} className="control">
            {none !== undefined && <option value="">{none}</option>}
            {choices.map(({ value, words }) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
          <Icon name="unfold" />
        </span>
      )}
    </Field>
  )
}
