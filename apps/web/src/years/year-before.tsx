import { Link } from '@tanstack/react-router'

type Props = { last_year: string; last_version: number | null }

/** By which of its numbers the year before is told. */
export function YearBefore({ last_year, last_version }: Props) {
  if (last_version === null) return <>{last_year} is not signed off: it is counted from its records as they stand.</>
  return (
    <>
      {last_year} is told as it was signed off,{' '}
      <Link to="/year/$year/close" params={{ year: last_year }} search={{ version: String(last_version) }}>
        version {last_version}
      </Link>
      , whatever its records say by now.
    </>
  )
}
