import type { Day } from '../day.ts'
import { type PastedColumn } from '../imports/guess-columns.ts'
import { type ReadCell, looksLikeDay, readPastedDay, readText } from '../imports/pasted-cells.ts'
import {
  type CellError,
  PERSON_COLUMNS,
  type PastedPerson,
  type PersonKey,
  readPastedPerson,
} from '../people/pasted-people.ts'
import {
  END_REASONS,
  END_REASON_NAMES,
  type EndReason,
  type ParticipationStatus,
  STATUS_NAMES,
  isExit,
} from './stages.ts'

const DAY_KEYS = ['enrolled_on', 'first_attended_on', 'completed_on', 'achieved_on', 'ended_on'] as const
type DayKey = (typeof DAY_KEYS)[number]
export type LearnerKey = PersonKey | 'employer' | 'status' | 'end_reason' | DayKey

/** What a row of a pasted list says of a learner. Blank is not told, and changes nothing. */
export type PastedLearner = PastedPerson & {
  employer: string | null
  status: ParticipationStatus | null
  end_reason: EndReason | null
} & Record<DayKey, Day | null>

const headings = (list: string): string[] => list.split(', ')

/** How providers and spreadsheets say the stages, besides our own words. */
const SAID: Readonly<Record<ParticipationStatus, readonly string[]>> = {
  applied: headings('applied, application, applicant, interested, waiting, waiting list, waitlist, waitlisted'),
  enrolled: headings('enrolled, enroled, enrolment, registered, booked, confirmed, accepted, signed up'),
  started: headings('started, start, on programme, active, attending, attended'),
  in_learning: headings('in learning, learning, continuing, in progress, ongoing, on course, current'),
  completed: headings('completed, complete, finished, done'),
  achieved: headings('achieved, passed, pass, qualified, certified, certificated, merit, distinction'),
  withdrawn: headings('withdrawn, withdrew, left, left early, dropped out, dropout, drop out, leaver'),
  transferred: headings('transferred, transfer'),
  did_not_start: headings('did not start, dns, did not attend, dna, no show, non starter, never started'),
}
const STATUS_OF = new Map(
  (Object.entries(SAID) as [ParticipationStatus, readonly string[]][]).flatMap(([status, words]) =>
    words.map((word) => [word, status] as const),
  ),
)
const plain = (cell: string): string =>
  cell
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim()

function readStatus(cell: string): ReadCell<ParticipationStatus> {
  if (cell.trim() === '') return { value: null }
  const value = STATUS_OF.get(plain(cell))
  return value
    ? { value }
    : { value: null, error: `Write one of the stages: ${Object.values(STATUS_NAMES).join(', ')}` }
}

function readReason(cell: string): ReadCell<EndReason> {
  if (cell.trim() === '') return { value: null }
  const value = END_REASONS.find((reason) =>
    [reason.replaceAll('_', ' '), plain(END_REASON_NAMES[reason])].includes(plain(cell)),
  )
  return value
    ? { value }
    : { value: null, error: `Write one of the reasons: ${Object.values(END_REASON_NAMES).join(', ')}` }
}

const day = (key: DayKey, label: string, list: string): PastedColumn<LearnerKey> => ({
  key,
  label,
  headings: headings(list),
  looksLike: looksLikeDay,
})

/** What a list of learners may say of each. Where a heading could mean several, the first of these has it. */
export const LEARNER_COLUMNS: readonly PastedColumn<LearnerKey>[] = [
  {
    key: 'employer',
    label: 'Employer',
    headings: headings(
      'employer, employer name, company, company name, business, business name, organisation, organisation name, organization, workplace, works for, works at',
    ),
    looksLike: (cell) => /\b(?:ltd|limited|plc|llp|cic|council|group|& sons|services)\b\.?/i.test(cell),
  },
  {
    key: 'status',
    label: 'Stage',
    headings: headings('status, stage, learner status, stage of learner, enrolment status, completion status, outcome'),
    looksLike: (cell) => STATUS_OF.has(plain(cell)),
  },
  day(
    'enrolled_on',
    'Enrolled on',
    'enrolled on, enrolled, enrolment date, enrollment date, date enrolled, date of enrolment, registered on, registration date, date registered, sign up date, application date',
  ),
  day(
    'first_attended_on',
    'First session',
    'first session, started on, started, start date, startdate, start, date started, learnstartdate, actual start date, first attended, first attended on, first day',
  ),
  day('completed_on', 'Completed on', 'completed on, completed, completion date, date completed, date of completion'),
  day(
    'achieved_on',
    'Achieved on',
    'achieved on, achieved, achievement date, achdate, date achieved, certificate date, qualification date',
  ),
  day(
    'ended_on',
    'Ended on',
    'ended on, ended, end date, enddate, actual end date, learnactenddate, left on, leaving date, date left, withdrawal date, finish date',
  ),
  {
    key: 'end_reason',
    label: 'Why they left',
    headings: headings('reason, reason for leaving, withdrawal reason, why they left, leaving reason'),
  },
  ...PERSON_COLUMNS,
]

/** Reads what a row says of a learner. Every cell that cannot be read is told. */
export function readPastedLearner(
  cells: Readonly<Partial<Record<LearnerKey, string>>>,
  today: Day,
): { learner: PastedLearner; errors: CellError<LearnerKey>[] } {
  const { person, errors: of_person } = readPastedPerson(cells)
  const errors: CellError<LearnerKey>[] = [...of_person]
  function read<Value>(key: LearnerKey, reader: (cell: string) => ReadCell<Value>): Value | null {
    const { value, error } = reader(cells[key] ?? '')
    if (error) errors.push({ key, sentence: error })
    return value
  }
  const pastDay = (key: DayKey) =>
    read(key, (cell): ReadCell<Day> => {
      const found = readPastedDay(cell, today)
      return found.value && found.value > today ? { value: null, error: 'That day is in the future' } : found
    })
  const status = read('status', readStatus)
  const [completed, ended] = [pastDay('completed_on'), pastDay('ended_on')]
  const over = status === 'completed' || status === 'achieved'
  const gone = status !== null && isExit(status)
  if (ended !== null && !over && !gone)
    errors.push({ key: 'ended_on', sentence: 'Say in the stage whether they completed or left' })
  const learner: PastedLearner = {
    ...person,
    employer: read('employer', (cell) => readText(cell, 300)),
    status,
    enrolled_on: pastDay('enrolled_on'),
    first_attended_on: pastDay('first_attended_on'),
    // "End date" is the day of completion for whoever completed, and of leaving for whoever left.
    completed_on: completed ?? (over ? ended : null),
    achieved_on: pastDay('achieved_on'),
    ended_on: gone ? ended : null,
    end_reason: read('end_reason', readReason),
  }
  return { learner, errors }
}
