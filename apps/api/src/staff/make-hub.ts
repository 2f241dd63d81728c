import { makeDb, makePool } from '@hubline/db/connection.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { sql } from 'kysely'

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/

export type NewHub = { slug: string; name: string; is_demonstration?: boolean }

/** Makes an empty hub and gives its id. Only the database's owner can. @throws Problem 'invalid', 'already_exists' */
export async function makeHub(url: string, { slug, name, is_demonstration = false }: NewHub): Promise<string> {
  if (!SLUG.test(slug) || slug.length > 60)
    throw new Problem('invalid', 'Write the short name of the hub in small letters, digits and hyphens', 'slug')
  const owner = makeDb(makePool(url, { role: 'hubline_owner', max: 1 }))
  try {
    return await owner.transaction().execute(async (tx) => {
      const made = await sql<{
        id: string
      }>`insert into auth.hub (slug, is_demonstration) values (${slug}, ${is_demonstration})
        on conflict (slug) do nothing returning id`.execute(tx)
      const id = made.rows[0]?.id
      if (id === undefined)
        throw new Problem('already_exists', `There is a hub called ${slug} already: choose another short name`, 'slug')
      await sql`set local role hubline_app`.execute(tx)
      await sql`select set_config('app.hub_id', ${id}, true)`.execute(tx)
      await tx.insertInto('hub').values({ hub_id: id, id, reference: slug, name }).execute()
      return id
    })
  } finally {
    await owner.destroy()
  }
}
