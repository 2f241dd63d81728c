import { DEMAND_DIMENSIONS, type DemandDimension } from '@hubline/domain/skills-reviews/demand.ts'
import { DIMENSION_NAMES, compareDemand, demandInWords } from '@hubline/domain/skills-reviews/demand-words.ts'
import { Panel } from '../ui/panel.tsx'
import { SearchLink } from '../ui/search-link.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { useChangeSearch } from '../ui/use-change-search.ts'
import { type Demand, FIRST_OF_LIST } from './demand-counts.ts'

type Props = { demand: Demand; rows: DemandDimension; columns: DemandDimension }

/** Needs by two dimensions together: every number opens its list, and the more there are the darker is the cell. */
export function DemandGrid({ demand: { by, cells }, rows, columns }: Props) {
  const valuesOf = (dimension: DemandDimension) =>
    by[dimension].map(({ value }) => value).toSorted((a, b) => compareDemand(dimension, a, b))
  const counts = new Map(cells.map(({ row, column, needs }) => [`${row}|${column}`, needs]))
  const most = Math.max(...counts.values(), 1)
  const [down, across] = [valuesOf(rows), valuesOf(columns)]
  const title = `${DIMENSION_NAMES[rows]} and ${DIMENSION_NAMES[columns].toLowerCase()} together`
  return (
    <Panel title={title} actions={<Choices rows={rows} columns={columns} />} className="demand-grid">
      <div className="wide-table" role="region" aria-label={`Table: ${title}`} tabIndex={0}>
        <table className="number-table figures">
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{DIMENSION_NAMES[rows]}</th>
              {across.map((column) => (
                <th key={column} scope="col">
                  {demandInWords(columns, column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {down.map((row) => (
              <tr key={row}>
                <th scope="row">{demandInWords(rows, row)}</th>
                {across.map((column) => {
                  const needs = counts.get(`${row}|${column}`) ?? 0
                  return (
                    <td key={column} style={{ '--shade': needs / most } as object}>
                      {needs === 0 ? (
                        <span className="quiet">0</span>
                      ) : (
                        <SearchLink change={{ [rows]: row, [columns]: column, ...FIRST_OF_LIST }}>
                          {needs.toLocaleString('en-GB')}
                          <span className="visually-hidden">
                            {' '}
                            {demandInWords(rows, row)}, {demandInWords(columns, column)}
                          </span>
                        </SearchLink>
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}

const CHOICES = DEMAND_DIMENSIONS.map((value) => ({ value, words: DIMENSION_NAMES[value] }))

function Choices({ rows, columns }: Omit<Props, 'demand'>) {
  const change = useChangeSearch()
  return (
    <span className="demand-choices no-print">
      <SelectField
        label="Rows"
        choices={CHOICES}
        value={rows}
        onChange={({ target }) =>
          change({ rows: target.value, ...(target.value === columns ? { columns: rows } : {}) })
        }
      />
      <SelectField
        label="Columns"
        choices={CHOICES.filter(({ value }) => value !== rows)}
        value={columns}
        onChange={({ target }) => change({ columns: target.value })}
      />
    </span>
  )
}
