import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Client } from './client.ts'

type Props = { client: Pick<Client, 'kind' | 'reference'>; children: ReactNode }

/** The way to the page of a business or a person. */
export function ClientLink({ client: { kind, reference }, children }: Props) {
  return (
    <Link to={kind === 'business' ? '/b/$reference' : '/p/$reference'} params={{ reference }}>
      {children}
    </Link>
  )
}
