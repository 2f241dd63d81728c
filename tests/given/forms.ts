import { randomUUID } from 'node:crypto'
import type { TRPCError } from '@trpc/server'
import { problemsIn } from '@hubline/api/trpc.ts'
import type { TestHub } from './hub.ts'

/** What a filled form about a new business holds. */
export const aBusinessForm = (
  facts: Partial<{ name: string; company_number: string; although_similar_to: string[] }> = {},
) => ({
  request_id: randomUUID(),
  id: randomUUID(),
  name: 'Trentham Tiles Ltd',
  legal_form: 'limited_company' as const,
  ...facts,
})

export const aPersonForm = (
  facts: Partial<{ given_name: string; family_name: string; email: string; works_at: { business_id: string } }> = {},
) => ({
  request_id: randomUUID(),
  id: randomUUID(),
  given_name: 'Priya',
  family_name: 'Shah',
  ...facts,
})

export const anInteractionForm = (
  facts: Partial<{
    business_id: string
    person_id: string
    case_id: string
    occurred_on: string
    minutes: number
    next_step: string
    next_on: string
    notes: string
    kind: 'advice_session' | 'admin_note'
  }> = {},
) => ({
  request_id: randomUUID(),
  id: randomUUID(),
  kind: 'advice_session' as const,
  channel: 'telephone' as const,
  occurred_on: '2022-03-31',
  minutes: 45,
  ...facts,
})

/** What the person would read where a write was refused: code, field and sentence of the first problem. */
export async function refusalOf(
  writing: Promise<unknown>,
): Promise<{ code: string; field?: string | undefined; sentence: string }> {
  const error: unknown = await writing.then(
    () => undefined,
    (refused: unknown) => refused,
  )
  if (error === undefined) throw new Error('It was not refused')
  const [problem] = problemsIn(error as TRPCError)
  if (!problem) throw error
  return problem
}

/** How many rows the hub has in a table: for "nothing left behind". */
export async function countOf(
  hub: TestHub,
  table:
    | 'business'
    | 'person'
    | 'interaction'
    | 'case'
    | 'business_role'
    | 'skills_review'
    | 'call_list'
    | 'call_list_entry'
    | 'history'
    | 'client_merge'
    | 'not_a_duplicate'
    | 'merged_row'
    | 'reference_counter',
): Promise<number> {
  const found = await hub.inside((tx) =>
    tx
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow(),
  )
  return Number(found.count)
}
