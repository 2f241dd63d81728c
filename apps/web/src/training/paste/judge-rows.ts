import type { Day } from '@hubline/domain/day.ts'
import { normaliseName } from '@hubline/domain/businesses/identifiers.ts'
import type { RecognisedBusiness } from '@hubline/domain/businesses/recognise-business.ts'
import { type CellError, identityOf } from '@hubline/domain/people/pasted-people.ts'
import { type Outcome, type PasteDefaults, outcomeOf } from '@hubline/domain/training/paste-outcome.ts'
import { type LearnerKey, type PastedLearner, readPastedLearner } from '@hubline/domain/training/pasted-learners.ts'
import type { CourseKind } from '@hubline/domain/training/qualifying-start.ts'
import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../../api.ts'
import { type ListRow, type PastedList, cellsOf } from './pasted-list.ts'

export type Checked = inferOutput<typeof trpc.training.checkLearners>['people'][number]
export type Likely = Checked['candidates'][number]

/** How a row of the list stands: what it needs, or what saving it does. */
export type Standing =
  | 'wrong'
  | 'checking'
  | 'decide'
  | 'employer'
  | 'add'
  | 'change'
  | 'nothing'
  | 'again'
  | 'left_out'

export type Judged = {
  key: string
  row: ListRow
  learner: PastedLearner
  errors: readonly CellError<LearnerKey>[]
  standing: Standing
  /** Who it is about, where that is known or decided; nobody for somebody new. */
  person: { id: string; name: string; reference: string } | undefined
  candidates: readonly Likely[]
  business_id: string | null
  /** The number of the row that is about the same person. */
  same_as: number | undefined
}

export type Judging = {
  list: PastedList
  checked: ReadonlyMap<string, Checked>
  businesses: ReadonlyMap<string, RecognisedBusiness>
  course: { kind: CourseKind | null }
  session_id: string | null
  plan_line_id: string | null
  /** The employer of those whose row names none. */
  employer_id: string | null
  defaults: PasteDefaults
  today: Day
}

/** By this a person is asked about: everything that their row says of who they are. */
export const askedAs = ({ given_name, family_name, email, phone, postcode }: PastedLearner): string =>
  [given_name, family_name, email, phone, postcode].join('\u0000')

export const employerKey = (name: string): string => normaliseName(name)

type Read = ReturnType<typeof readPastedLearner>
const reads = new WeakMap<ListRow, { columns: PastedList['columns']; read: Read }>()

/** A row is read once for as long as neither it nor the columns change. */
export function readRow(row: ListRow, columns: PastedList['columns'], today: Day): Read {
  const kept = reads.get(row)
  if (kept?.columns === columns) return kept.read
  const read = readPastedLearner(cellsOf(row, columns), today)
  reads.set(row, { columns, read })
  return read
}

/** How every row of the list stands, in the order of the list. */
export function judgeRows(judging: Judging): Judged[] {
  const seen = new Map<string, number>()
  return judging.list.rows.map((row) => {
    const judged = judgeRow(row, judging)
    const who = judged.person?.id ?? identityOf(judged.learner)
    const before = seen.get(who)
    if (judged.standing === 'left_out' || judged.standing === 'wrong') return judged
    if (before !== undefined && judged.standing !== 'decide') return { ...judged, standing: 'again', same_as: before }
    if (judged.standing !== 'decide') seen.set(who, row.row)
    return judged
  })
}

function judgeRow(row: ListRow, judging: Judging): Judged {
  const { list, checked, today } = judging
  const { learner, errors } = readRow(row, list.columns, today)
  const decision = list.decisions[row.key]
  const base = {
    key: row.key,
    row,
    learner,
    errors,
    person: undefined,
    candidates: [],
    business_id: null,
    same_as: undefined,
  }
  if (decision?.is === 'left_out') return { ...base, errors: [], standing: 'left_out' }
  if (errors.length > 0) return { ...base, standing: 'wrong' }
  const found = checked.get(askedAs(learner))
  if (!found) return { ...base, standing: 'checking' }
  const { verdict, candidates } = found
  const person =
    decision?.is === 'person' ? decision : verdict === 'known' && decision?.is !== 'new' ? candidates[0] : undefined
  if (!person && verdict === 'maybe' && decision?.is !== 'new') return { ...base, candidates, standing: 'decide' }
  const employer = employerOf(learner, judging)
  if (employer === 'open' || employer === 'checking')
    return { ...base, person, candidates, standing: employer === 'open' ? 'employer' : 'checking' }
  const there =
    person &&
    (candidates.find(({ id }) => id === person.id) ?? (decision?.is === 'person' ? decision : undefined))?.there
  const outcome = outcomeOf({
    kind: judging.course.kind,
    row: learner,
    business_id: employer,
    session_id: judging.session_id,
    plan_line_id: judging.plan_line_id,
    there: there ?? undefined,
    defaults: judging.defaults,
    today,
  })
  const judged = { ...base, person, candidates, business_id: employer }
  return outcome.does === 'refuse'
    ? { ...judged, errors: [outcome.error], standing: 'wrong' }
    : { ...judged, standing: STANDINGS[outcome.does] }
}

const STANDINGS = { add: 'add', change: 'change', nothing: 'nothing' } as const satisfies Partial<
  Record<Outcome['does'], Standing>
>

/** The employer of a row: a business, nobody, or still open. */
function employerOf(
  { employer }: PastedLearner,
  { list, businesses, employer_id }: Judging,
): string | null | 'open' | 'checking' {
  if (!employer) return employer_id
  const decision = list.employers[employerKey(employer)]
  if (decision) return decision.is === 'none' ? null : decision.id
  const found = businesses.get(employerKey(employer))
  if (!found) return 'checking'
  return found.verdict === 'known' ? (found.candidates[0]?.id ?? null) : 'open'
}

/** The rows that saving writes. */
export const isReady = ({ standing }: Judged): boolean => standing === 'add' || standing === 'change'
/** The rows that wait for somebody to do something. */
export const needsSomebody = ({ standing }: Judged): boolean =>
  standing === 'wrong' || standing === 'decide' || standing === 'employer'
