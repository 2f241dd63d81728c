import { isAway } from '@hubline/db/away.ts'
import { type Db, type Tx } from '@hubline/db/connection.ts'
import { type Entered, enter } from '@hubline/db/door.ts'
import { masked } from '@hubline/db/masked.ts'
import { problemOf } from '@hubline/db/refusals.ts'
import { type Day, todayInLondon } from '@hubline/domain/day.ts'
import { speakPlainly } from '@hubline/domain/plain-words.ts'
import { Problem, type ProblemCode } from '@hubline/domain/problem.ts'
import { type Actor, type Permission, may } from '@hubline/domain/staff/permissions.ts'
import { TRPCError, type TRPC_ERROR_CODE_KEY, initTRPC } from '@trpc/server'
import { ZodError, z } from 'zod'
import { finish, keepReply, receive } from './once.ts'
import { inOneMoment } from './one-moment.ts'

speakPlainly()

/** What a request brings before anybody has looked at it. */
export type RequestContext = {
  db: Db
  /** The same database as the front door sees it: accounts and sessions, no records. */
  front_door: Db
  /** The secret of the visitor's cookie. */
  token: string | undefined
  request_id: string
  now: Date
  /** The visitor's network address, for counting attempts. */
  address: string
  /** Where people find this server: links that leave it begin so. */
  public_url: string
  /** Whether mail leaves this server, or is only kept for the admins to see. */
  sends_mail: boolean
  setSession: (token: string | undefined) => void
  logFault: (fault: unknown, path: string | undefined) => void
  /** Told who came through the door; the server's log and the session's rest are kept by it. */
  entered?: ((actor: Entered) => void) | undefined
  /** Counts a write of one person. @throws Problem 'too_many' */
  countWrite?: ((account_id: string) => Promise<void>) | undefined
}

/** What a procedure works with: a transaction that is inside the actor's hub, and nothing else. */
export type HubContext = RequestContext & { db: Tx; actor: Actor; today: Day }

export type Meta = { permission: Permission | 'visitor' }

const CODES = {
  not_signed_in: 'UNAUTHORIZED',
  not_allowed: 'FORBIDDEN',
  not_found: 'NOT_FOUND',
  invalid: 'BAD_REQUEST',
  already_exists: 'CONFLICT',
  stale: 'CONFLICT',
  sent_before: 'UNPROCESSABLE_CONTENT',
  too_many: 'TOO_MANY_REQUESTS',
} as const satisfies Record<ProblemCode, TRPC_ERROR_CODE_KEY>

/** `unreached`: the database is away, and the same call may work in a moment. */
export type ToldProblem = { code: ProblemCode | 'unreached'; sentence: string; field?: string }
export const AWAY = 'The database cannot be reached just now: try again in a moment'
export const TOO_LONG = 'That is more than can be sent at once: shorten the notes or send it in parts'
export const FAULT_SENTENCE = 'Something went wrong. It has been recorded.'

const UNREADABLE = new Set<string>([
  'BAD_REQUEST',
  'PARSE_ERROR',
  'METHOD_NOT_SUPPORTED',
  'UNSUPPORTED_MEDIA_TYPE',
  'CLIENT_CLOSED_REQUEST',
])

/** Every problem in an error, in words for a person; empty where it is a fault of ours. */
export function problemsIn(error: TRPCError): ToldProblem[] {
  const cause: unknown = error.cause
  if (cause instanceof ZodError)
    return cause.issues.map((issue) => ({
      code: 'invalid' as const,
      sentence: issue.message,
      field: issue.path.join('.'),
    }))
  const problem = cause instanceof Problem ? cause : problemOf(cause)
  if (problem)
    return [
      {
        code: problem.code,
        sentence: problem.message,
        ...(problem.field === undefined ? {} : { field: problem.field }),
      },
    ]
  if (error.code === 'SERVICE_UNAVAILABLE') return [{ code: 'unreached', sentence: AWAY }]
  if (error.code === 'PAYLOAD_TOO_LARGE') return [{ code: 'invalid', sentence: TOO_LONG }]
  if (UNREADABLE.has(error.code))
    return [{ code: 'invalid', sentence: 'The request could not be read: reload the page and send it again' }]
  return error.code === 'NOT_FOUND' ? [{ code: 'not_found', sentence: 'There is nothing at that address' }] : []
}

const t = initTRPC
  .context<RequestContext>()
  .meta<Meta>()
  .create({
    errorFormatter({ shape, error, ctx }) {
      const problems = problemsIn(error)
      const [problem] = problems
      return {
        code: shape.code,
        message: problem?.sentence ?? FAULT_SENTENCE,
        data: {
          code: shape.data.code,
          httpStatus: shape.data.httpStatus,
          problem,
          problems,
          request_id: ctx?.request_id,
        },
      }
    },
  })

export const router = t.router
export const createCallerFactory = t.createCallerFactory

const asTold = (problem: Problem) =>
  new TRPCError({ code: CODES[problem.code], message: problem.message, cause: problem })

