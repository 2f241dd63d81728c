import type { InputHTMLAttributes, Ref, TextareaHTMLAttributes } from 'react'
import { Field, type FieldProps } from './field.tsx'

type Own = Omit<FieldProps, 'id'> & { id?: string | undefined }

type TextFieldProps = Own &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'id'> & {
    short?: boolean | undefined
    ref?: Ref<HTMLInputElement> | undefined
  }

/** One line of text. Spreads what `form.register(…)` gives. */
export function TextField({ label, hint, error, id, optional, hideLabel, short, ...input }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} id={id} optional={optional} hideLabel={hideLabel}>
      {(wiring) => <input type="text" {...input} {...wiring} className={short ? 'control short' : 'control'} />}
    </Field>
  )
}

type TextAreaProps = Own &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id'> & { ref?: Ref<HTMLTextAreaElement> | undefined }

/** Several lines; grows with what is typed. */
export function TextArea({ label, hint, error, id, optional, hideLabel, ...area }: TextAreaProps) {
  return (
    <Field label={label} hint={hint} error={error} id={id} optional={optional} hideLabel={hideLabel}>
      {(wiring) => <textarea rows={4} {...area} {...wiring} className="control" />}
    </Field>
  )
}
