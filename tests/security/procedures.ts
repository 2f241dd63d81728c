import { appRouter } from '@hubline/api/router.ts'
import { createCallerFactory } from '@hubline/api/trpc.ts'
import type { Permission } from '@hubline/domain/staff/permissions.ts'
import type { RequestContext } from '@hubline/api/trpc.ts'

type Resolve = (options: unknown) => Promise<unknown>
export type Procedure = {
  path: string
  type: 'query' | 'mutation'
  permission: Permission | 'visitor' | undefined
  steps: Resolve[]
}
type Definition = { type: 'query' | 'mutation'; meta?: { permission?: Permission | 'visitor' }; middlewares: Resolve[] }

/** Every procedure of the server, read from the router itself. */
export const PROCEDURES: readonly Procedure[] = Object.entries(appRouter._def.procedures).map(([path, procedure]) => {
  const { type, meta, middlewares } = (procedure as unknown as { _def: Definition })._def
  return { path, type, permission: meta?.permission, steps: middlewares }
})

const callerFor = createCallerFactory(appRouter)

/** Calls a procedure by its path, as the server would for a request. */
export function callByPath(context: RequestContext, path: string, input: unknown): Promise<unknown> {
  let found: unknown = callerFor(context)
  for (const name of path.split('.')) found = (found as Record<string, unknown>)[name]
  return (found as (input: unknown) => Promise<unknown>)(input)
}

/** An answer, whole: what was given, or how it was refused. */
export type Said = { code: string; body: string }

export async function saidBy(call: Promise<unknown>): Promise<Said> {
  try {
    return { code: 'ok', body: JSON.stringify((await call) ?? null) }
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error
    const field = error.cause instanceof Error && 'field' in error.cause ? error.cause.field : undefined
    return { code: String(error.code), body: JSON.stringify({ code: error.code, message: error.message, field }) }
  }
}
