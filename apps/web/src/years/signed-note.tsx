import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '../api.ts'
import { figureInWords } from '../indicators/show-figure.ts'
import { signedWords } from './standing.ts'

/** Over a list of today: what was signed off of the same figure, and the way to that list. */
export function SignedNote({ year, figure_key }: { year: string; figure_key: string }) {
  const standing = useQuery(trpc.years.standing.queryOptions({ year }))
  const version = standing.data?.versions[0]?.version
  const { data } = useQuery({
    ...trpc.years.signedFigures.queryOptions({ year, version: version ?? 1 }),
    enabled: version !== undefined,
  })
  const figure = data?.figures.find(({ key }) => key === figure_key)
  if (!data || !figure) return null
  return (
    <p>
      {signedWords(data)}:{' '}
      <Link to="/year/$year/close/$version/$key" params={{ year, version: String(data.version), key: figure_key }}>
        {figureInWords(figure.unit, figure.value)}, the list as signed off
      </Link>
    </p>
  )
}
