import {
  LEVEL_NAMES,
  ROLE_GROUP_NAMES,
  SKILL_AREA_NAMES,
  URGENCY_NAMES,
  guessRoleGroup,
  guessSkillArea,
} from '@hubline/domain/skills-reviews/roles-and-skills.ts'
import { choicesOf } from '../cases/case-words.ts'
import { Tag } from '../ui/tag.tsx'
import type { GapLine, WorkforceLine } from './form-state.ts'
import { type LineColumn, LineTable } from './line-table.tsx'
import type { ReviewForm } from './use-review-form.ts'

const LEVELS = choicesOf(LEVEL_NAMES)
const GROUPS = choicesOf(ROLE_GROUP_NAMES)

const WORKFORCE: readonly LineColumn<WorkforceLine>[] = [
  { key: 'role', title: 'Role', kind: 'text' },
  { key: 'people', title: 'People', kind: 'number', width: '76px' },
  { key: 'level', title: 'Level', kind: 'choice', choices: LEVELS, width: '116px' },
  { key: 'role_group', title: 'Kind of work', kind: 'choice', choices: GROUPS, none: 'Choose', width: '28%' },
]

const blankPeople = (place: number) => ({
  version: 0,
  crossed: null,
  place,
  role: '',
  role_group: null,
  level: null,
  people: null,
})

/** A role says what kind of work it is, until somebody says otherwise. */
const withGroup = <L extends { role: string; role_group: WorkforceLine['role_group'] }>(line: L, changed: string): L =>
  changed === 'role' ? { ...line, role_group: guessRoleGroup(line.role) ?? line.role_group } : line

export function WorkforceTable({ form, disabled }: { form: ReviewForm; disabled: boolean }) {
  return (
    <LineTable
      caption="The workforce"
      columns={WORKFORCE}
      lines={form.page?.workforce ?? []}
      blank={blankPeople}
      settle={withGroup}
      disabled={disabled}
      onSave={(line) => form.saveLine('workforce_line', line)}
      onRemove={(id) => void form.removeLine('workforce_line', id)}
    />
  )
}

const gapColumns = (roles: readonly string[]): readonly LineColumn<GapLine>[] => [
  { key: 'role', title: 'Role', kind: 'text', proposals: roles },
  { key: 'skill', title: 'Skill that is missing', kind: 'text', width: '24%' },
  { key: 'people', title: 'People', kind: 'number', width: '76px' },
  {
    key: 'urgency',
    title: 'How soon',
    kind: 'choice',
    choices: choicesOf(URGENCY_NAMES),
    none: 'Choose',
    width: '126px',
  },
  { key: 'level', title: 'Level', kind: 'choice', choices: LEVELS, width: '104px' },
  {
    key: 'skill_area',
    title: 'Area',
    kind: 'choice',
    choices: choicesOf(SKILL_AREA_NAMES),
    none: 'Choose',
    width: '17%',
  },
]

const blankGap = (place: number): Omit<GapLine, 'id'> => ({
  ...blankPeople(place),
  skill: '',
  skill_area: 'other',
  urgency: 'this_year',
  is_planned: false,
})

/** Where nothing is chosen, the words decide and the usual stands. */
function settleGap(line: GapLine, changed: string): GapLine {
  const grouped = withGroup(line, changed)
  return {
    ...grouped,
    skill_area:
      changed === 'skill' ? (guessSkillArea(line.skill) ?? line.skill_area ?? 'other') : (line.skill_area ?? 'other'),
    urgency: line.urgency ?? 'this_year',
  }
}

export function GapsTable({ form, disabled }: { form: ReviewForm; disabled: boolean }) {
  const roles = [...new Set((form.page?.workforce ?? []).map(({ role }) => role).filter(Boolean))]
  return (
    <LineTable
      caption="Skills gaps"
      columns={gapColumns(roles)}
      lines={form.page?.gaps ?? []}
      blank={blankGap}
      settle={settleGap}
      disabled={disabled}
      renderAfter={(line) => line.is_planned && <Tag tone="ok">Planned</Tag>}
      onSave={(line) => form.saveLine('skills_gap', line)}
      onRemove={(id) => void form.removeLine('skills_gap', id)}
    />
  )
}
