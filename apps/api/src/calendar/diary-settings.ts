import { z } from 'zod'
import { openLink } from '../by-link.ts'
import { reads } from '../trpc.ts'
import { brokersOf } from './brokers.ts'
import { ownPageAddress } from './own-page.ts'
import { USUAL_DIARY } from './usual-diary.ts'
import { mustWorkHere } from './whose-diary.ts'

const AskDiarySettings = z.object({ adviser_id: z.uuid().nullish() })
const AT_MOST = 200

/** How the days of one adviser are set out, when they are away from now on, and whether a calendar program reads their own. */
export const diarySettings = reads('diary:read')
  .input(AskDiarySettings)
  .query(async ({ ctx: { db, actor, now, today, public_url }, input }) => {
    const { hub_id } = actor
    const adviser_id = input.adviser_id ?? actor.adviser_id
    await mustWorkHere(db, hub_id, adviser_id)
    const [broker] = await brokersOf(db, hub_id, adviser_id)
    const absences = await db
      .selectFrom('absence')
      .select(['id', 'version', 'kind', 'title', 'starts_at', 'ends_at'])
      .where('hub_id', '=', hub_id)
      .where('adviser_id', '=', adviser_id)
      .where('ends_at', '>', now)
      .where('voided_at', 'is', null)
      .orderBy('starts_at')
      .orderBy('id')
      .limit(AT_MOST)
      .execute()
    const feed =
      adviser_id === actor.adviser_id ? await openLink(db, { purpose: 'calendar_feed', record_id: adviser_id }) : null
    const kept = await db
      .selectFrom('diary')
      .select('public_token')
      .where('hub_id', '=', hub_id)
      .where('adviser_id', '=', adviser_id)
      .executeTakeFirst()
    const public_address = kept?.public_token ? ownPageAddress(kept.public_token, public_url) : null
    const { rules, version, review_minutes, days_ahead, video_link } = broker ?? USUAL_DIARY
    return {
      today,
      adviser_id,
      version,
      ...rules,
      review_minutes,
      days_ahead,
      video_link,
      absences,
      feed,
      public_address,
    }
  })
