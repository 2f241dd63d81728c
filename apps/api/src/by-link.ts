import { randomBytes } from 'node:crypto'
import type { Tx } from '@hubline/db/connection.ts'
import { type ByLinkEntered, enterByLink, hashOf } from '@hubline/db/door.ts'
import { type Day, todayInLondon } from '@hubline/domain/day.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { ByLink, type LinkPurpose, WriteByLink } from '@hubline/domain/staff/links.ts'
import { sql } from 'kysely'
import { finish, receive } from './once.ts'
import { networkOf } from './staff/network.ts'
import { type RequestContext, firstReply, orThrow, visits } from './trpc.ts'

/** What a procedure by link works with: a transaction inside the link's hub, and the one record that the link is about. */
export type LinkContext = RequestContext & { db: Tx; link: ByLinkEntered; today: Day }

async function linkFor(ctx: RequestContext, tx: Tx, token: string, purpose: LinkPurpose): Promise<LinkContext> {
  const link = await enterByLink(tx, { token, purpose, request_id: ctx.request_id })
  if (!link)
    throw new Problem(
      'not_found',
      'This link was replaced or has run out: ask the people who sent it to you for a new one',
    )
  return { ...ctx, db: tx, link, today: todayInLondon(ctx.now) }
}

/** A file that a link opens. @throws Problem 'not_found' */
export const readByLink = <Read>(
  ctx: RequestContext,
  { token, purpose }: { token: string; purpose: LinkPurpose },
  read: (context: LinkContext) => Promise<Read>,
): Promise<Read> =>
  ctx.db
    .transaction()
    .setAccessMode('read only')
    .execute(async (tx) => read(await linkFor(ctx, tx, token, purpose)))

/** A page that a link opens. Looking changes nothing: mail scanners look too. */
export const readsByLink = (purpose: LinkPurpose) =>
  visits()
    .input(ByLink)
    .use(({ ctx, input, next }) =>
      ctx.db
        .transaction()
        .setAccessMode('read only')
        .execute(async (tx) => orThrow(await next({ ctx: await linkFor(ctx, tx, input.token, purpose) }))),
    )

/**
 * What the holder of a link may do: one transaction inside the link's hub, done once however often it is sent, with a
 * line in the audit trail that says by which link.
 */
export const writesByLink = (purpose: LinkPurpose) =>
  visits()
    .input(WriteByLink)
    .use(({ ctx, input, next, path, getRawInput }) =>
      ctx.db.transaction().execute(async (tx) => {
        const context = await linkFor(ctx, tx, input.token, purpose)
        const { hub_id, link_id, record_id } = context.link
        // A public page's link is in many hands: each network has an allowance of its own.
        await ctx.countWrite?.(`${link_id} ${networkOf(ctx.address)}`)
        const sender = { hub_id, sender_id: link_id }
        const received = await receive(tx, sender, { path, raw: await getRawInput() })
        if ('reply' in received) return firstReply(received.reply, context)
        const result = orThrow(await next({ ctx: context }))
        await tx
          .insertInto('audit_entry')
          .values({ hub_id, what: 'by_link', detail: JSON.stringify({ purpose, procedure: path, link_id, record_id }) })
          .execute()
        await finish(tx, sender, received.key, result.ok ? result.data : undefined)
        return result
      }),
    )

/** The secret of a link that nobody can guess: 256 bits. */
export const newLinkToken = (): string => randomBytes(32).toString('base64url')

type NewLink = { purpose: LinkPurpose; record_id: string; until: Date; token?: string }

/** Makes a link in the hub of the transaction and gives its secret. The same secret again lengthens the link. */
export async function makeLink(
  tx: Tx,
  { purpose, record_id, until, token = newLinkToken() }: NewLink,
): Promise<string> {
  await sql`select auth.make_link(${hashOf(token)}, ${purpose}, ${record_id}::uuid, ${until})`.execute(tx)
  return token
}

/** Ends every open link of one purpose to one record of the hub of the transaction. */
export async function endLinks(tx: Tx, { purpose, record_id }: Pick<NewLink, 'purpose' | 'record_id'>): Promise<void> {
  await sql`select auth.end_links(${purpose}, ${record_id}::uuid)`.execute(tx)
}

/** Whether a link of one purpose to a record of the hub of the transaction stands open. */
export async function openLink(
  tx: Tx,
  { purpose, record_id }: Pick<NewLink, 'purpose' | 'record_id'>,
): Promise<{ made_at: Date; expires_at: Date } | null> {
  const found = await sql<{ made_at: Date; expires_at: Date }>`
    select made_at, expires_at from auth.open_link(${purpose}, ${record_id}::uuid)`.execute(tx)
  return found.rows[0] ?? null
}
