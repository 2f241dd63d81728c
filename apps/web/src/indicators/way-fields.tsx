import { EVIDENCE_LEVELS, type EvidenceLevel } from '@hubline/domain/imports/bundle-file.ts'
import { say } from '@hubline/domain/indicators/said.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import { type FormProblem, problemAt } from '../ui/error-summary.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { FilledWay } from './definition-fill.ts'
import type { OneDefinition } from './one-definition.ts'
import { WayFacts } from './way-facts.tsx'
import { WayList } from './way-list.tsx'

type Props = {
  at: number
  /** The only way of its figure: all that can be said of it is in sight. */
  is_only: boolean
  form: OneDefinition['form']['ways'][number]
  way: FilledWay
  problems: readonly FormProblem[]
  onChange: (way: FilledWay) => void
}

const capital = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`
const LEVELS = EVIDENCE_LEVELS.filter((level) => level !== 'none').map((level) => ({
  value: level,
  words: `${level === 'self_declared' ? 'Self-declared' : capital(say(level))} or better`,
}))

/** One way in which something comes to count: whether it does, by which day, how long, how well proved, and what else it must say. */
export function WayFields({ at, is_only, form, way, problems, onChange }: Props) {
  return (
    <div className="definition-way">
      <Checkbox checked={way.counts} onChange={(event) => onChange({ ...way, counts: event.target.checked })}>
        {capital(form.words)}
      </Checkbox>
      {way.counts && (
        <div className="way-parts">
          <Measures at={at} form={form} way={way} problems={problems} onChange={onChange} />
          {form.lists.length + form.facts.length > 0 && (
            <details open={is_only}>
              <summary>
                Which of them count
                <span className="visually-hidden">: {form.words}</span>
              </summary>
              <div className="way-rules">
                {form.lists.map((list) => (
                  <WayList
                    key={list.field}
                    list={list}
                    words={way.lists[list.field] ?? null}
                    onChange={(words) => onChange({ ...way, lists: { ...way.lists, [list.field]: words } })}
                  />
                ))}
                <WayFacts
                  facts={form.facts.filter(({ name }) => name !== way.dated)}
                  asked={way.facts}
                  onChange={(facts) => onChange({ ...way, facts })}
                />
              </div>
            </details>
          )}
        </div>
      )}
    </div>
  )
}

function Measures({ at, form, way, problems, onChange }: Omit<Props, 'is_only'>) {
  if (form.days.length < 2 && !form.has_minutes && !form.has_evidence) return null
  return (
    <div className="way-measures">
      {form.days.length > 1 && (
        <SelectField
          label="By the day on which it"
          id={`dated-${at}`}
          choices={form.days.map(({ day, words }) => ({ value: day, words }))}
          value={way.dated}
          onChange={({ target: { value: dated } }) =>
            onChange({ ...way, dated, facts: way.facts.filter((name) => name !== dated) })
          }
        />
      )}
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
    </div>
  )
}
