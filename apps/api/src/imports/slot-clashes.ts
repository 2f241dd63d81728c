import type { BundleFile } from '@hubline/domain/imports/bundle-file.ts'
import { type Staging, refuse, run } from './staging.ts'

/** An instant as the bundle writes it: the clock of London with its offset. */
export const instantText = (column: string): string => `
  to_char(${column} at time zone 'Europe/London', 'YYYY-MM-DD"T"HH24:MI:SS')
    || case when extract(microseconds from ${column})::bigint % 1000000 = 0 then '' else to_char(${column} at time zone 'UTC', '.US') end
    || '+' || to_char((${column} at time zone 'Europe/London') - (${column} at time zone 'UTC'), 'HH24:MI')`

const isBooked = (row: string, broker: string) =>
  `${row}.status = 'booked' and ${broker} is not null and ${row}.slot_start is not null`

/**
 * A broker is in one place at a time. The database holds the same rule as one_review_at_a_time; here it is asked of a
 * table of slots, where the hub's come first and then those of the file, line by line: what finds no room is refused.
 */
export async function refuseSlotClashes(staging: Staging, description: BundleFile): Promise<number> {
  await run(
    staging,
    `create temp table if not exists slot (line integer, reference text, broker_id uuid, during tstzrange,
    exclude using gist (broker_id with =, during with &&))`,
  )
  let refused: number
  do {
    await run(staging, 'truncate slot')
    await fillSlots(staging)
    refused = await refuse(staging, {
      description,
      column: 'slot_start',
      query: `select s.line, ${instantText('s.slot_start')} as found,
          format('The broker already has the skills review %s at that time: choose another time', taken.reference) as problem
        from staged_skills_review s join resolved_skills_review r using (line)
        cross join lateral (select o.reference from slot o where o.broker_id = r.broker_id and o.during && tstzrange(s.slot_start, s.slot_end)
          order by o.line nulls first limit 1) taken
        where not s.refused and ${isBooked('s', 'r.broker_id')} and s.line not in (select line from slot where line is not null)`,
    })
  } while (refused > 0 && staging.skip_bad_rows)
  return refused
}

async function fillSlots(staging: Staging): Promise<void> {
  await run(
    staging,
    `
    insert into slot select null, h.reference, h.broker_id, tstzrange(h.slot_start, h.slot_end) from app.skills_review h
    where h.hub_id = $1 and ${isBooked('h', 'h.broker_id')} and h.voided_at is null and not exists (
      select from resolved_skills_review r join staged_skills_review s using (line) where r.id = h.id and not s.refused)`,
    [staging.hub_id],
  )
  await run(
    staging,
    `
    insert into slot select s.line, s.reference, r.broker_id, tstzrange(s.slot_start, s.slot_end)
    from staged_skills_review s join resolved_skills_review r using (line)
    where not s.refused and ${isBooked('s', 'r.broker_id')} order by s.line
    on conflict do nothing`,
  )
}
