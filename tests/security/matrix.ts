import type { Db } from '@hubline/db/connection.ts'
import { ROLES, type Role } from '@hubline/domain/staff/permissions.ts'
import { type TestDatabase } from '../given/database.ts'
import { type TestHub, aHub, contextFor } from '../given/hub.ts'
import type { Answer } from './answer.ts'
import { ANSWERS } from './answers.ts'
import { PROCEDURES, type Procedure, type Said, callByPath, saidBy } from './procedures.ts'
import { type Ids, aSituation, nowhere } from './situation.ts'

type Who = Role | 'visitor'
const EVERYBODY: readonly Who[] = [...ROLES, 'visitor']
export type Mismatch = { procedure: string; who: Who; what: string }
export type Run = { calls: number; mismatches: Mismatch[] }

/** So many at once, each on hubs of its own. */
const AT_ONCE = 4
/** So many are tried beside the same other hub, which nobody may change. */
const BESIDE_ONE_HUB = 12

/** What is said of a procedure by which a record of another hub changed. */
export const CHANGED = 'someone changed another hub’s records'

/** A word that only the other hub's records hold. */
const FOREIGN = 'Foreignword'
const OWN = 'Ownword'

/** Who calls a procedure in a run. */
type Callers = (answer: Answer) => readonly Who[]
export const everybody: Callers = () => EVERYBODY

/** Where a lock between hubs is tried alone: who gets as far as the lock, one of the hub's own and each kind of outsider. */
export const whoMay: Callers = (answer) => {
  const within = EVERYBODY.filter((who) => expected(answer, who) === (answer.answer ?? 'ok'))
  const is_outside = (who: Who) => who === 'auditor' || who === 'visitor'
  return [...within.filter((who) => !is_outside(who)).slice(0, 1), ...within.filter(is_outside)]
}

type Matrix = { home: TestDatabase; db?: Db; procedures?: readonly Procedure[]; callers?: Callers }

/** Every procedure, as each caller, in the own hub, with another hub's names and with names of nothing. */
export async function runMatrix({
  home,
  db = home.db,
  procedures = PROCEDURES,
  callers = everybody,
}: Matrix): Promise<Run> {
  const run: Run = { calls: 0, mismatches: [] }
  const trials = procedures.flatMap((procedure) => {
    const answer = ANSWERS[procedure.path]
    return answer ? [{ home, db, procedure, answer, callers: callers(answer) }] : []
  })
  const left = besideOneHub(trials)
  const tryNext = async () => {
    for (let together = left.shift(); together; together = left.shift()) await tryTogether(run, home, together)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, tryNext))
  return run
}

type Trial = { home: TestDatabase; db: Db; procedure: Procedure; answer: Answer; callers: readonly Who[] }
type Asked = Trial & { own: TestHub; who: Who }

const asks = ({ procedure }: Trial) => procedure.type === 'query'

/** Which are tried beside the same other hub: questions with questions, what changes something with its like. */
function besideOneHub(trials: readonly Trial[]): Trial[][] {
  const groups = (some: readonly Trial[]) =>
    Array.from({ length: Math.ceil(some.length / BESIDE_ONE_HUB) }, (_, at) =>
      some.slice(at * BESIDE_ONE_HUB, (at + 1) * BESIDE_ONE_HUB),
    )
  return [...groups(trials.filter(asks)), ...groups(trials.filter((trial) => !asks(trial)))]
}

type Other = { other: TestHub; foreign: Ids; before: string }

/** Questions change nothing: all are asked of one hub, before the other hub has a record and again when it has some. */
async function tryTogether(run: Run, home: TestDatabase, trials: readonly Trial[]): Promise<void> {
  const make = () => aHub({ database: home, with_auditor: true })
  const [shared, other] = [await make(), await make()]
  const alone = new Map<Trial, Map<Who, Said>>()
  for (const trial of trials.filter(asks)) {
    const said = new Map<Who, Said>()
    for (const who of trial.callers)
      said.set(who, await ask(run, { ...trial, own: shared, who }, await namesFor(shared)))
    alone.set(trial, said)
  }
  const foreign = await aSituation(other, FOREIGN)
  const beside = { other, foreign, before: await digestOf(home, other.hub_id) }
  // What is kept of the hub until it changes is found anew: kept, it could not show what the other hub has.
  await home.owner.query('update app.hub_change set changes = changes + 1 where hub_id = $1', [shared.hub_id])
  for (const trial of trials) {
    const own = asks(trial) ? shared : await make()
    await tryProcedure(run, { ...trial, own, alone: alone.get(trial) }, beside)
  }
}

