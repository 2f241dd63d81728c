import type { OpenCase } from '@hubline/domain/cases/change-case.ts'
import { readNextStep } from '@hubline/domain/cases/read-next-step.ts'
import type { Day } from '@hubline/domain/day.ts'
import type { Channel, InteractionKind } from '@hubline/domain/interactions/interactions-file.ts'
import { LogInteraction } from '@hubline/domain/interactions/log-interaction.ts'
import type { z } from 'zod'
import type { Client } from '../businesses/client.ts'
import type { CaseKind } from '../cases/case-words.ts'
import type { FormProblem } from '../ui/error-summary.tsx'

/** What stands in the sheet. */
export type FilledLog = {
  client: Client | undefined
  kind: InteractionKind
  channel: Channel
  minutes: number | undefined
  occurred_on: Day | undefined
  start_up_support: boolean
  notes: string
  /** In words, the day with it: "chase quotes fri". */
  next_step: string
  /** Blank: none. Absent: the usual one. */
  case_id: string | undefined
  /** The kind of case to open for the next step. */
  new_case: CaseKind | undefined
}
export type LogChanges = Partial<FilledLog>

/** Made once for each opening of the sheet, so that nothing is done twice however often it is sent. */
export type SendIds = { request_id: string; id: string; case_request_id: string; new_case_id: string }

type OpenCases = { today: Day; open_cases: readonly { id: string; mine: boolean }[] }

/** The case that an interaction belongs to unless another is chosen: the only one, or the first of one's own. */
export function usualCase(open_cases: OpenCases['open_cases']): string | undefined {
  return open_cases.length === 1 ? open_cases[0]?.id : open_cases.find((one) => one.mine)?.id
}

export function toSend(
  filled: FilledLog,
  ids: SendIds,
  { today, open_cases }: OpenCases,
): z.input<typeof LogInteraction> {
  const { client, kind, channel, minutes, occurred_on, notes } = filled
  const { step, on } = readNextStep(filled.next_step, today)
  const new_case = filled.new_case && step ? ids.new_case_id : undefined
  return {
    request_id: ids.request_id,
    id: ids.id,
    business_id: client?.kind === 'business' ? client.id : '',
    person_id: client?.kind === 'person' ? client.id : '',
    kind,
    channel,
    // What cannot be read is refused by the schema in its own words.
    minutes: minutes ?? Number.NaN,
    occurred_on: occurred_on ?? '',
    start_up_support: client?.kind === 'person' ? filled.start_up_support : null,
    notes,
    case_id: new_case ?? filled.case_id ?? usualCase(open_cases) ?? '',
    next_step: step,
    next_on: on ?? '',
  }
}

/** The case to open first when the next step has none to stand on. */
export function toOpenCase(
  { client, new_case, occurred_on, next_step }: FilledLog,
  ids: SendIds,
  today: Day,
): z.input<typeof OpenCase> | undefined {
  const { step, on } = readNextStep(next_step, today)
  if (!new_case || !client || !step || !occurred_on) return undefined
  return {
    request_id: ids.case_request_id,
    id: ids.new_case_id,
    business_id: client.kind === 'business' ? client.id : '',
    person_id: client.kind === 'person' ? client.id : '',
    kind: new_case,
    opened_on: occurred_on,
    next_step: step,
    next_on: on ?? '',
  }
}

/** What has to be put right before it can be sent, by field, in the order of the sheet. */
export function problemsOfLog(asked: z.input<typeof LogInteraction>, today: Day): FormProblem[] {
  const read = LogInteraction.safeParse(asked)
  const issues = read.success
    ? []
    : read.error.issues.map((issue) => ({ field: issue.path.join('.'), sentence: issue.message }))
  // The schema asks for a client only once everything else is right.
  const client =
    asked.business_id || asked.person_id
      ? []
      : [{ field: 'client', sentence: 'Choose the business or the person you worked with' }]
  const future =
    asked.occurred_on > today
      ? [{ field: 'occurred_on', sentence: 'Enter the day on which it took place: this one has not come yet' }]
      : []
  return [...client, ...issues.filter((issue) => issue.field !== 'client'), ...future]
}
