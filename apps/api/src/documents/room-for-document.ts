import type { Tx } from '@hubline/db/connection.ts'
import type { ProvenKind } from '@hubline/domain/documents/attach-document.ts'
import { MOST_DOCUMENTS, MOST_OF_RECORD } from '@hubline/domain/documents/document-types.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { sql } from 'kysely'
import { describe } from '../records/own-kinds.ts'

type Asked = { hub_id: string; kind: ProvenKind; record_id: string; size: number }

/** A record: how many documents stand there, how many bytes were ever attached and those of its hub, and whether its person was erased. */
type Room = { documents: number; bytes: number; of_hub: number; is_erased: boolean }

/**
 * Whether a record and its hub can take a document of so many bytes. The bytes of those that were withdrawn are
 * kept, and count for both. @throws Problem 'not_found' for a record that is not there or is void, 'invalid' where there is no room
 */
export async function mustHaveRoom(tx: Tx, { hub_id, kind, record_id, size }: Asked, most_of_hub: number) {
  const { noun } = describe(kind)
  const found = await sql<Room>`
    select (select count(*)::integer from app.document d where d.hub_id = t.hub_id and d.record_id = t.id and d.voided_at is null) as documents,
      (select coalesce(sum(d.size), 0) from app.document d where d.hub_id = t.hub_id and d.record_id = t.id) as bytes,
      (select coalesce(sum(d.size), 0) from app.document d where d.hub_id = t.hub_id and exists (
        select from app.document_part p where p.hub_id = d.hub_id and p.document_id = d.id and p.place = 0)) as of_hub,
      exists (select from app.erasure e where e.hub_id = t.hub_id
        and e.person_ids @> array[coalesce(to_jsonb(t) ->> 'person_id', to_jsonb(t) ->> 'offered_to_id')::uuid]) as is_erased
    from ${sql.table(`app.${kind}`)} t where t.hub_id = ${hub_id} and t.id = ${record_id} and t.voided_at is null`.execute(
    tx,
  )
  const [room] = found.rows
  if (!room) throw new Problem('not_found', `That ${noun} is not in your hub, or is void: open it again`)
  const full = whyFull(room, size, most_of_hub)
  if (full !== undefined) throw new Problem('invalid', `${full[0]}${noun}${full[1]}`)
}

/** The two halves of the sentence, before and behind what the record is called. */
function whyFull(room: Room, size: number, most_of_hub: number): [string, string] | undefined {
  if (room.is_erased) return ['The person of this ', ' was erased: no document about them is kept any more']
  if (room.documents >= MOST_DOCUMENTS) return ['This ', ` has ${MOST_DOCUMENTS} documents, the most that it can have`]
  if (room.bytes + size > MOST_OF_RECORD)
    return [
      'The documents of this ',
      `, withdrawn ones too, would hold more than ${inMb(MOST_OF_RECORD)}: attach smaller files`,
    ]
  if (room.of_hub + size > most_of_hub)
    return [
      'There is no room for a document of this ',
      `: those of your hub hold ${inMb(room.of_hub)} of ${inMb(most_of_hub)}. Ask whoever runs the server for more`,
    ]
  return undefined
}

const inMb = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`
