import { useState } from 'react'
import { countOf, figureInWords, rowsOf } from '../indicators/show-figure.ts'
import { Button } from '../ui/button.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { type Answers, type VersionQuestion, versionInWords } from './asked-versions.ts'
import { VersionUnits } from './version-units.tsx'

type Props = {
  year: string
  questions: readonly VersionQuestion[]
  answers: Answers
  onAnswer: (answers: Answers) => void
}

/** Which version counts a year in which one began: the value by each, and the list behind each. */
export function VersionQuestions({ year, questions, answers, onAnswer }: Props) {
  if (questions.length === 0) return null
  return (
    <>
      <p>
        What counts was changed from a day within {year}. A year is counted by one version: say which one. It is kept
        with your name.
      </p>
      {questions.map((question) => (
        <section
          key={question.key}
          aria-label={question.figures.map(({ title }) => title).join('; ')}
          className="year-next"
        >
          <Segmented
            label={`Which version counts ${year}?`}
            segments={question.stages}
            value={answers[question.key] ?? question.proposed}
            onChange={(stage) => onAnswer({ ...answers, [question.key]: stage })}
          />
          <Values year={year} question={question} />
        </section>
      ))}
    </>
  )
}

/** Each figure of a question by each of its versions; one list is open at a time. */
function Values({ year, question: { figures } }: { year: string; question: VersionQuestion }) {
  const [list, setList] = useState<{ key: string; version: number }>()
  return figures.map(({ key, title, unit, versions }) => (
    <div key={key} className="year-signed">
      <h3>{title}</h3>
      <ul role="list">
        {versions.map((one) => (
          <li key={one.version}>
            {versionInWords(one)}: <b>{figureInWords(unit, one.value)}</b>{' '}
            <Button size="small" onClick={() => setList({ key, version: one.version })}>
              List
              <span className="visually-hidden">
                {' '}
                of {title} by version {one.version}
              </span>
            </Button>
            <p className="quiet small measure">{one.words}</p>
          </li>
        ))}
      </ul>
      {list?.key === key && (
        <VersionUnits key={list.version} year={year} figure_key={key} version={list.version}>
          {(total) => `${title} by version ${list.version}: ${countOf(total, rowsOf(unit))}`}
        </VersionUnits>
      )}
    </div>
  ))
}
