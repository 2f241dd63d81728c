import { type ReactNode, useId } from 'react'
import './panel.css'

type Props = {
  title?: ReactNode
  note?: ReactNode
  actions?: ReactNode
  children: ReactNode
  className?: string | undefined
}

/** A white sheet on the paper, with its own heading. */
export function Panel({ title, note, actions, children, className }: Props) {
  const id = useId()
  return (
    <section className={`panel ${className ?? ''}`} aria-labelledby={title ? id : undefined}>
      {title && (
        <header className="panel-head">
          <h2 id={id}>{title}</h2>
          {note && <span className="quiet small">{note}</span>}
          {actions && <span className="panel-actions">{actions}</span>}
        </header>
      )}
      {children}
    </section>
  )
}
