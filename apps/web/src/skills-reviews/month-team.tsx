import { MONTH_NUMBERS, MONTH_NUMBER_NAMES } from '@hubline/domain/skills-reviews/broker-month.ts'
import { Panel } from '../ui/panel.tsx'
import { SearchLink } from '../ui/search-link.tsx'
import { type Month, NumberLink } from './month-numbers.tsx'

/** Who did what in the month, for who leads. */
export function MonthTeam({ brokers, name }: { brokers: Month['brokers']; name: string }) {
  if (brokers.length === 0) return null
  const title = `Who did what in ${name}`
  return (
    <Panel title={title}>
      <div className="wide-table" role="region" aria-label={`Table: ${title}`} tabIndex={0}>
        <table className="number-table month-table figures">
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">Broker</th>
              {MONTH_NUMBERS.map((number) => (
                <th key={number} scope="col">
                  {MONTH_NUMBER_NAMES[number]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {brokers.map((broker) => (
              <tr key={broker.id}>
                <th scope="row">
                  <SearchLink change={{ broker: broker.id, of: undefined, after: undefined, before: undefined }}>
                    {broker.name ?? 'Nobody named'}
                  </SearchLink>
                </th>
                {MONTH_NUMBERS.map((number, at) => (
                  <td key={number}>
                    <NumberLink
                      number={number}
                      value={broker.values[at] ?? 0}
                      words={`${MONTH_NUMBER_NAMES[number]}, ${broker.name ?? 'nobody named'}`}
                      change={{ broker: broker.id, of: number }}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}
