import { BUNDLE } from '@hubline/domain/imports/bundle.ts'
import type { TestHub } from '../../given/hub.ts'

/** How many rows every table of records has in a hub, with the hub's versions, changes and audit entries. */
export async function everythingIn({ database, hub_id }: TestHub): Promise<Record<string, number>> {
  const tables = [...BUNDLE.map(({ kind }) => kind), 'history', 'audit_entry', 'hub_change', 'reference_counter']
  const counts = tables.map((table) => `(select count(*) from app."${table}" where hub_id = $1)::integer as "${table}"`)
  const found = await database.owner.query<Record<string, number>>(`select ${counts.join(', ')}`, [hub_id])
  return found.rows[0] ?? {}
}
