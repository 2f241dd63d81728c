import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'

type Props = {
  id: string
  label: string
  hint?: string | undefined
  error: string | undefined
  value: string
  onChange: (value: string) => void
  autoComplete: 'current-password' | 'new-password'
}

/** A password that may be pasted and may be looked at. */
export function PasswordField({ id, label, hint, error, value, onChange, autoComplete }: Props) {
  const [shown, setShown] = useState(false)
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(wiring) => (
        <div className="password-box">
          <input
            {...wiring}
            className="control"
            type={shown ? 'text' : 'password'}
            name={id}
            value={value}
            autoComplete={autoComplete}
            autoCapitalize="none"
            spellCheck={false}
            onChange={(event) => onChange(event.target.value)}
          />
          <Button look="quiet" size="small" aria-pressed={shown} onClick={() => setShown(!shown)}>
            Show<span className="visually-hidden"> password</span>
          </Button>
        </div>
      )}
    </Field>
  )
}
