import type { Tx } from '@hubline/db/connection.ts'
import { KeepOwnPage } from '@hubline/domain/calendar/book-with-broker.ts'
import type { Actor } from '@hubline/domain/staff/permissions.ts'
import { endLinks, makeLink, newLinkToken } from '../by-link.ts'
import { nextReference } from '../records/next-reference.ts'
import { writes } from '../trpc.ts'
import { USUAL_DIARY } from './usual-diary.ts'

const GOOD_FOR_DAYS = 2 * 365
const DAY_MS = 86_400_000

export const ownPageAddress = (public_token: string, public_url: string): string =>
  new URL(`/book/${public_token}`, public_url).href

/** Opens one's own page, on which people outside book reviews, or closes it: its address then leads nowhere. */
export const keepOwnPage = writes('diary:keep')
  .input(KeepOwnPage)
  .mutation(async ({ ctx: { db, actor, now, public_url }, input: { is_open } }) => {
    const page = { purpose: 'book_broker', record_id: actor.adviser_id } as const
    await endLinks(db, page)
    if (!is_open) {
      await keepToken(db, actor, null)
      return { public_address: null }
    }
    const token = newLinkToken()
    await makeLink(db, { ...page, token, until: new Date(now.getTime() + GOOD_FOR_DAYS * DAY_MS) })
    await keepToken(db, actor, token)
    return { public_address: ownPageAddress(token, public_url) }
  })

/** Whoever has said nothing of their days yet keeps the usual ones from now on. */
async function keepToken(tx: Tx, { hub_id, adviser_id }: Actor, public_token: string | null): Promise<void> {
  const kept = await tx
    .updateTable('diary')
    .set({ public_token })
    .where('hub_id', '=', hub_id)
    .where('adviser_id', '=', adviser_id)
    .executeTakeFirst()
  if (kept.numUpdatedRows > 0n || public_token === null) return
  const { rules, review_minutes, days_ahead, video_link } = USUAL_DIARY
  const { hours, ...set } = rules
  await tx
    .insertInto('diary')
    .values({
      ...set,
      hub_id,
      adviser_id,
      review_minutes,
      days_ahead,
      video_link,
      public_token,
      hours: JSON.stringify(hours),
      reference: await nextReference(tx, 'diary'),
    })
    .execute()
}
