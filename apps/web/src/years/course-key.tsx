import { figureInWords } from '../indicators/show-figure.ts'
import type { CourseLines } from './course-lines.ts'

/** What each line of the chart is, with where it ends. */
export function CourseKey({ lines: { unit, year, months, gone, due, past, forecast } }: { lines: CourseLines }) {
  const end = (values: readonly number[]) => figureInWords(unit, String(values.at(-1) ?? 0))
  const entries = [
    { look: 'reached', name: gone < 12 ? `${year} so far` : year, words: end(months.map(({ reached }) => reached)) },
    ...(due ? [{ look: 'target', name: 'Target', words: end(due) }] : []),
    ...past.map((one, at) => ({ look: at === 0 ? 'last' : 'before-last', name: one.year, words: end(one.reached) })),
    ...(forecast ? [{ look: 'forecast', name: 'Forecast', words: 'a range' }] : []),
  ]
  return (
    <ul role="list" className="chart-key">
      {entries.map(({ look, name, words }) => (
        <li key={look}>
          <svg width="26" height="12" aria-hidden="true">
            {look === 'forecast' ? (
              <rect className="area-forecast" x="0" y="1" width="26" height="10" />
            ) : (
              <path className={`line-${look}`} d="M1,6L25,6" />
            )}
          </svg>
          <span>
            {name}: <b className="figures">{words}</b>
          </span>
        </li>
      ))}
    </ul>
  )
}
