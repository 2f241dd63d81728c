import { MONTH_NUMBER_NAMES } from '@hubline/domain/skills-reviews/broker-month.ts'
import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../api.ts'
import { Spark } from '../ui/bars.tsx'
import { Panel } from '../ui/panel.tsx'
import { SearchLink } from '../ui/search-link.tsx'
import { monthValue, nameOfMonth } from './month-question.ts'

export type Month = inferOutput<typeof trpc.skillsReviews.month>
type Number = Month['numbers'][number]

const FIRST_PAGE = { after: undefined, before: undefined }

/** The numbers of a month beside those of the months before; each opens its list. */
export function MonthNumbers({ month: { months, numbers }, of }: { month: Month; of: Number['number'] | undefined }) {
  const now = months.at(-1) ?? ''
  const title = `${nameOfMonth(now)} and the months before`
  return (
    <Panel title={title}>
      <div className="wide-table" role="region" aria-label={`Table: ${title}`} tabIndex={0}>
        <table className="number-table month-table figures">
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">What was done</th>
              {months.map((month) => (
                <th key={month} scope="col" className={monthClass(months, month)}>
                  {nameOfMonth(month).replace(/^(\w{3})\w* /, '$1 ')}
                </th>
              ))}
              <th scope="col" className="no-print">
                Shape
              </th>
            </tr>
          </thead>
          <tbody>
            {numbers.map(({ number, values }) => (
              <tr key={number}>
                <th scope="row">{MONTH_NUMBER_NAMES[number]}</th>
                {values.map((value, at) => {
                  const month = months[at] ?? ''
                  const is_shown = month === now && number === of
                  return (
                    <td key={month} className={monthClass(months, month)}>
                      <NumberLink
                        number={number}
                        value={value}
                        words={`${MONTH_NUMBER_NAMES[number]}, ${nameOfMonth(month)}`}
                        change={{ month, of: number }}
                        current={is_shown}
                      />
                    </td>
                  )
                })}
                <td className="no-print">
                  <Spark values={values} />
                  <span className="visually-hidden">{shapeInWords(number, values)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}

/** A phone shows the month and the one before it; the rest is in the shape beside them. */
function monthClass(months: readonly string[], month: string): string | undefined {
  if (month === months.at(-1)) return 'this-month'
  return month === months.at(-2) ? undefined : 'older-month'
}

function shapeInWords(number: Number['number'], values: readonly number[]): string {
  const [now = 0, ...before] = values.toReversed()
  const mean = before.reduce((sum, value) => sum + value, 0) / Math.max(before.length, 1)
  return `${monthValue(number, now)}, against ${monthValue(number, Math.round(mean))} a month before`
}

type LinkProps = {
  number: Number['number']
  value: number
  words: string
  change: Readonly<Record<string, string | undefined>>
  current?: boolean
}

/** A number that opens its list; nought opens nothing. */
export function NumberLink({ number, value, words, change, current = false }: LinkProps) {
  if (value === 0) return <span className="quiet">0</span>
  return (
    <SearchLink change={{ ...change, ...FIRST_PAGE }} current={current}>
      {monthValue(number, value)}
      <span className="visually-hidden"> {words}</span>
    </SearchLink>
  )
}
