import { type ReactNode, useId } from 'react'
import './field.css'
import { Icon } from './icon.tsx'

/** What a control needs to be tied to its label, hint and error. */
export type Wiring = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }

export type FieldProps = {
  label: ReactNode
  hint?: ReactNode
  error?: string | undefined
  /** The error summary links here; give one when the field can be refused. */
  id?: string | undefined
  /** Said after the label: most fields are needed, so only the others say so. */
  optional?: boolean | undefined
  /** The label stays for those who hear the page and is not drawn. */
  hideLabel?: boolean | undefined
}

/** Label, hint, error and one control. */
export function Field({ children, ...props }: FieldProps & { children: (wiring: Wiring) => ReactNode }) {
  const made = useId()
  const id = props.id ?? made
  return (
    <div className={props.error ? 'field wrong' : 'field'}>
      <label htmlFor={id} className={props.hideLabel ? 'visually-hidden' : 'field-label'}>
        {props.label}
        {props.optional && <span className="quiet"> (optional)</span>}
      </label>
      <HintAndError id={id} hint={props.hint} error={props.error} />
      {children(wire(id, props))}
    </div>
  )
}

/** As `Field`, for several controls under one question. */
export function FieldGroup({ children, ...props }: FieldProps & { children: ReactNode }) {
  const made = useId()
  const id = props.id ?? made
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className={props.error ? 'field wrong' : 'field'}
      aria-describedby={wire(id, props)['aria-describedby']}
    >
      <legend className={props.hideLabel ? 'visually-hidden' : 'field-label'}>
        {props.label}
        {props.optional && <span className="quiet"> (optional)</span>}
      </legend>
      <HintAndError id={id} hint={props.hint} error={props.error} />
      {children}
    </fieldset>
  )
}

function HintAndError({ id, hint, error }: { id: string; hint: ReactNode; error: string | undefined }) {
  return (
    <>
      {hint && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="field-error">
          <Icon name="warning" size={16} />
          <span>
            <span className="visually-hidden">Error: </span>
            {error}
          </span>
        </p>
      )}
    </>
  )
}

function wire(id: string, { hint, error }: Pick<FieldProps, 'hint' | 'error'>): Wiring {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return { id, ...(described && { 'aria-describedby': described }), ...(error && { 'aria-invalid': true as const }) }
}
