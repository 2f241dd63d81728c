import { say } from '@hubline/domain/indicators/said.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import { FieldGroup } from '../ui/field.tsx'
import type { OneDefinition } from './one-definition.ts'

type Props = {
  list: OneDefinition['form']['ways'][number]['lists'][number]
  /** The words that count; null where any does. */
  words: readonly string[] | null
  onChange: (words: string[] | null) => void
}

/** Of a list of a record, the words that count: any, or those that are ticked. */
export function WayList({ list, words, onChange }: Props) {
  const put = (word: string, is_in: boolean) =>
    onChange(list.words.filter((one) => (one === word ? is_in : words?.includes(one))))
  return (
    <FieldGroup label={list.label}>
      <div className="way-words">
        {list.any && (
          <Checkbox
            checked={words === null}
            onChange={(event) => onChange(event.target.checked ? null : [...list.words])}
          >
            {list.open ? 'Any, or none said' : 'Any'}
          </Checkbox>
        )}
        {words !== null &&
          list.words.map((word) => (
            <Checkbox key={word} checked={words.includes(word)} onChange={(event) => put(word, event.target.checked)}>
              {say(word)}
            </Checkbox>
          ))}
      </div>
    </FieldGroup>
  )
}
