import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { inferInput } from '@trpc/tanstack-react-query'
import { trpc } from '../api.ts'
import { useMay } from '../staff/me.ts'
import { Icon } from '../ui/icon.tsx'
import './quality.css'

type Props = inferInput<typeof trpc.dataQuality.ofRecord>

/** Where this record is listed under data quality: a line for each rule, with the way to put it right. */
export function QualityLines({ kind, id }: Props) {
  const may_read = useMay('figures:read')
  const { data = [] } = useQuery(trpc.dataQuality.ofRecord.queryOptions({ kind, id }, { enabled: may_read }))
  if (data.length === 0) return null
  return (
    <ul role="list" className="quality-lines no-print" aria-label="Listed under data quality">
      {data.map(({ key, title, put_right, line, year }) => (
        <li key={key}>
          <Icon name="warning" size={16} />
          <span>
            Data quality:{' '}
            <Link to="/quality/$rule" params={{ rule: key }} search={{ year: year ?? undefined }}>
              {title}
              {year && `, ${year}`}
            </Link>
            {line && `: ${line.charAt(0).toLowerCase()}${line.slice(1)}`}. {put_right}
          </span>
        </li>
      ))}
    </ul>
  )
}
