import type { ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { useAsAt } from '../indicators/use-as-at.ts'

type Props = { year: string; version: number | null; figure_key: string; title: string; children: ReactNode }

/** A number that a year says, to the list that makes it: as it was signed off, or as it is counted. */
export function SaidLink({ year, version, figure_key: key, title, children }: Props) {
  const as_at = useAsAt()
  const words = (
    <>
      {children}
      <span className="visually-hidden">
        : {title}, {year}
        {version === null ? '' : ' as signed off'}, open the list
      </span>
    </>
  )
  return version === null ? (
    <Link to="/year/$year/$key" params={{ year, key }} search={{ as_at }}>
      {words}
    </Link>
  ) : (
    <Link to="/year/$year/close/$version/$key" params={{ year, version: String(version), key }}>
      {words}
    </Link>
  )
}
