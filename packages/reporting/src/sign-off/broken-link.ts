import type { Db } from '@hubline/db/connection.ts'
import { sql } from 'kysely'
import { BEFORE_THE_FIRST, listHash, unitLine } from './canonical.ts'
import { type FigureContent, figureHash } from './copy-figures.ts'
import { brokenErasure } from './erasures.ts'
import { FINGERPRINT, sheetsNamed } from './fingerprint.ts'
import { brokenSheet } from './keep-sheets.ts'
import { type Head, headHash, signedAtText } from './sign-off.ts'

type SignedFigure = FigureContent & { hash: string; units_now: number; units_hash_now: string; units_hash_due: string }

/** Goes along the chain of a hub's sign-offs from the first. Gives a sentence for the first link that does not hold. */
export async function brokenLink(db: Db, hub_id: string): Promise<string | undefined> {
  const heads = await sql<Head & { id: string; fingerprint: string }>`
    select id, ${FINGERPRINT} as fingerprint, hub_id, number, year, version, reason, approved_by, ${signedAtText} as signed_at, signed_by, signed_by_name, previous_hash
    from app.sign_off where hub_id = ${hub_id} order by number`.execute(db)
  let previous = BEFORE_THE_FIRST
  for (const [at, head] of heads.rows.entries()) {
    const name = `The sign-off of ${head.year}, version ${head.version},`
    if (head.number !== at + 1) return `${name} has number ${head.number}, and it is the ${at + 1}. that there is`
    if (head.previous_hash !== previous) return `${name} does not follow on from the sign-off before it`
    const figures = await figuresOfSignOff(db, hub_id, head.id)
    if (figures.length === 0) return `${name} has no figures`
    previous = headHash(head)
    for (const [place, figure] of figures.entries()) {
      const broken = brokenFigure(figure, place + 1, previous)
      if (broken) return `${name} is broken at ${figure.key}: ${broken}`
      previous = figure.hash
    }
    const named = sheetsNamed(figures.at(-1)?.parameters ?? '{}')
    const sheet = await brokenSheet(db, { hub_id, sign_off_id: head.id }, { behind: previous, named })
    if (sheet) return `${name} is broken at its sheet ${sheet}`
    previous = head.fingerprint
  }
  return brokenErasure(db, hub_id)
}

function brokenFigure(figure: SignedFigure, position: number, previous: string): string | undefined {
  if (figure.position !== position) return `it has place ${figure.position} instead of ${position}`
  if (figure.units_now !== figure.units)
    return `${figure.units} units were signed off, and ${figure.units_now} are there`
  if (figure.units_hash_now !== figure.units_hash_due) return 'its units are not those that were signed off'
  return figureHash(previous, figure) === figure.hash ? undefined : 'it is not what was signed off, or its head is not'
}

async function figuresOfSignOff(db: Db, hub_id: string, sign_off_id: string): Promise<SignedFigure[]> {
  const found = await sql<SignedFigure>`
    select f.*, u.units_now, u.units_hash_now, coalesce((
      select l.units_hash from app.erased_list l join app.erasure e on e.hub_id = l.hub_id and e.id = l.erasure_id
      where l.hub_id = f.hub_id and l.sign_off_id = f.sign_off_id and l.key = f.key order by e.number desc limit 1), f.units_hash) as units_hash_due
    from app.signed_figure f cross join lateral (
      select count(*)::int as units_now, ${listHash(unitLine)} as units_hash_now
      from app.signed_unit where hub_id = f.hub_id and sign_off_id = f.sign_off_id and key = f.key) u
    where f.hub_id = ${hub_id} and f.sign_off_id = ${sign_off_id} order by f.position`.execute(db)
  return found.rows
}
