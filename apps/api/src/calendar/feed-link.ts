import { EndFeed, MakeFeed } from '@hubline/domain/calendar/diary-feed.ts'
import { endLinks, makeLink } from '../by-link.ts'
import { writes } from '../trpc.ts'

const GOOD_FOR_DAYS = 400
const DAY_MS = 86_400_000

/** Makes the link by which a calendar program reads one's own diary, shown once; the one before ends. */
export const makeFeed = writes('diary:keep', { reply_is_secret: true })
  .input(MakeFeed)
  .mutation(async ({ ctx: { db, actor, now, public_url } }) => {
    const feed = { purpose: 'calendar_feed', record_id: actor.adviser_id } as const
    await endLinks(db, feed)
    const until = new Date(now.getTime() + GOOD_FOR_DAYS * DAY_MS)
    const token = await makeLink(db, { ...feed, until })
    return { link: new URL(`/diaries/${token}.ics`, public_url).href }
  })

/** Ends it: whoever has the link reads nothing from now on. */
export const endFeed = writes('diary:keep')
  .input(EndFeed)
  .mutation(async ({ ctx: { db, actor } }) => {
    await endLinks(db, { purpose: 'calendar_feed', record_id: actor.adviser_id })
    return { ended: true }
  })
