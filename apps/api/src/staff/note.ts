import { sql } from 'kysely'
import type { FrontDoor } from './front-door.ts'

type Doing = 'signed_in' | 'sign_in_refused' | 'signed_out' | 'hub_entered' | 'invitation_accepted'
type Person = { hub_id: string; adviser_id: string }

/** Writes into a hub's trail who came and went; the front door has no other way to write there. */
export async function note(
  door: FrontDoor,
  people: readonly Person[],
  request_id: string,
  doing: Doing,
): Promise<void> {
  for (const { hub_id, adviser_id } of people)
    await sql`select auth.note(${hub_id}::uuid, ${adviser_id}::uuid, ${request_id}::uuid, ${doing}, '{}')`.execute(door)
}
