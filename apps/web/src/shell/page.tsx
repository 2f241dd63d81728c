import { type ReactNode, useEffect, useRef } from 'react'
import { usePageTitle } from '../ui/page-title.ts'
import './page.css'

type Props = {
  title: string
  /** Stands in the tab instead, when the heading alone would not do there. */
  tabTitle?: string | undefined
  /** Beside the heading: a tag, a count, a date. */
  note?: ReactNode
  actions?: ReactNode
  children: ReactNode
  hub?: string | undefined
}

let focusedAt = location.pathname

/** Heading, actions and room of one page; the heading takes the focus when a link led here. */
export function Page({ title, tabTitle, note, actions, children, hub }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  usePageTitle(tabTitle ?? title, hub)
  useEffect(() => {
    if (focusedAt === location.pathname) return
    focusedAt = location.pathname
    heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div className="page">
      <header className="page-head">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {note && <div className="page-note">{note}</div>}
        {actions && <div className="page-actions no-print">{actions}</div>}
      </header>
      {children}
    </div>
  )
}
