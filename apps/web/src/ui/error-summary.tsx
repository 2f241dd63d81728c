import { useEffect, useRef } from 'react'
import './error-summary.css'
import { useErrorTitle } from './page-title.ts'

export type FormProblem = {
  /** The id of the control it is about; none when it is about the whole. */
  field?: string | undefined
  sentence: string
}

/** What is wrong with one control, for those who read at it. */
export const problemAt = (problems: readonly FormProblem[], id: string): string | undefined =>
  problems.find(({ field }) => field === id)?.sentence

type Props = {
  problems: readonly FormProblem[]
  /** Goes up at every attempt, so that a second failure takes the focus again. */
  attempt?: number | undefined
}

/** "There is a problem": takes the focus, and each line leads to its field. */
export function ErrorSummary({ problems, attempt = 0 }: Props) {
  const stands = problems.length > 0
  useErrorTitle(stands)
  return stands && <Problems key={attempt} problems={problems} />
}

function Problems({ problems }: Pick<Props, 'problems'>) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div ref={box} role="alert" tabIndex={-1} className="error-summary">
      <h2>There is a problem</h2>
      <ul role="list">
        {problems.map(({ field, sentence }) => (
          <li key={`${field}${sentence}`}>
            {field ? (
              <a
                href={`#${field}`}
                onClick={(event) => {
                  event.preventDefault()
                  reach(field)
                }}
              >
                {sentence}
              </a>
            ) : (
              sentence
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** A group of buttons cannot take the focus itself: its first control does. */
function reach(field: string): void {
  const found = document.getElementById(field)
  const control =
    found instanceof HTMLFieldSetElement
      ? (found.querySelector<HTMLElement>(':checked, input, button') ?? found)
      : found
  control?.focus()
  control?.scrollIntoView({ block: 'center' })
}
