import { Link } from '@tanstack/react-router'
import type { MouseEvent, ReactNode } from 'react'

type Props = {
  /** What changes in the address; `undefined` takes a part out. */
  change: Readonly<Record<string, string | undefined>>
  children: ReactNode
  className?: string | undefined
  current?: boolean | undefined
  title?: string | undefined
  /** Told when it is followed here, not when it opens beside this page. */
  onPress?: (() => void) | undefined
}

const ACTIVE = { exact: true, includeSearch: true, explicitUndefined: true }

const opensBeside = ({ metaKey, altKey, ctrlKey, shiftKey }: MouseEvent) => metaKey || altKey || ctrlKey || shiftKey

/** A link to this same page with a part of its question changed. */
export function SearchLink({ change, children, className, current, title, onPress }: Props) {
  return (
    <Link
      to="."
      // Each page types its own search; a part shared by all pages can only say that it adds to what is there.
      search={((now: object) => ({ ...now, ...change })) as never}
      resetScroll={false}
      className={className}
      title={title}
      onClick={(event: MouseEvent) => {
        if (!opensBeside(event)) onPress?.()
      }}
      // Without a part that is in the address now a link would still be "active": what is current is for the caller to say.
      activeOptions={ACTIVE}
      activeProps={{ 'aria-current': current ? 'true' : undefined, className: '' }}
      aria-current={current ? 'true' : undefined}
    >
      {children}
    </Link>
  )
}