/** tRPC hands failures over as values; inside a transaction they must be thrown, or half-done work commits. */
export function orThrow<R extends { ok: boolean }>(result: R): R {
  if (!result.ok && 'error' in result) throw result.error
  return result
}

/** Turns what the domain and the database refuse into an answer with the right code. */
const told = t.middleware(async ({ next }) => {
  const result = await next()
  if (result.ok) return result
  const cause: unknown = result.error.cause
  const problem = cause instanceof Problem ? cause : problemOf(cause)
  if (problem) throw asTold(problem)
  if (isAway(cause)) throw new TRPCError({ code: 'SERVICE_UNAVAILABLE', message: AWAY, cause })
  throw result.error
})

/** What a person reads through: an auditor never sees the names of individuals. */
const seenBy = (actor: Actor, tx: Tx): Promise<Tx> | Tx => (actor.role === 'auditor' ? masked(tx) : tx)

async function actorFor(ctx: RequestContext, tx: Tx, permission: Permission): Promise<Actor> {
  const actor = ctx.token === undefined ? undefined : await enter(tx, ctx.token, ctx.request_id)
  if (!actor) throw new Problem('not_signed_in', 'Sign in to go on')
  ctx.entered?.(actor)
  if (!may(actor, permission))
    throw new Problem('not_allowed', 'Your role does not allow this: ask a manager of your hub')
  return actor
}

/** For people who have not signed in: the front door only. */
export const visits = () => t.procedure.meta({ permission: 'visitor' }).use(told)

const AsAt = z.object({ as_at: z.string() })

type ReadSettings = {
  /** With an `as_at` in the question the transaction may make the copies of `asItWas`, which closes it to writes. */
  looks_back?: boolean
}

/** A procedure that reads: a read-only transaction inside the actor's hub, which sees it as it was at one moment. */
export const reads = (permission: Permission, { looks_back = false }: ReadSettings = {}) =>
  t.procedure
    .meta({ permission })
    .use(told)
    .use(async ({ ctx, next, getRawInput }) =>
      ctx.db
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode(looks_back && AsAt.safeParse(await getRawInput()).success ? 'read write' : 'read only')
        .execute(async (tx) => {
          const actor = await actorFor(ctx, tx, permission)
          const db = await seenBy(actor, tx)
          return orThrow(await next({ ctx: { ...ctx, db, actor, today: todayInLondon(ctx.now) } satisfies HubContext }))
        }),
    )

/** Work inside the actor's hub for an answer that is no procedure: a file that streams. One transaction; `repeatable read` sees one moment. */
export const inActorsHub = <T>(
  ctx: RequestContext,
  permission: Permission,
  work: (tx: Tx, actor: Actor) => Promise<T>,
  isolation: 'read committed' | 'repeatable read' = 'read committed',
): Promise<T> =>
  ctx.db
    .transaction()
    .setIsolationLevel(isolation)
    .execute(async (tx) => {
      const actor = await actorFor(ctx, tx, permission)
      return work(await seenBy(actor, tx), actor)
    })

/** The first reply again, in the form in which tRPC's own next() would have given it. */
export const firstReply = (data: unknown, ctx: unknown) =>
  ({ marker: 'middlewareMarker', ok: true, data, ctx }) as never

type WriteSettings = {
  /** The reply is told once and not kept: sending the same again does nothing, and says so. */
  reply_is_secret?: boolean
  /** No record has changed when it ends, if only because it was taken back: what is kept of the hub stays good. */
  is_trial?: boolean
  /** It sees the hub as it was at one moment, holds nobody up, and is done again where a write came between. Changes no record. */
  of_one_moment?: boolean
}

/** A procedure that writes: one transaction inside the actor's hub, done once however often it is sent. */
export const writes = (
  permission: Permission,
  { reply_is_secret = false, is_trial = false, of_one_moment = false }: WriteSettings = {},
) =>
  t.procedure
    .meta({ permission })
    .use(told)
    .use(({ ctx, next, path, getRawInput }) => {
      const work = async (tx: Tx) => {
        const actor = await actorFor(ctx, tx, permission)
        await ctx.countWrite?.(actor.account_id)
        const sender = { hub_id: actor.hub_id, sender_id: actor.adviser_id }
        const received = await receive(tx, sender, { path, raw: await getRawInput() })
        const context = { ...ctx, db: tx, actor, today: todayInLondon(ctx.now) } satisfies HubContext
        if ('reply' in received && reply_is_secret)
          throw new Problem('sent_before', 'This was done already, and its answer is shown only once: reload the page')
        if ('reply' in received) return firstReply(received.reply, context)
        const result = orThrow(await next({ ctx: context }))
        const end = is_trial || of_one_moment ? keepReply : finish
        await end(tx, sender, received.key, result.ok && !reply_is_secret ? result.data : undefined)
        return result
      }
      if (!of_one_moment) return ctx.db.transaction().execute(work)
      return inOneMoment(() => ctx.db.transaction().setIsolationLevel('repeatable read').execute(work))
    })
