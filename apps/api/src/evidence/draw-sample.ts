import type { Tx } from '@hubline/db/connection.ts'
import { DrawSample, SAMPLE_SIZE } from '@hubline/domain/evidence/check-evidence.ts'
import { CATALOGUE } from '@hubline/domain/indicators/catalogue.ts'
import { sql } from 'kysely'
import { YearInput } from '../indicators/board.ts'
import { describe } from '../records/own-kinds.ts'
import { nextReference } from '../records/next-reference.ts'
import { writes } from '../trpc.ts'
import { signOffCalled } from '../years/signed-figures.ts'

const HEADLINES = CATALOGUE.filter(({ pack }) => pack === 'headline').map(({ key }) => key)

/** Draws some units of each headline's signed-off list, once for a version. */
export const drawSample = writes('year:close')
  .input(DrawSample)
  .mutation(async ({ ctx: { db, actor }, input: { version, seed, ...input } }) => {
    const { hub_id } = actor
    const { id: sign_off_id } = await signOffCalled(db, hub_id, { year: YearInput.parse(input.year), version })
    const { id } = await db
      .insertInto('evidence_sample')
      .values({ hub_id, reference: await nextReference(db, 'evidence_sample'), sign_off_id, seed })
      .returning('id')
      .executeTakeFirstOrThrow()
    return { id, drawn: await draw(db, { hub_id, id, sign_off_id, seed }) }
  })

type Draw = { hub_id: string; id: string; sign_off_id: string; seed: string }

/**
 * The units with the smallest SHA-256 of the seed, a space and their id: anyone with the list and the seed draws the same
 * (decision 0047). Gives how many.
 */
async function draw(tx: Tx, { hub_id, id, sign_off_id, seed }: Draw): Promise<number> {
  const done = await sql`
    insert into app.evidence_check (hub_id, reference, evidence_sample_id, key, unit_id, place)
    select ${hub_id}, app.next_reference('evidence_check', ${describe('evidence_check').prefix}, ''), ${id}, key, id, place
    from (select key, id, row_number() over (partition by key order by sha256(convert_to(${seed}::text || ' ' || id::text, 'UTF8'))) as place
      from app.signed_unit where hub_id = ${hub_id} and sign_off_id = ${sign_off_id} and key = any (${HEADLINES}::text[])) u
    where place <= ${SAMPLE_SIZE}`.execute(tx)
  return Number(done.numAffectedRows ?? 0)
}
