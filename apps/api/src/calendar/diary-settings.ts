import { z } from 'zod'
import { reads } from '../trpc.ts'
import { brokersOf } from './brokers.ts'
import { USUAL_DIARY } from './usual-diary.ts'
import { mustWorkHere } from './whose-diary.ts'

const AskDiarySettings = z.object({ adviser_id: z.uuid().nullish() })
const AT_MOST = 200

/** How the days of one adviser are set out, and when they are away from now on. */
export const diarySettings = reads('diary:read')
  .input(AskDiarySettings)
  .query(async ({ ctx: { db, actor, now, today }, input }) => {
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
    const { rules, version, review_minutes, days_ahead, video_link } = broker ?? USUAL_DIARY
    return { today, adviser_id, version, ...rules, review_minutes, days_ahead, video_link, absences }
  })
