import { inHub } from '@hubline/db/connection.ts'
import { todayInLondon } from '@hubline/domain/day.ts'
import { yearOf } from '@hubline/domain/years/year.ts'
import type { OpenDatabase } from '../database.ts'
import { doorOf } from '../staff/front-door.ts'
import { liveBoard } from './board.ts'

/**
 * Puts this year's board of every hub together before anybody asks for it, one after the other: the first of the morning
 * finds it counted, and a connection that knows the tables. `isStopping` is asked before each.
 */
export async function boardsAhead(
  { db, front_door }: Pick<OpenDatabase, 'db' | 'front_door'>,
  isStopping: () => boolean,
): Promise<void> {
  const today = todayInLondon(new Date())
  const hubs = await doorOf(front_door).selectFrom('auth.hub').select('id').execute()
  for (const { id: hub_id } of hubs) {
    if (isStopping()) return
    await inHub(db, { hub_id, isolation: 'repeatable read' }, (tx) =>
      liveBoard(tx, { hub_id, year: yearOf(today), today }),
    )
  }
}
