import { PartnerList } from '@hubline/domain/partners/return-form.ts'
import { YearInput } from '../indicators/board.ts'
import { reads } from '../trpc.ts'
import { judgeReturn } from './judge-return.ts'

/** What would come of every row of a partner's list; nothing is written. */
export const checkReturn = reads('partner:receive')
  .input(PartnerList)
  .query(async ({ ctx: { db, actor, today }, input: list }) => ({
    rows: await judgeReturn(db, { hub_id: actor.hub_id, list, year: YearInput.parse(list.year), today }),
  }))
