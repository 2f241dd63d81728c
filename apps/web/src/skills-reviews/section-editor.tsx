import type { Section } from '@hubline/domain/skills-reviews/template.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { newKey } from './new-key.ts'
import { QuestionEditor } from './question-editor.tsx'
import {
  addQuestion,
  changeSection,
  moveSection,
  type OnChange,
  removeSection,
  type Sections,
} from './questions-edit.ts'

type Props = {
  section: Section
  at: number
  sections: Sections
  /** Keys of the questions that are in force. */
  kept: ReadonlySet<string>
  errorOf: (field: string) => string | undefined
  onChange: OnChange
}

/** One section of the form with its questions. */
export function SectionEditor({ section, at, sections, kept, errorOf, onChange }: Props) {
  const { key, title, questions } = section
  const named = title || `section ${at + 1}`
  const move = (by: -1 | 1) =>
    onChange(moveSection(sections, key, by), `${named} moved`, `${by === -1 ? 'up' : 'down'}-${key}`)

  const add = () =>
    onChange(
      addQuestion(sections, key, newKey()),
      'Question added',
      `sections.${at}.questions.${questions.length}.words`,
    )

  return (
    <section className="panel questions-section" aria-label={`Section ${named}`}>
      <div className="questions-head">
        <TextField
          id={`sections.${at}.title`}
          label="Section"
          value={title}
          error={errorOf(`sections.${at}.title`)}
          onChange={({ target }) => onChange(changeSection(sections, key, { title: target.value }))}
        />
        <div className="cluster">
          <Button id={`up-${key}`} look="quiet" icon="up" iconOnly onClick={() => move(-1)}>
            Move section {named} up
          </Button>
          <Button id={`down-${key}`} look="quiet" icon="down" iconOnly onClick={() => move(1)}>
            Move section {named} down
          </Button>
          {questions.length === 0 && (
            <Button
              look="quiet"
              icon="remove"
              onClick={() => onChange(removeSection(sections, key), 'Section removed')}
            >
              Remove<span className="visually-hidden"> section {named}</span>
            </Button>
          )}
        </div>
      </div>
      <ol role="list" className="questions-list">
        {questions.map((question, place) => (
          <li key={question.key}>
            <QuestionEditor
              question={question}
              path={`sections.${at}.questions.${place}`}
              number={place + 1}
              sections={sections}
              isNew={!kept.has(question.key)}
              errorOf={errorOf}
              onChange={onChange}
            />
          </li>
        ))}
      </ol>
      <div>
        {errorOf(`sections.${at}.questions`) && <p className="field-error">{errorOf(`sections.${at}.questions`)}</p>}
        <Button id={`sections.${at}.questions`} size="small" icon="plus" onClick={add}>
          Add a question<span className="visually-hidden"> to {named}</span>
        </Button>
      </div>
    </section>
  )
}
