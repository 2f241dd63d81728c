import { randomUUID } from 'node:crypto'
import { TRPCError, initTRPC } from '@trpc/server'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { type TestHub, aHub, contextFor } from '../given/hub.ts'
import { ANSWERS } from './answers.ts'
import { digestOf } from './matrix.ts'
import { PROCEDURES, type Procedure, callByPath } from './procedures.ts'
import { aSituation } from './situation.ts'

/** A fault after a handler has done all its work: nothing of the work may stay. */
const FAULT = new TRPCError({ code: 'BAD_REQUEST', message: 'Thrown at the end of the handler' })

/** What answers the call of the table with a refusal has done no work that could stay behind. */
const writing = PROCEDURES.filter(
  ({ path, type, permission }) =>
    type === 'mutation' && permission !== 'visitor' && ANSWERS[path]?.answer === undefined,
)

/** Lets the handler work, keeps whether it got to its end, and then throws. */
async function withFaultAtTheEnd<T>(
  { steps }: Procedure,
  work: () => Promise<T>,
): Promise<{ reached: boolean; outcome: T }> {
  const handler = steps.at(-1)
  if (!handler) throw new Error('A procedure without a handler')
  let reached = false
  steps[steps.length - 1] = async (options) => {
    await handler(options)
    reached = true
    throw FAULT
  }
  try {
    const outcome = await work()
    return { reached, outcome }
  } finally {
    steps[steps.length - 1] = handler
  }
}

const asAdmin = (hub: TestHub) => ({ ...contextFor(hub.database, hub.tokens.admin), sends_mail: true })

const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'ok',
    (error: unknown) => (error instanceof TRPCError ? error.message : String(error)),
  )

async function everythingOf(hub: TestHub): Promise<string> {
  const accounts = await hub.database.owner.query<{ d: string }>(
    `select md5(coalesce(string_agg(t, '|' order by t), '')) as d from (
      select s::text as t from auth.session s where hub_id = $1 union all select i::text from auth.invitation i where hub_id = $1 union all select m::text from auth.membership m where hub_id = $1) x`,
    [hub.hub_id],
  )
  return `${await digestOf(hub.database, hub.hub_id)} ${accounts.rows[0]?.d ?? ''}`
}

test.each(writing.map((procedure) => [procedure.path, procedure] as const))(
  '%s leaves nothing behind when it fails at its end',
  async (path, procedure) => {
    const hub = await aHub()
    const ids = await aSituation(hub, 'Halfword')
    const input = ANSWERS[path]?.ask(ids)
    const before = await everythingOf(hub)

    const { reached, outcome } = await withFaultAtTheEnd(procedure, () => codeOf(callByPath(asAdmin(hub), path, input)))

    expect({ reached, outcome }).toEqual({ reached: true, outcome: FAULT.message })
    expect(await everythingOf(hub)).toBe(before)

    // The same request, sent again, is done: the failed one has not been remembered as done.
    expect(await codeOf(callByPath(asAdmin(hub), path, input))).toBe('ok')
    expect(await everythingOf(hub)).not.toBe(before)
  },
)

test('a wrapper that trusts a failure to be thrown would be noticed', async () => {
  const hub = await aHub()
  const before = await everythingOf(hub)
  const { database, hub_id } = hub
  const t = initTRPC.create()
  const naive = t.procedure.use(({ next }) =>
    // tRPC hands the failure over as a value, so this transaction ends well and commits.
    database.db.transaction().execute(async (tx) => next({ ctx: { tx } })),
  )
  const router = t.router({
    write: naive.mutation(async ({ ctx: { tx } }) => {
      await sql`select set_config('app.hub_id', ${hub_id}, true)`.execute(tx)
      await tx
        .insertInto('business')
        .values({ hub_id, reference: randomUUID(), name: 'Half', legal_form: 'unknown' })
        .execute()
      throw FAULT
    }),
  })

  expect(await codeOf(t.createCallerFactory(router)({}).write())).toBe(FAULT.message)

  expect(await everythingOf(hub)).not.toBe(before)
})

test('a request sent twice at once is done once, and both get the one answer', async () => {
  const hub = await aHub()
  const ids = await aSituation(hub, 'Twiceword')
  const input = { ...(ANSWERS['interactions.log']?.ask(ids) as object) }
  const call = () => callByPath(contextFor(hub.database, hub.tokens.adviser), 'interactions.log', input)

  const replies = await Promise.all(Array.from({ length: 8 }, call))

  expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1)
  const { rowCount } = await hub.database.owner.query('select 1 from app.interaction where hub_id = $1', [hub.hub_id])
  expect(rowCount).toBe(2)
})

test('the same identifier with other contents is refused', async () => {
  const hub = await aHub()
  const ids = await aSituation(hub, 'Otherword')
  const request_id = randomUUID()
  const call = (minutes: number) =>
    callByPath(contextFor(hub.database, hub.tokens.adviser), 'interactions.correct', {
      request_id,
      id: ids.interaction_id,
      version: 1,
      minutes,
    })

  await call(30)

  await expect(call(45)).rejects.toMatchObject({ code: 'UNPROCESSABLE_CONTENT' })
})
