import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

type Props = {
  /** What changes in the address; `undefined` takes a part out. */
  change: Readonly<Record<string, string | undefined>>
  children: ReactNode
  className?: string | undefined
  current?: boolean | undefined
  title?: string | undefined
}

/** A link to this same page with a part of its question changed. */
export function SearchLink({ change, children, className, current, title }: Props) {
  return (
    <Link
      to="."
      // Each page types its own search; a part shared by all pages can only say that it adds to what is there.
      search={((now: object) => ({ ...now, ...change })) as never}
      resetScroll={false}
      className={className}
      title={title}
      // The page itself is always "active" here: what is current is for the caller to say.
      activeProps={{ 'aria-current': current ? 'true' : undefined, className: '' }}
      aria-current={current ? 'true' : undefined}
    >
      {children}
    </Link>
  )
}
