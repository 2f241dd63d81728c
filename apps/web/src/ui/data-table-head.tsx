import { Icon } from './icon.tsx'
import { SearchLink } from './search-link.tsx'

type Heading = {
  key: string
  title: string
  align?: 'start' | 'end' | undefined
  sort?: string | undefined
  width?: string | undefined
  hideTitle?: boolean | undefined
}

/** Column heads; one that sorts is a link, because the order belongs to the address. */
export function TableHead({ columns, sort }: { columns: readonly Heading[]; sort: string | undefined }) {
  return (
    <thead role="rowgroup">
      <tr role="row">
        {columns.map((column) => (
          <th
            key={column.key}
            role="columnheader"
            scope="col"
            className={column.align ?? 'start'}
            aria-sort={order(column.sort, sort)}
            style={column.width ? { width: column.width } : undefined}
          >
            {column.sort ? (
              <SortLink title={column.title} by={column.sort} sort={sort} />
            ) : (
              <span className={column.hideTitle ? 'visually-hidden' : undefined}>{column.title}</span>
            )}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function SortLink({ title, by, sort }: { title: string; by: string; sort: string | undefined }) {
  const now = order(by, sort)
  return (
    <SearchLink
      change={{ sort: now === 'ascending' ? `-${by}` : by, after: undefined, before: undefined }}
      className="sort-link"
    >
      {title}
      {now && <Icon name={now === 'ascending' ? 'up' : 'down'} size={14} />}
    </SearchLink>
  )
}

function order(by: string | undefined, sort: string | undefined): 'ascending' | 'descending' | undefined {
  if (!by) return undefined
  if (sort === by) return 'ascending'
  return sort === `-${by}` ? 'descending' : undefined
}
