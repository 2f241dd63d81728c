import type { OpenDatabase } from '../database.ts'
import { makeDemonstrationAccounts } from '../staff/demonstration-accounts.ts'
import { doorOf } from '../staff/front-door.ts'

/** Makes the demonstration hubs in a database that has no hub yet. Gives whether there is a demonstration to sign in to. */
export async function prepareDemonstration(database: OpenDatabase, say: (doing: string) => void): Promise<boolean> {
  const door = doorOf(database.front_door)
  const hubs = await door.selectFrom('auth.hub').select(['is_demonstration']).execute()
  if (hubs.length === 0) say('Making the demonstration hub')
  if (!hubs.some(({ is_demonstration }) => is_demonstration)) return false
  await makeDemonstrationAccounts(door)
  return true
}
