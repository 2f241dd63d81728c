import { readNextStep } from '@hubline/domain/cases/read-next-step.ts'
import { dayInWords } from '@hubline/domain/day.ts'
import { CASE_KIND_NAMES, type CaseKind, choicesOf } from '../cases/case-words.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { usualCase } from './filled-log.ts'
import type { LogForm } from './use-log-interaction.ts'

/** What comes next, in words with a day, and the case that it stands on. */
export function LogNextStep({ form }: { form: LogForm }) {
  const { filled, change, today, about, problems } = form
  const { step, on } = readNextStep(filled.next_step, today)
  const echo = step ? (on ? `${step}, ${dayInWords(on)}` : `${step}, with no day`) : ''
  return (
    <div className="log-next">
      <TextField
        id="next_step"
        label="Next step"
        optional
        placeholder="Chase quotes fri"
        autoComplete="off"
        value={filled.next_step}
        error={problems.find(({ field }) => field === 'next_step')?.sentence}
        onChange={(event) => change({ next_step: event.target.value })}
      />
      <p className="field-hint" role="status">
        {echo}
      </p>
      {about && about.open_cases.length > 1 && <WhichCase form={form} />}
      {about && about.open_cases.length === 0 && step && <NewCase form={form} />}
    </div>
  )
}

function WhichCase({ form: { filled, change, about, problems } }: { form: LogForm }) {
  const cases = about?.open_cases ?? []
  return (
    <SelectField
      id="case_id"
      label="Case"
      none="No case"
      value={filled.case_id ?? usualCase(cases) ?? ''}
      error={problems.find(({ field }) => field === 'case_id')?.sentence}
      choices={cases.map(({ id, kind, reference, mine }) => ({
        value: id,
        words: `${CASE_KIND_NAMES[kind]}, ${reference}${mine ? '' : ' (not yours)'}`,
      }))}
      onChange={(event) => change({ case_id: event.target.value })}
    />
  )
}

function NewCase({ form: { filled, change } }: { form: LogForm }) {
  const usual: CaseKind = filled.client?.kind === 'person' ? 'start_up' : 'growth'
  return (
    <>
      <Checkbox
        checked={filled.new_case !== undefined}
        onChange={(event) => change({ new_case: event.target.checked ? usual : undefined })}
      >
        Open a case for it
        <span className="cell-note">{filled.client?.name} has no open case, and a next step stands on one</span>
      </Checkbox>
      {filled.new_case && (
        <SelectField
          id="new_case"
          label="Kind of case"
          choices={choicesOf(CASE_KIND_NAMES)}
          value={filled.new_case}
          onChange={(event) => change({ new_case: event.target.value as CaseKind })}
        />
      )}
    </>
  )
}
