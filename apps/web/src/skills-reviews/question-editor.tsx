import {
  hasChoices,
  type Question,
  QUESTION_KIND_NAMES,
  type QuestionKind,
} from '@hubline/domain/skills-reviews/template.ts'
import { choicesOf } from '../cases/case-words.ts'
import { Button } from '../ui/button.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { newKey } from './new-key.ts'
import { changeQuestion, moveQuestion, type OnChange, retireQuestion, type Sections } from './questions-edit.ts'

type Props = {
  question: Question
  /** Where it stands in the form: its fields are called so. */
  path: string
  number: number
  sections: Sections
  /** Not in force yet, so its kind can still be chosen. */
  isNew: boolean
  errorOf: (field: string) => string | undefined
  onChange: OnChange
}

/** One question: how it is asked, and where it stands. */
export function QuestionEditor({ question, path, number, sections, isNew, errorOf, onChange }: Props) {
  const { key, kind, words, hint } = question
  const put = (change: Partial<Question>) => onChange(changeQuestion(sections, key, change))
  const called = words || `question ${number}`
  const move = (by: -1 | 1) =>
    onChange(moveQuestion(sections, key, by), `${called} moved`, `${by === -1 ? 'up' : 'down'}-${key}`)
  return (
    <fieldset className="question-editor">
      <legend className="visually-hidden">{called}</legend>
      <div className="questions-head">
        <TextField
          id={`${path}.words`}
          label={`Question ${number}`}
          value={words}
          error={errorOf(`${path}.words`)}
          onChange={({ target }) => put({ words: target.value })}
        />
        <div className="cluster">
          <Button id={`up-${key}`} look="quiet" icon="up" iconOnly onClick={() => move(-1)}>
            Move up: {called}
          </Button>
          <Button id={`down-${key}`} look="quiet" icon="down" iconOnly onClick={() => move(1)}>
            Move down: {called}
          </Button>
          <Button
            look="quiet"
            icon="remove"
            onClick={() => onChange(retireQuestion(sections, key), isNew ? 'Question removed' : 'Question retired')}
          >
            {isNew ? 'Remove' : 'Retire'}
            <span className="visually-hidden">: {called}</span>
          </Button>
        </div>
      </div>
      <div className="question-facts">
        {isNew ? (
          <SelectField
            label="Answer"
            choices={choicesOf(QUESTION_KIND_NAMES)}
            value={kind}
            error={errorOf(`${path}.kind`)}
            onChange={({ target }) => put({ kind: target.value as QuestionKind })}
          />
        ) : (
          <p className="quiet small">Answer: {QUESTION_KIND_NAMES[kind].toLowerCase()}</p>
        )}
        <TextField label="Hint" optional value={hint} onChange={({ target }) => put({ hint: target.value })} />
      </div>
      {hasChoices(kind) && (
        <Choices question={question} path={path} errorOf={errorOf} sections={sections} onChange={onChange} />
      )}
    </fieldset>
  )
}

type ChoicesProps = Pick<Props, 'question' | 'path' | 'errorOf' | 'sections' | 'onChange'>

function Choices({ question: { key, choices, words }, path, errorOf, sections, onChange }: ChoicesProps) {
  const error = errorOf(`${path}.choices`)
  const put = (next: Question['choices'], said?: string, focus_id?: string) =>
    onChange(changeQuestion(sections, key, { choices: next }), said, focus_id)
  const add = () =>
    put([...choices, { key: newKey(), words: '' }], 'Choice added', `${path}.choices.${choices.length}.words`)
  return (
    <fieldset id={`${path}.choices`} tabIndex={-1} className="question-choices">
      <legend className="field-label">Choices</legend>
      {error && <p className="field-error">{error}</p>}
      {choices.map((choice, at) => (
        <div key={choice.key} className="question-choice">
          <TextField
            id={`${path}.choices.${at}.words`}
            label={`Choice ${at + 1}`}
            hideLabel
            value={choice.words}
            error={errorOf(`${path}.choices.${at}.words`)}
            onChange={({ target }) =>
              put(choices.map((one) => (one === choice ? { ...one, words: target.value } : one)))
            }
          />
          <Button
            look="quiet"
            size="small"
            icon="close"
            iconOnly
            onClick={() =>
              put(
                choices.filter((one) => one !== choice),
                'Choice taken out',
              )
            }
          >
            Take out choice {at + 1}, {choice.words || 'blank'}
          </Button>
        </div>
      ))}
      <div>
        <Button size="small" icon="plus" onClick={add}>
          Add a choice<span className="visually-hidden"> to {words}</span>
        </Button>
      </div>
    </fieldset>
  )
}
