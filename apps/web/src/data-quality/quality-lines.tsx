import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { inferInput } from '@trpc/tanstack-react-query'
import { trpc } from '../api.ts'
import { useMay } from '../staff/me.ts'
import { Icon } from '../ui/icon.tsx'
import './quality.css'

type Props = inferInput<typeof trpc.dataQuality.ofRecord>

/** Where this record is listed under data quality: one small line, whose links say what to do. */
export function QualityLines({ kind, id }: Props) {
  const may_read = useMay('figures:read')
  const { data = [] } = useQuery(trpc.dataQuality.ofRecord.queryOptions({ kind, id }, { enabled: may_read }))
  if (data.length === 0) return null
  return (
    <p className="quality-lines no-print">
      <Icon name="warning" size={16} />
      <span>
        Under data quality:{' '}
        {data.map(({ key, title, line, year }, at) => (
          <span key={key}>
            {at > 0 && '; '}
            <Link to="/quality/$rule" params={{ rule: key }} search={{ year: year ?? undefined }}>
              {title.charAt(0).toLowerCase() + title.slice(1)}
              {year && `, ${year}`}
            </Link>
            {line && ` (${line.charAt(0).toLowerCase()}${line.slice(1)})`}
          </span>
        ))}
      </span>
    </p>
  )
}
