import { showDay } from '@hubline/domain/day.ts'
import type { Learner } from '@hubline/domain/training/change-learner.ts'
import { type Milestone, milestonesOf } from '@hubline/domain/training/milestones.ts'
import type { ReactNode } from 'react'
import { choicesOf } from '../cases/case-words.ts'
import { Icon } from '../ui/icon.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { Tag } from '../ui/tag.tsx'
import { TextField } from '../ui/text-field.tsx'
import { LearnerDay, type LearnerParts } from './learner-day.tsx'
import { EMPLOYMENT_NAMES, INTERVIEW_NAMES } from './training-words.ts'

/** What the milestones of a bootcamp stand on, and which are reached with what is entered. */
export function BootcampFields({ after, ...parts }: LearnerParts & { after: Learner }) {
  const [one, two, three] = milestonesOf(after)
  const { filled, fill, errorOf } = parts
  const select = (field: 'employment' | 'interview_for', label: string, names: Readonly<Record<string, string>>) => (
    <SelectField
      id={field}
      label={label}
      optional
      none="Not known"
      choices={choicesOf(names)}
      value={filled[field]}
      error={errorOf(field)}
      onChange={({ target }) => fill(field, target.value)}
    />
  )
  const number = (field: 'guided_hours' | 'vacancy_weeks', label: string, hint?: string) => (
    <TextField
      id={field}
      label={label}
      hint={hint}
      optional
      short
      inputMode="decimal"
      autoComplete="off"
      value={filled[field]}
      error={errorOf(field)}
      onChange={({ target }) => fill(field, target.value)}
    />
  )
  return (
    <>
      <MilestonePart milestone={one}>
        <LearnerDay field="initial_assessment_on" label="Initial assessment" {...parts} />
        {number('guided_hours', 'Guided hours attended so far')}
        <LearnerDay
          field="milestone_1_on"
          label="Milestone 1 reached on"
          hint="As the provider’s register shows"
          {...parts}
        />
      </MilestonePart>
      <MilestonePart milestone={two}>
        {select('employment', 'At the start of the bootcamp', EMPLOYMENT_NAMES)}
        <LearnerDay field="interview_on" label="Interview offered or held on" {...parts} />
        {select('interview_for', 'Interview for', INTERVIEW_NAMES)}
        {filled.interview_for === 'vacancy' &&
          number('vacancy_weeks', 'The post is for so many weeks', '52 where it has no end')}
      </MilestonePart>
      <MilestonePart milestone={three}>
        <LearnerDay field="role_offered_on" label="Role offered on" {...parts} />
        <LearnerDay field="role_started_on" label="Role begun on" {...parts} />
      </MilestonePart>
    </>
  )
}

function MilestonePart({
  milestone: { number, reached_on, conditions },
  children,
}: {
  milestone: Milestone
  children: ReactNode
}) {
  return (
    <fieldset className="milestone">
      <legend className="field-label">
        Milestone {number} {reached_on ? <Tag tone="ok">Reached on {showDay(reached_on)}</Tag> : <Tag>Not reached</Tag>}
      </legend>
      <ul role="list" className="milestone-conditions">
        {conditions.map(({ sentence, is_met }) => (
          <li key={sentence} className={is_met ? 'met' : undefined}>
            <Icon name={is_met ? 'check' : 'minus'} size={16} />
            <span>
              <span className="visually-hidden">{is_met ? 'Met: ' : 'Missing: '}</span>
              {sentence}
            </span>
          </li>
        ))}
      </ul>
      {children}
    </fieldset>
  )
}
