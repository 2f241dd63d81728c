import { Checkbox } from '../ui/checkbox.tsx'
import { FieldGroup } from '../ui/field.tsx'
import type { OneDefinition } from './one-definition.ts'

type Props = {
  facts: OneDefinition['form']['ways'][number]['facts']
  asked: readonly string[]
  onChange: (asked: string[]) => void
}

/** The yes/no rules that a record must pass to count. */
export function WayFacts({ facts, asked, onChange }: Props) {
  if (facts.length === 0) return null
  return (
    <FieldGroup label="Only where it">
      <div className="way-words">
        {facts.map(({ name, words }) => (
          <Checkbox
            key={name}
            checked={asked.includes(name)}
            onChange={(event) =>
              onChange(event.target.checked ? [...asked, name] : asked.filter((other) => other !== name))
            }
          >
            {words}
          </Checkbox>
        ))}
      </div>
    </FieldGroup>
  )
}
