import './bars.css'

export type Series = 'c1' | 'c2' | 'c3' | 'c4'

type PaceProps = {
  /** Share of the target reached: 0.64. More than the whole fills the bar. */
  share: number
  /** Where the profile says it should be today: 0.65. */
  expected?: number | undefined
  series?: Series | undefined
  /** The finding, as heard: "64% of 2,950; 65% was due by today". */
  label: string
}

/** How far a figure is towards its target, with a mark where it should be today. */
export function PaceBar({ share, expected, series = 'c1', label }: PaceProps) {
  const filled = `${Math.min(Math.max(share, 0), 1) * 100}%`
  return (
    <svg className={`pace-bar ${series}`} role="img" aria-label={label} width="100%" height="16">
      <rect className="bar-track" x="0.5" y="4.5" width="100%" height="7" rx="3.5" />
      <rect className="bar-fill" x="0" y="4" width={filled} height="8" rx="3" />
      {expected !== undefined && (
        <rect className="bar-mark" x={`${Math.min(expected, 1) * 100}%`} y="0" width="2" height="16" />
      )}
    </svg>
  )
}

const TWELVE = 12 * 60
const THREE = 3 * 60
const FULL = 14 * 60
const WIDTH = 84

/** Hours with the client this year; the ticks are the thresholds, so that "nearly" is seen. */
export function HoursBar({ minutes, year }: { minutes: number; year?: string }) {
  const series: Series = minutes >= TWELVE ? 'c3' : minutes >= THREE ? 'c2' : 'c1'
  const at = (value: number) => (Math.min(value, FULL) / FULL) * WIDTH
  return (
    <span className={`hours-bar ${series}`}>
      <svg width={WIDTH} height="12" aria-hidden="true">
        <rect className="bar-track" x="0.5" y="2.5" width={WIDTH - 1} height="7" rx="2" />
        <rect className="bar-fill" x="0" y="2" width={at(minutes)} height="8" rx="2" />
        <rect className="bar-mark" x={at(THREE)} y="1" width="1.5" height="10" />
        <rect className="bar-mark" x={at(TWELVE)} y="1" width="1.5" height="10" />
      </svg>
      <span className="figures">
        {(minutes / 60).toFixed(1)}
        <span className="visually-hidden"> hours{year && ` in ${year}`}</span>
      </span>
    </span>
  )
}

type DueProps = {
  step: string
  /** "2 days overdue", "Today", "25 Nov" */ due: string
  state: 'overdue' | 'soon' | 'later'
}

/** A next step with its day: a bar, a colour and words that say the same. */
export function DueBar({ step, due, state }: DueProps) {
  return (
    <span className={`due-bar ${state}`}>
      <span className="due-step">{step}</span>
      <span className="due-day figures">{due}</span>
    </span>
  )
}

type SparkProps = {
  values: readonly number[]
  series?: Series | undefined
  /** The finding in words; none when the words stand beside it. */ label?: string
}

/** The shape of a year at a glance: a line from zero that ends in a dot. */
export function Spark({ values, series = 'c1', label }: SparkProps) {
  const most = Math.max(...values, 1)
  const points = values.map(
    (value, at) =>
      `${((at / Math.max(values.length - 1, 1)) * 68 + 2).toFixed(1)},${(31 - (value / most) * 26).toFixed(1)}`,
  )
  const [endX, endY] = (points.at(-1) ?? '2,31').split(',')
  return (
    <svg
      className={`spark ${series}`}
      viewBox="0 0 76 34"
      width="76"
      height="34"
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      <path className="spark-area" d={`M${points.join('L')}L${endX},32L2,32Z`} />
      <path className="spark-line" d={`M${points.join('L')}`} />
      <circle className="spark-end" cx={endX} cy={endY} r="3" />
    </svg>
  )
}
