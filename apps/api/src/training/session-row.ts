import { sql } from 'kysely'

/** The columns of a session `s`, with how many have its places and how many wait. */
export const sessionColumns = sql`s.id, s.reference, s.version, s.starts_on, s.ends_on, s.place, s.is_online, s.places, s.status,
  (select count(*) from app.participation p where p.hub_id = s.hub_id and p.session_id = s.id and p.voided_at is null
    and app.takes_place(p.status))::integer as taken,
  (select count(*) from app.participation p where p.hub_id = s.hub_id and p.session_id = s.id and p.voided_at is null
    and p.status = 'applied' and p.waiting_number is not null)::integer as waiting`
