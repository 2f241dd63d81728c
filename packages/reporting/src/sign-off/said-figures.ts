import type { Db } from '@hubline/db/connection.ts'
import type { Year } from '@hubline/domain/years/year.ts'
import { figuresOf } from '../figures.ts'

/** What a year says: the version by which it is told, null where it is counted now, and the value of each figure by its key. */
export type Said = { version: number | null; values: ReadonlyMap<string, string | null> }

/**
 * What a year says of its figures to whoever holds another against it: its newest signed-off version, which stays, else
 * what `ask` counts now.
 */
export async function saidOf(
  db: Db,
  { hub_id, year, ask = figuresOf }: { hub_id: string; year: Year; ask?: typeof figuresOf },
): Promise<Said> {
  const newest = await db
    .selectFrom('sign_off')
    .select(['id', 'version'])
    .where('hub_id', '=', hub_id)
    .where('year', '=', year)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  const figures = newest
    ? await db
        .selectFrom('signed_figure')
        .select(['key', 'value'])
        .where('hub_id', '=', hub_id)
        .where('sign_off_id', '=', newest.id)
        .execute()
    : await ask(db, { hub_id, year })
  return { version: newest?.version ?? null, values: new Map(figures.map(({ key, value }) => [key, value])) }
}
