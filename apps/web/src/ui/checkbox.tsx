import type { InputHTMLAttributes, ReactNode, Ref } from 'react'
import './field.css'

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> & {
  children: ReactNode
  hideLabel?: boolean | undefined
  ref?: Ref<HTMLInputElement> | undefined
}

/** A tick box whose words are its label. */
export function Checkbox({ children, hideLabel, ...input }: Props) {
  return (
    <label className="check">
      <input type="checkbox" {...input} />
      <span className={hideLabel ? 'visually-hidden' : undefined}>{children}</span>
    </label>
  )
}
