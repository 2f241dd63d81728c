import type { AnswerValue } from '@hubline/domain/skills-reviews/answers.ts'
import { type Question, QUESTION_KIND_NAMES, isTable } from '@hubline/domain/skills-reviews/template.ts'
import { useState } from 'react'
import { QuestionField } from './question-field.tsx'
import type { Sections } from './questions-edit.ts'

/** The form as a broker sees it; it can be tried, and nothing is kept. */
export function QuestionsPreview({ sections }: { sections: Sections }) {
  return (
    <div className="questions-preview stack">
      {sections.map(({ key, title, questions }) => (
        <section key={key} className="panel" aria-label={title || 'Section without a name'}>
          <h2>{title || 'Section without a name'}</h2>
          {questions.map((question) => (
            <Tried key={question.key} question={question} />
          ))}
        </section>
      ))}
    </div>
  )
}

function Tried({ question }: { question: Question }) {
  const [value, setValue] = useState<AnswerValue>(null)
  const words = question.words || 'Question without words'
  if (!isTable(question.kind))
    return <QuestionField question={{ ...question, words }} value={value} onAnswer={setValue} />
  return (
    <div>
      <p className="field-label">{words}</p>
      {question.hint && <p className="field-hint">{question.hint}</p>}
      <p className="questions-table quiet">{QUESTION_KIND_NAMES[question.kind]}</p>
    </div>
  )
}
