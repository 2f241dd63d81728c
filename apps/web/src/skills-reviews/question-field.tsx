import type { AnswerValue } from '@hubline/domain/skills-reviews/answers.ts'
import { readMoney, showMoney } from '@hubline/domain/money.ts'
import { useState } from 'react'
import { Checkbox } from '../ui/checkbox.tsx'
import { FieldGroup } from '../ui/field.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { TextArea, TextField } from '../ui/text-field.tsx'
import type { FormPage } from './form-state.ts'

export type Asked = FormPage['questions']['sections'][number]['questions'][number]

type Props = { question: Asked; value: AnswerValue; onAnswer: (value: AnswerValue) => void }

/** One question of a form and its answer, kept as it is given. */
export function QuestionField({ question, value, onAnswer }: Props) {
  const { key, kind, words, hint, choices } = question
  const field = { id: `q-${key}`, label: words, hint: hint || undefined }
  if (kind === 'text')
    return (
      <TextArea
        {...field}
        maxLength={5000}
        value={typeof value === 'string' ? value : ''}
        onChange={({ target }) => onAnswer(target.value)}
      />
    )
  if (kind === 'number' || kind === 'money')
    return (
      <AmountField field={field} kind={kind} value={typeof value === 'number' ? value : null} onAnswer={onAnswer} />
    )
  if (kind === 'yes_no')
    return (
      <Segmented
        {...field}
        segments={[
          { value: 'yes', words: 'Yes' },
          { value: 'no', words: 'No' },
        ]}
        value={value === true ? 'yes' : value === false ? 'no' : undefined}
        onChange={(chosen) => onAnswer(chosen === 'yes')}
      />
    )
  if (kind === 'choice')
    return (
      <Segmented
        {...field}
        segments={choices.map((choice) => ({ value: choice.key, words: choice.words }))}
        value={typeof value === 'string' ? value : undefined}
        onChange={onAnswer}
      />
    )
  const chosen: readonly string[] = Array.isArray(value) ? value : []
  return (
    <FieldGroup {...field}>
      <div className="form-choices">
        {choices.map((choice) => (
          <Checkbox
            key={choice.key}
            checked={chosen.includes(choice.key)}
            onChange={({ target }) =>
              onAnswer(target.checked ? [...chosen, choice.key] : chosen.filter((one) => one !== choice.key))
            }
          >
            {choice.words}
          </Checkbox>
        ))}
      </div>
    </FieldGroup>
  )
}

type AmountProps = {
  field: { id: string; label: string; hint: string | undefined }
  kind: 'number' | 'money'
  value: number | null
  onAnswer: (value: number | null) => void
}

/** A number or an amount: what cannot be read stays on screen and says so, and is not kept. */
function AmountField({ field, kind, value, onAnswer }: AmountProps) {
  const [unread, setUnread] = useState<string>()
  const [typing, setTyping] = useState<string>()
  const shown = value === null ? '' : kind === 'money' ? showMoney(value).replace(/\.00$/, '') : String(value)
  return (
    <TextField
      {...field}
      short
      inputMode={kind === 'number' ? 'numeric' : 'decimal'}
      autoComplete="off"
      error={
        unread === undefined
          ? undefined
          : kind === 'money'
            ? 'Enter an amount, like 1,200'
            : 'Enter a whole number, 0 or more'
      }
      value={typing ?? unread ?? shown}
      onBlur={() => setTyping(undefined)}
      onChange={({ target: { value: text } }) => {
        setTyping(text)
        const read = text.trim() === '' ? null : readAmount(kind, text)
        setUnread(read === undefined ? text : undefined)
        if (read !== undefined) onAnswer(read)
      }}
    />
  )
}

function readAmount(kind: 'number' | 'money', text: string): number | undefined {
  if (kind === 'money') return readMoney(text)
  return /^\s*\d{1,6}\s*$/.test(text) ? Number(text) : undefined
}
