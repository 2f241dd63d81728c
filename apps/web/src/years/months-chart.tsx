import type { Year } from '@hubline/domain/years/year.ts'
import { showNumber } from '@hubline/domain/number.ts'
import { useRef } from 'react'
import { lineThrough, scaleOf, ticks } from './chart-scale.ts'
import { monthName, monthsOf } from './months.ts'
import './months-chart.css'
import { useWidth } from './use-width.ts'

export type MonthsLines = {
  year: Year
  before: Year
  /** Reached at the end of each month that has begun. */
  reached: readonly number[]
  /** Months gone by today, 0 to 12. */
  gone: number
  /** The same of last year; empty where there is none. */
  last: readonly number[]
  /** 0: none was set. */
  target: number
}

const HEIGHT = 250
const EDGE = { left: 46, right: 16, top: 22, bottom: 26 }

/** Three lines from nought with their names beside them; the table under it says the same. */
export function MonthsChart({ lines, finding }: { lines: MonthsLines; finding: string }) {
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box, 720)
  const { year, before, reached, gone, last, target } = lines
  const levels = ticks(Math.max(target, reached.at(-1) ?? 0, last.at(-1) ?? 0))
  const { x, y } = scaleOf({ width, height: HEIGHT, ...EDGE }, levels.at(-1) ?? 1)
  // What has been reached in a month that is under way stands at today, not at the month's end.
  const places = [[x(0), y(0)] as const, ...reached.map((value, at) => [x(Math.min(at + 1, gone)), y(value)] as const)]
  const [endX, endY] = places.at(-1) ?? [x(0), y(0)]
  const said = [
    finding,
    target > 0 && `the target is ${showNumber(target)}`,
    last.length > 0 && `${before} ended at ${showNumber(last.at(-1) ?? 0)}`,
  ]
  return (
    <div ref={box} className="months-chart">
      <svg
        viewBox={`0 0 ${width} ${HEIGHT}`}
        width={width}
        height={HEIGHT}
        role="img"
        aria-label={`${said.filter(Boolean).join('; ')}.`}
      >
        <Grid levels={levels} year={year} x={x} y={y} width={width} />
        {last.length > 0 && (
          <path
            className="line-last"
            d={lineThrough([[x(0), y(0)], ...last.map((value, at) => [x(at + 1), y(value)] as const)])}
          />
        )}
        {target > 0 && (
          <path
            className="line-target"
            d={lineThrough([
              [x(0), y(0)],
              [x(12), y(target)],
            ])}
          />
        )}
        {reached.length > 0 && (
          <>
            <path className="area-reached" d={`${lineThrough(places)}L${endX.toFixed(1)},${y(0)}L${x(0)},${y(0)}Z`} />
            <path className="line-reached" d={lineThrough(places)} />
            <circle className="end-reached" cx={endX} cy={endY} r="4.5" />
          </>
        )}
        <Names lines={lines} x={x} y={y} end={[endX, endY]} />
      </svg>
    </div>
  )
}

type Scale = { x: (months: number) => number; y: (value: number) => number }

function Grid({ levels, year, x, y, width }: Scale & { levels: readonly number[]; year: Year; width: number }) {
  const every = width < 480 ? 3 : width < 640 ? 2 : 1
  return (
    <>
      {levels.map((level) => (
        <g key={level}>
          <line className={level === 0 ? 'foot' : 'level'} x1={x(0)} x2={x(12)} y1={y(level)} y2={y(level)} />
          <text x={x(0) - 8} y={y(level) + 4} textAnchor="end">
            {showNumber(level)}
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
    </>
  )
}

/** Names at the lines, kept apart where lines run close. */
function Names({
  lines: { before, reached, last, target, year },
  x,
  y,
  end: [endX, endY],
}: Scale & { lines: MonthsLines; end: readonly [number, number] }) {
  const names = [
    { words: 'Target', className: 'name-target', x: x(8), y: y((target * 8) / 12) - 8, drawn: target > 0 },
    { words: before, className: 'name-last', x: x(10), y: y(last[9] ?? 0) + 18, drawn: last.length > 0 },
    {
      words: `${showNumber(reached.at(-1) ?? 0)} in ${year}`,
      className: 'name-reached',
      x: endX - 10,
      y: Math.max(endY - 10, 12),
      drawn: reached.length > 0,
    },
  ]
  return names
    .filter(({ drawn }) => drawn)
    .map((name) => (
      <text key={name.className} className={name.className} x={name.x} y={name.y} textAnchor="end">
        {name.words}
      </text>
    ))
}
