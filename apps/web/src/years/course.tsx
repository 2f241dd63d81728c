import type { Year } from '@hubline/domain/years/year.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { problemsOf } from '../problem.ts'
import { figureInWords } from '../indicators/show-figure.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { useToday } from '../ui/use-today.ts'
import { CourseChart } from './course-chart.tsx'
import { type Course, forecastInWords, linesOf } from './course-lines.ts'
import { CourseTable } from './course-table.tsx'
import './course.css'

type Props = { year: Year; figure_key: string; programme?: string | undefined }

/** How a figure grows through the year, drawn and as a table; every month leads to its list. */
export function FigureCourse({ year, figure_key, programme }: Props) {
  const { data, error } = useQuery(trpc.years.course.queryOptions({ year, key: figure_key, programme }))
  if (data) return <DrawnCourse course={data} />
  if (error) return <p className="quiet">{problemsOf(error)[0]?.sentence}</p>
  return <Skeleton lines={6} height="310px" />
}

/** The same, asked for when somebody opens it. */
export function CourseOnRequest(props: Props) {
  const [is_open, setOpen] = useState(false)
  return (
    <details className="as-table no-print" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Month by month, against the target and the last two years</summary>
      {is_open && <FigureCourse {...props} />}
    </details>
  )
}

/** A course that the server has told, drawn. */
export function DrawnCourse({ course }: { course: Course }) {
  const today = useToday()
  const lines = linesOf(course, today)
  const { finding, method } = forecastInWords(course, today)
  const reached = figureInWords(course.unit, String(lines.months.at(-1)?.reached ?? 0))
  const said = [
    `${course.title}: ${reached}${lines.gone < 12 ? ' so far' : ` in ${course.year}`}`,
    course.target !== null && `the target is ${figureInWords(course.unit, String(course.target))}`,
    ...lines.past.map((one) => `${one.year} ended at ${figureInWords(course.unit, String(one.reached.at(-1) ?? 0))}`),
  ]
  return (
    <div className="course">
      <CourseChart lines={lines} label={`${said.filter(Boolean).join('; ')}.`} />
      {finding && (
        <p className="course-forecast">
          <b className="figures">{finding}</b> {method && <span className="quiet small">{method}</span>}
        </p>
      )}
      <details className="as-table">
        <summary>Show as table</summary>
        <CourseTable lines={lines} title={course.title} />
      </details>
    </div>
  )
}
