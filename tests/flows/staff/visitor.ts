import { createCallerFactory } from '@hubline/api/trpc.ts'
import { appRouter } from '@hubline/api/router.ts'
import type { TestDatabase } from '../../given/database.ts'
import { type Caller, contextFor } from '../../given/hub.ts'

const callerFor = createCallerFactory(appRouter)

export type Browser = { api: () => Caller; token: () => string | undefined }

/** A browser that keeps the one cookie it is given, as browsers do. */
export function aBrowser(
  database: TestDatabase,
  { address = '198.51.100.7', token: first }: { address?: string; token?: string } = {},
): Browser {
  let token = first
  return {
    token: () => token,
    api: () => callerFor({ ...contextFor(database, token), address, setSession: (given) => (token = given) }),
  }
}

/** What a refused call said, to whom it may concern. */
export async function refusalOf(call: Promise<unknown>): Promise<{ code: string; message: string }> {
  const outcome = await call.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!(outcome instanceof Error) || !('code' in outcome)) throw new Error('The call was not refused')
  return { code: String(outcome.code), message: outcome.message }
}

export const tokenOf = (link: string | null): string => new URL(link ?? '').pathname.split('/').at(-1) ?? ''
