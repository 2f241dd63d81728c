import { parseIsoDay, showDay } from '../day.ts'
import { fileOf } from '../imports/bundle.ts'
import { EVIDENCE_LEVELS, type RecordKind } from '../imports/bundle-file.ts'

/** A fact of a record that is another than it was; both as text, null where it was or is blank, and where they are not told. */
export type ChangedFact = { fact: string; was: string | null; is: string | null }

/** What each fact is called to whoever asks why a figure moved. */
const NAMES: Readonly<Record<string, string>> = {
  accepted_on: 'day of acceptance',
  achieved_on: 'day of achievement',
  actual_on: 'day on which it was reached',
  amount_pence: 'amount',
  area_codes: 'districts that the hub serves',
  at_risk_noted_on: 'day on which the risk was noted',
  booked_on: 'day of booking',
  business_id: 'business',
  case_id: 'case',
  capital_project_id: 'capital project',
  client_confirmed_on: 'day on which the client confirmed',
  completed_on: 'day of completion',
  consent_on: 'day of consent',
  counts_as_id: 'client it counts for',
  course_id: 'course',
  defrayed_on: 'day on which it was spent',
  district_code: 'district',
  employees_fte: 'employees',
  enrolled_on: 'day of enrolment',
  event_id: 'event',
  expected_months: 'months expected',
  forecast_on: 'day expected',
  full_time_week: 'full-time week',
  held_on: 'day on which it was held',
  hours_per_week: 'hours a week',
  is_primary: 'whether it is told by this hub first',
  located_in: 'district',
  made_on: 'day on which it was made',
  merged_into_id: 'record that it is part of',
  occurred_on: 'day',
  offered_on: 'day of the offer',
  paid_on: 'day of payment',
  person_id: 'person',
  plan_agreed_on: 'day on which the plan was agreed',
  programme_id: 'programme',
  qualifying_start_on: 'qualifying start',
  sic_code: 'industry',
  start_up_support: 'whether it was help to start up',
  started_on: 'day of the start',
  submitted_on: 'day of the answer',
  supported_on: 'day',
  survey_id: 'survey',
  valid: 'whether the answer is valid',
  verified_by_id: 'who verified it',
  verified_on: 'day of verification',
}

const nameOf = (fact: string): string => NAMES[fact] ?? fact.replace(/_(id|on|code|pence)$/, '').replaceAll('_', ' ')

/** Kinds of facts whose values are told with the cause: none by which somebody could be known. */
const TOLD = new Set(['day', 'integer', 'decimal', 'one_of', 'yes_no'])

/** The facts of a kind of record whose values may be told with a cause, by column. */
export function toldFacts(kind: RecordKind): string[] {
  if (kind === 'person' || kind === 'hub') return []
  return Object.values(fileOf(kind).columns).flatMap(({ column, type }) => (TOLD.has(type.is) ? [column] : []))
}

/** What changed of a record, as a hub would say it: `evidence lowered from documented to self-declared`. */
export const changedInWords = (changed: readonly ChangedFact[]): string[] => [...new Set(changed.map(oneInWords))]

function oneInWords({ fact, was, is }: ChangedFact): string {
  if (fact === 'evidence_level') return evidenceInWords(was, is)
  return was === null && is === null ? nameOf(fact) : `${nameOf(fact)} from ${show(was)} to ${show(is)}`
}

/** A blank reads as self-declared. */
function evidenceInWords(before: string | null, now: string | null): string {
  const [was, is] = [before ?? 'self_declared', now ?? 'self_declared']
  if (is === 'none') return `evidence withdrawn, was ${say(was)}`
  const levels: readonly string[] = EVIDENCE_LEVELS
  return `evidence ${levels.indexOf(is) < levels.indexOf(was) ? 'lowered' : 'raised'} from ${say(was)} to ${say(is)}`
}

const say = (level: string): string => (level === 'self_declared' ? 'self-declared' : level)

function show(value: string | null): string {
  if (value === null) return 'blank'
  const day = parseIsoDay(value)
  if (day) return showDay(day)
  if (value === 'true' || value === 'false') return value === 'true' ? 'yes' : 'no'
  return value.replaceAll('_', ' ')
}