type Tried = Trial & { own: TestHub; alone: ReadonlyMap<Who, Said> | undefined }

async function tryProcedure(run: Run, trial: Tried, beside: Other): Promise<void> {
  const { other, foreign, before } = beside
  const { home, procedure, answer, callers, own, alone } = trial
  const asked = (who: Who): Asked => ({ ...trial, who })
  for (const who of callers) {
    const miss = (what: string) => run.mismatches.push({ procedure: procedure.path, who, what })
    const [theirs, nothing] = [await ask(run, asked(who), foreign), await ask(run, asked(who), nowhere())]
    if (usesIds(answer) && theirs.body !== nothing.body)
      miss(`another hub's ids answer ${theirs.body}, ids of nothing ${nothing.body}`)
    if (usesIds(answer) && procedure.type === 'mutation' && theirs.code === 'ok') miss('takes another hub’s ids')
    const forget = (...said: Said[]) => {
      if (procedure.type === 'mutation' && said.some(({ code }) => code === 'ok')) kept.delete(own)
    }
    forget(theirs, nothing)
    const mine = await ask(run, asked(who), await namesFor(own))
    forget(mine)
    if (mine.code !== expected(answer, who)) miss(`answers ${mine.code} instead of ${expected(answer, who)}`)
    if (mine.body !== (alone?.get(who) ?? mine).body) miss('answers otherwise once another hub has records')
    for (const said of [theirs, mine])
      if (said.body.includes(FOREIGN) || said.body.includes(other.slug)) miss('shows another hub’s records')
  }
  // Whoever comes next is held against what is there now, and not blamed for this one.
  beside.before = await digestOf(home, other.hub_id)
  if (beside.before !== before) run.mismatches.push({ procedure: procedure.path, who: 'visitor', what: CHANGED })
}

/** The same records each time, so that answers can be compared, until a call has changed them: then fresh ones. */
const kept = new WeakMap<TestHub, Ids>()
async function namesFor(own: TestHub): Promise<Ids> {
  const ids = kept.get(own) ?? (await aSituation(own, OWN))
  kept.set(own, ids)
  return ids
}

/** Calls, and leaves the names that were asked for out of the answer, so that answers about different names compare. */
async function ask(run: Run, { home, db, own, who, procedure, answer }: Asked, ids: Ids): Promise<Said> {
  run.calls += 1
  const context = {
    ...contextFor(home, who === 'visitor' ? undefined : own.tokens[who]),
    sends_mail: true,
    db,
    address: `10.0.${run.calls >> 8}.${run.calls & 255}`,
  }
  const said = await saidBy(callByPath(context, procedure.path, answer.ask(ids)))
  const body =
    said.code === 'ok' && procedure.type === 'query'
      ? said.body
      : Object.entries(ids).reduce((text, [name, value]) => text.replaceAll(value, `<${name}>`), said.body)
  return { code: said.code, body }
}

export function expected({ may, answer = 'ok', visitor }: Answer, who: Who): string {
  if (who === 'visitor') return may === 'anyone' ? (visitor ?? answer) : 'UNAUTHORIZED'
  return may === 'anyone' || may.includes(who) ? answer : 'FORBIDDEN'
}

/** Whether a call names records at all. */
function usesIds({ ask: make }: Answer): boolean {
  let used = false
  make(new Proxy(nowhere(), { get: (ids, name: keyof Ids) => ((used = true), ids[name]) }))
  return used
}

/** One statement over all tables of a database, made and planned once. */
const digests = new WeakMap<TestDatabase, Promise<string>>()

async function digestStatement({ owner }: TestDatabase): Promise<string> {
  const { rows } = await owner.query<{
    name: string
  }>(`select quote_ident(c.relname) as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'hub_id'
    where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' order by 1`)
  const all = rows.map(
    ({ name }) =>
      `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as d from app.${name} t where hub_id = $1`,
  )
  return `select string_agg(d, ' ') as d from (${all.join(' union all ')}) x`
}

/** A short text that changes when any row of a hub does. */
export async function digestOf(database: TestDatabase, hub_id: string): Promise<string> {
  const statement = digests.get(database) ?? digestStatement(database)
  digests.set(database, statement)
  const { rows } = await database.owner.query<{ d: string }>({
    name: 'digest',
    text: await statement,
    values: [hub_id],
  })
  return rows[0]?.d ?? ''
}
