import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

type Props = { kind: string; reference: string; children: ReactNode; className?: string | undefined }

/** The way to any record, by its human reference. */
export function RecordLink({ kind, reference, children, className }: Props) {
  if (kind === 'business')
    return (
      <Link to="/b/$reference" params={{ reference }} className={className}>
        {children}
      </Link>
    )
  if (kind === 'person')
    return (
      <Link to="/p/$reference" params={{ reference }} className={className}>
        {children}
      </Link>
    )
  return (
    <Link to="/r/$kind/$reference" params={{ kind, reference }} className={className}>
      {children}
    </Link>
  )
}
