import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '../api.ts'
import './evidence.css'

/** What the sample of a version found without evidence: to be put right before the year is issued again with it. */
export function LackingEvidence({ year, version }: { year: string; version: number }) {
  const { data } = useQuery(trpc.evidence.sample.queryOptions({ year, version }))
  const lacking = data?.figures.filter(({ missing, not_acceptable }) => missing + not_acceptable > 0) ?? []
  if (lacking.length === 0) return null
  return (
    <div className="evidence-lacking">
      <p>
        The sample of version {version} found records without good evidence. They count in the next version too, unless
        they are put right or voided first:
      </p>
      <ul>
        {lacking.map(({ key, title, missing, not_acceptable }) => (
          <li key={key}>
            <Link to="/year/$year/evidence/$version/$key" params={{ year, version: String(version), key }}>
              {title}
            </Link>
            :{' '}
            {[missing && `${missing} missing`, not_acceptable && `${not_acceptable} not acceptable`]
              .filter(Boolean)
              .join(', ')}
          </li>
        ))}
      </ul>
    </div>
  )
}
