import { type LearnerKey, LEARNER_COLUMNS } from '@hubline/domain/training/pasted-learners.ts'
import { STATUS_NAMES } from '@hubline/domain/training/stages.ts'
import type { GridColumn } from '../../ui/paste-grid/grid-column.ts'
import { Tag, type Tone } from '../../ui/tag.tsx'
import type { Judged, Standing } from './judge-rows.ts'
import type { PastedList } from './pasted-list.ts'

type Column = GridColumn<Judged>

export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  wrong: 'Put right',
  checking: 'Checking',
  decide: 'Decide',
  employer: 'Employer?',
  add: 'Ready',
  change: 'Moves on',
  nothing: 'Already there',
  again: 'Twice in the list',
  left_out: 'Left out',
}

const TONES: Readonly<Record<Standing, Tone>> = {
  wrong: 'bad',
  checking: 'plain',
  decide: 'warn',
  employer: 'warn',
  add: 'ok',
  change: 'info',
  nothing: 'plain',
  again: 'plain',
  left_out: 'plain',
}

/** What the row comes to, in words: whom it is about, and what saving does. */
function saidOf({ standing, person, learner, same_as, errors }: Judged): string {
  const name = `${learner.given_name} ${learner.family_name}`.trim()
  if (standing === 'wrong') return errors[0]?.sentence ?? ''
  if (standing === 'decide') return `${name} may be known`
  if (standing === 'employer') return learner.employer ?? ''
  if (standing === 'again') return `As row ${same_as}`
  if (standing === 'add' && !person) return 'New person'
  return person ? `${person.name}, ${person.reference}` : ''
}

/** It stays in sight: on a phone it leaves room for another column beside it. */
const headColumn = (): Column => ({
  key: 'standing',
  title: 'Row, and what it comes to',
  width: matchMedia('(max-width: 700px)').matches ? 150 : 330,
  cell: (judged) => ({
    text: `${judged.row.row}. ${STANDING_WORDS[judged.standing]}. ${saidOf(judged)}`,
    face: (
      <>
        <span className="paste-number figures">{judged.row.row}</span>{' '}
        <Tag tone={TONES[judged.standing]}>{STANDING_WORDS[judged.standing]}</Tag>{' '}
        <span className="paste-said">{saidOf(judged)}</span>
      </>
    ),
  }),
})

const CHOICES: Partial<Record<LearnerKey, readonly string[]>> = { status: Object.values(STATUS_NAMES) }
const LABELS = new Map(LEARNER_COLUMNS.map(({ key, label }) => [key, label]))

/** The columns of the list as it came, each with what it holds at its head. Made anew when that changes. */
export function pasteColumns(
  { columns, heading }: Pick<PastedList, 'columns' | 'heading'>,
  onHold: (at: number, key: LearnerKey | null) => void,
): readonly Column[] {
  return [
    headColumn(),
    ...columns.map((key, at): Column => {
      const called = heading?.cells[at] || `Column ${at + 1}`
      return {
        key: String(at),
        title: (key && LABELS.get(key)) ?? called,
        head: <ColumnHead called={called} holds={key} onHold={(next) => onHold(at, next)} />,
        width: key === 'email' || key === 'employer' || key === 'full_name' ? 190 : 140,
        cell: ({ row, errors }) => ({
          text: row.cells[at] ?? '',
          error: key ? errors.find((error) => error.key === key)?.sentence : undefined,
          face: key ? undefined : <span className="quiet">{row.cells[at]}</span>,
        }),
        mayEdit: ({ standing }) => key !== null && standing !== 'left_out',
        choices: key ? CHOICES[key] : undefined,
      }
    }),
  ]
}

type HeadProps = { called: string; holds: LearnerKey | null; onHold: (key: LearnerKey | null) => void }

/** What a column holds: the guess, which can be changed. */
function ColumnHead({ called, holds, onHold }: HeadProps) {
  return (
    <select
      className="paste-head"
      aria-label={`${called} holds`}
      title={called}
      value={holds ?? ''}
      onChange={({ target }) => onHold((target.value || null) as LearnerKey | null)}
    >
      <option value="">Not kept: {called}</option>
      {LEARNER_COLUMNS.map(({ key, label }) => (
        <option key={key} value={key}>
          {label}
        </option>
      ))}
    </select>
  )
}
