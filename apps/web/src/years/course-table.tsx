import type { Year } from '@hubline/domain/years/year.ts'
import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import { showFigure } from '../indicators/show-figure.ts'
import type { CourseLines } from './course-lines.ts'
import { monthName, monthsOf } from './months.ts'

/** What the chart draws, in figures: what each month added, and what was reached by its end. */
export function CourseTable({
  lines: { key, unit, year, programme, months, due, past },
  title,
}: {
  lines: CourseLines
  title: string
}) {
  const show = (value: number | undefined) =>
    value === undefined ? 'not yet' : showFigure(unit, unit === 'GBP' ? value.toFixed(2) : value)
  return (
    <div className="months-table" role="region" aria-label={`${title}, month by month`} tabIndex={0}>
      <table className="figures">
        <caption className="visually-hidden">{title}: added in each month, and reached by its end</caption>
        <thead>
          <tr>
            <th scope="col">Month</th>
            <th scope="col">Added</th>
            <th scope="col">{year} by its end</th>
            {due && <th scope="col">Target by then</th>}
            {past.map((one) => (
              <Fragment key={one.year}>
                <th scope="col">{one.year} added</th>
                <th scope="col">{one.year}</th>
              </Fragment>
            ))}
          </tr>
        </thead>
        <tbody>
          {monthsOf(year).map((month, at) => {
            const here = months[at]
            return (
              <tr key={month}>
                <th scope="row">{monthName(month)}</th>
                <td>
                  {here ? (
                    <Link to="/year/$year/$key" params={{ year, key }} search={{ month, programme }}>
                      {show(here.added)}
                      <span className="visually-hidden"> in {monthName(month)}, open the list</span>
                    </Link>
                  ) : (
                    show(undefined)
                  )}
                </td>
                <td>{show(here?.reached)}</td>
                {due && <td>{show(due[at])}</td>}
                {past.map((one) => (
                  <Fragment key={one.year}>
                    <td>
                      <MonthBefore lines={{ key, programme }} year={one.year} at={at}>
                        {show(one.added[at])}
                      </MonthBefore>
                    </td>
                    <td>{show(one.reached[at])}</td>
                  </Fragment>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

type Before = { lines: Pick<CourseLines, 'key' | 'programme'>; year: Year; at: number; children: string }

/** What a month of a year before added: to its list. */
function MonthBefore({ lines: { key, programme }, year, at, children }: Before) {
  const month = monthsOf(year)[at]
  if (month === undefined) return children
  return (
    <Link to="/year/$year/$key" params={{ year, key }} search={{ month, programme }}>
      {children}
      <span className="visually-hidden"> in {monthName(month)}, open the list</span>
    </Link>
  )
}
