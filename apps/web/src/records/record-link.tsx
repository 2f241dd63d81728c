import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useMay } from '../staff/me.ts'

type Props = { kind: string; reference: string; children: ReactNode; className?: string | undefined }

/** The way to any record, by its human reference. */
export function RecordLink({ kind, reference, children, className }: Props) {
  // Who may not read the page of a client, an auditor, sees the record of it.
  const has_page = useMay('client:read')
  if (has_page && kind === 'business')
    return (
      <Link to="/b/$reference" params={{ reference }} className={className}>
        {children}
      </Link>
    )
  if (has_page && kind === 'person')
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
