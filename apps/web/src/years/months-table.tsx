import { showNumber } from '@hubline/domain/number.ts'
import type { MonthsLines } from './months-chart.tsx'
import { monthName, monthsOf } from './months.ts'

/** What the chart draws, in figures: reached by the end of each month. */
export function MonthsTable({ lines: { year, before, reached, last, target } }: { lines: MonthsLines }) {
  return (
    <div className="months-table" role="region" aria-label="Businesses helped by the end of each month" tabIndex={0}>
      <table className="figures">
        <caption className="visually-hidden">Businesses helped by the end of each month</caption>
        <thead>
          <tr>
            <th scope="col">By the end of</th>
            <th scope="col">{year}</th>
            {target > 0 && <th scope="col">Straight way to target</th>}
            {last.length > 0 && <th scope="col">{before}</th>}
          </tr>
        </thead>
        <tbody>
          {monthsOf(year).map((month, at) => (
            <tr key={month}>
              <th scope="row">{monthName(month)}</th>
              <td>{show(reached[at])}</td>
              {target > 0 && <td>{showNumber(Math.round((target * (at + 1)) / 12))}</td>}
              {last.length > 0 && <td>{show(last[at])}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const show = (value: number | undefined) => (value === undefined ? 'not yet' : showNumber(value))
