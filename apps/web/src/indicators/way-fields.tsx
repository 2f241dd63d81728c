import { EVIDENCE_LEVELS, type EvidenceLevel } from '@hubline/domain/imports/bundle-file.ts'
import { INTERACTION_KINDS } from '@hubline/domain/interactions/interactions-file.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import { type FormProblem, problemAt } from '../ui/error-summary.tsx'
import { FieldGroup } from '../ui/field.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { FilledWay } from './definition-fill.ts'
import type { OneDefinition } from './one-definition.ts'

type Props = {
  at: number
  form: OneDefinition['form']['ways'][number]
  way: FilledWay
  problems: readonly FormProblem[]
  onChange: (way: FilledWay) => void
}

const say = (word: string) => `${word.charAt(0).toUpperCase()}${word.slice(1).replaceAll('_', ' ')}`
const LEVELS = EVIDENCE_LEVELS.filter((level) => level !== 'none').map((level) => ({
  value: level,
  words: `${level === 'self_declared' ? 'Self-declared' : say(level)} or better`,
}))

/** One way in which something comes to count: whether it does, of which kinds, how long and how well proved. */
export function WayFields({ at, form, way, problems, onChange }: Props) {
  return (
    <div className="definition-way">
      <Checkbox checked={way.counts} onChange={(event) => onChange({ ...way, counts: event.target.checked })}>
        {say(form.words)}
      </Checkbox>
      {way.counts && (form.has_kinds || form.has_minutes || form.has_evidence) && (
        <div className="way-parts">
          {form.has_minutes && (
            <TextField
              label="Least minutes"
              id={`minutes-${at}`}
              error={problemAt(problems, `minutes-${at}`)}
              short
              inputMode="numeric"
              value={way.minutes}
              onChange={(event) => onChange({ ...way, minutes: event.target.value })}
            />
          )}
          {form.has_evidence && (
            <SelectField
              label="Least evidence"
              none="Any"
              choices={LEVELS}
              value={way.evidence ?? ''}
              onChange={(event) =>
                onChange({ ...way, evidence: event.target.value === '' ? null : (event.target.value as EvidenceLevel) })
              }
            />
          )}
          {form.has_kinds && <Kinds way={way} onChange={onChange} />}
        </div>
      )}
    </div>
  )
}

function Kinds({ way, onChange }: Pick<Props, 'way' | 'onChange'>) {
  const kinds = way.kinds ?? []
  return (
    <FieldGroup label="Kinds that count">
      <div className="way-kinds">
        {INTERACTION_KINDS.map((kind) => (
          <Checkbox
            key={kind}
            checked={kinds.includes(kind)}
            onChange={(event) =>
              onChange({
                ...way,
                kinds: event.target.checked ? [...kinds, kind] : kinds.filter((other) => other !== kind),
              })
            }
          >
            {say(kind)}
          </Checkbox>
        ))}
      </div>
    </FieldGroup>
  )
}
