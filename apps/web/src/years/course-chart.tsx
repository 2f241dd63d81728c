import { showMoneyShort } from '@hubline/domain/money.ts'
import { showNumber } from '@hubline/domain/number.ts'
import type { UnitOfValue } from '@hubline/domain/indicators/definition.ts'
import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import { figureInWords } from '../indicators/show-figure.ts'
import { lineThrough, scaleOf, ticks } from './chart-scale.ts'
import { CourseKey } from './course-key.tsx'
import type { CourseLines } from './course-lines.ts'
import './course.css'
import { monthName, monthsOf } from './months.ts'
import { useWidth } from './use-width.ts'

const HEIGHT = 260
const EDGE = { left: 52, right: 18, top: 22, bottom: 26 }
/** A finger's room: where the months are narrower, the table under the chart leads to their lists. */
const LEAST = 24

type Scale = { x: (months: number) => number; y: (value: number) => number; width: number }

/** The year's line from nought, its profile, the years before and where it may end. Each month leads to its list. */
export function CourseChart({ lines, label }: { lines: CourseLines; label: string }) {
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box, 720)
  const { months, past, due, forecast } = lines
  const most = [months.at(-1)?.reached, due?.at(-1), forecast?.high, ...past.map(({ reached }) => reached.at(-1))]
  const levels = ticks(Math.max(...most.map((value) => value ?? 0)))
  const scale = { ...scaleOf({ width, height: HEIGHT, ...EDGE }, levels.at(-1) ?? 1), width }
  return (
    <div className="months-chart">
      <div ref={box}>
        <svg viewBox={`0 0 ${width} ${HEIGHT}`} width={width} height={HEIGHT} role="group" aria-label={label}>
          <Grid levels={levels} lines={lines} {...scale} />
          <Lines lines={lines} {...scale} />
          {scale.x(1) - scale.x(0) >= LEAST && <MonthLinks lines={lines} {...scale} />}
        </svg>
      </div>
      <CourseKey lines={lines} />
    </div>
  )
}

const levelInWords = (unit: UnitOfValue, level: number) =>
  unit === 'GBP' ? showMoneyShort(level * 100).replace(/\.00(?=\D|$)/, '') : showNumber(level)

function Grid({
  levels,
  lines: { unit, year },
  x,
  y,
  width,
}: Scale & { levels: readonly number[]; lines: CourseLines }) {
  const every = width < 480 ? 3 : width < 640 ? 2 : 1
  return (
    <g aria-hidden="true">
      {levels.map((level) => (
        <g key={level}>
          <line className={level === 0 ? 'foot' : 'level'} x1={x(0)} x2={x(12)} y1={y(level)} y2={y(level)} />
          <text x={x(0) - 8} y={y(level) + 4} textAnchor="end">
            {levelInWords(unit, level)}
          </text>
        </g>
      ))}
      {monthsOf(year).map((month, at) =>
        at % every === 0 ? (
          <text key={month} x={x(at + 0.5)} y={y(0) + 19} textAnchor="middle">
            {monthName(month, 'short')}
          </text>
        ) : null,
      )}
    </g>
  )
}

/** Where each month of the year stands: one that is under way stands at today, not at its end. */
const placesOf = ({ months, gone }: CourseLines, { x, y }: Scale) =>
  months.map(({ reached }, at) => [x(Math.min(at + 1, gone)), y(reached)] as const)

function Lines({ lines, ...scale }: Scale & { lines: CourseLines }) {
  const { x, y } = scale
  const start = [x(0), y(0)] as const
  const from = (values: readonly number[]) =>
    lineThrough([start, ...values.map((value, at) => [x(at + 1), y(value)] as const)])
  const places = [start, ...placesOf(lines, scale)]
  const [endX, endY] = places.at(-1) ?? start
  const { forecast } = lines
  return (
    <g aria-hidden="true">
      {lines.past.map(({ year, reached }, at) => (
        <path key={year} className={at === 0 ? 'line-last' : 'line-before-last'} d={from(reached)} />
      ))}
      {lines.due && <path className="line-target" d={from(lines.due)} />}
      {forecast && (
        <>
          <path
            className="area-forecast"
            d={`${lineThrough([
              [endX, endY],
              [x(12), y(forecast.high)],
              [x(12), y(forecast.low)],
            ])}Z`}
          />
          <line className="forecast" x1={x(12)} x2={x(12)} y1={y(forecast.low)} y2={y(forecast.high)} />
        </>
      )}
      {places.length > 1 && (
        <>
          <path className="area-reached" d={`${lineThrough(places)}L${endX.toFixed(1)},${y(0)}L${x(0)},${y(0)}Z`} />
          <path className="line-reached" d={lineThrough(places)} />
        </>
      )}
    </g>
  )
}

/** A strip for each month that has begun, with its point: the list of what first counted in it. */
function MonthLinks({ lines, ...scale }: Scale & { lines: CourseLines }) {
  const { x, y } = scale
  const places = placesOf(lines, scale)
  return lines.months.map(({ month, added, reached }, at) => {
    const [pointX, pointY] = places[at] ?? [x(0), y(0)]
    const last = at === lines.months.length - 1
    const words = `${monthName(month)}: ${figureInWords(lines.unit, String(added))} added, ${figureInWords(lines.unit, String(reached))} in all`
    return (
      <Link
        key={month}
        to="/year/$year/$key"
        params={{ year: lines.year, key: lines.key }}
        search={{ month, programme: lines.programme }}
        aria-label={`${words}; open the list`}
        className="month-link"
      >
        <title>{words}</title>
        <rect x={x(at)} y={EDGE.top} width={x(1) - x(0)} height={y(0) - EDGE.top} />
        <circle className={last ? 'end-reached' : 'point'} cx={pointX} cy={pointY} r={last ? 4.5 : 3.5} />
      </Link>
    )
  })
}
