import type { Tx } from '@hubline/db/connection.ts'
import { CATALOGUE } from '@hubline/domain/indicators/catalogue.ts'
import {
  type DefinitionChange,
  changeProblem,
  changed,
  countTheSame,
  neighbourChanges,
  readChange,
  unchanged,
} from '@hubline/domain/indicators/change-definition.ts'
import type { Definition } from '@hubline/domain/indicators/definition.ts'
import { MOST_OWN, isOwnKey, ownKey, ownStarter, starterOfOwn } from '@hubline/domain/indicators/own-indicator.ts'
import { Problem } from '@hubline/domain/problem.ts'

/** The newest version of each figure, whichever year it counts: what a further change starts from. */
type Newest = { starter: Definition; version: number; definition: Definition; change: DefinitionChange }

async function newestOf(tx: Tx, hub_id: string): Promise<Newest[]> {
  const rows = await tx
    .selectFrom('definition_version')
    .select(['key', 'version', 'definition', 'change'])
    .distinctOn('key')
    .where('hub_id', '=', hub_id)
    .orderBy('key')
    .orderBy('version', 'desc')
    .execute()
  const published = new Map(
    rows.map((row) => [row.key, { ...row, definition: row.definition as unknown as Definition }]),
  )
  const added = [...published.values()].flatMap(({ key, definition }) =>
    isOwnKey(key) ? (starterOfOwn(definition) ?? []) : [],
  )
  return [...CATALOGUE, ...added].map((starter) => {
    const row = published.get(starter.key)
    return row
      ? { starter, version: row.version, definition: row.definition, change: readChange(starter, row.change) }
      : { starter, version: starter.version, definition: starter, change: unchanged(starter) }
  })
}

const calledIn = (versions: readonly Newest[], key: string): Newest => {
  const found = versions.find(({ starter }) => starter.key === key)
  if (!found)
    throw new Problem('not_found', `There is no indicator "${key.slice(0, 60)}": choose one under What counts`)
  return found
}

export const newestVersion = async (tx: Tx, hub_id: string, key: string): Promise<Newest> =>
  calledIn(await newestOf(tx, hub_id), key)

/** A figure as it is counted by its newest version, and as it would be. */
export type Move = { now: Definition; next: Definition; change: DefinitionChange }

/** What is asked of a figure: a change of it, or a copy of it that is changed and called otherwise. */
export type AskedChange = { key: string; change: DefinitionChange; own_title?: string | undefined }

/**
 * What a change makes of a figure, and of the bands beside it: the figure itself first. Of a copy, the copy alone.
 * @throws Problem 'invalid' where the change makes no figure, or changes nothing
 */
export async function movesOf(tx: Tx, hub_id: string, { key, change, own_title }: AskedChange): Promise<Move[]> {
  const versions = await newestOf(tx, hub_id)
  const own = calledIn(versions, key)
  if (own_title !== undefined) return [copyOf(versions, own, { change, title: own_title })]
  const changes = [{ key, change }, ...neighbourChanges({ starter: own.starter, change, was: own.change }, versions)]
  return changes.map((one) => {
    const { starter, version, definition } = calledIn(versions, one.key)
    const problem = changeProblem(starter, one.change)
    if (problem)
      throw new Problem(
        'invalid',
        one.key === key ? problem : `"${starter.title}" would have no room: ${problem}`,
        'change',
      )
    const next = changed(starter, one.change, version + 1)
    if (one.key === key && countTheSame(definition, next))
      throw new Problem('invalid', 'Change something first: it counts as it did', 'change')
    return { now: definition, next, change: one.change }
  })
}

function copyOf(
  versions: readonly Newest[],
  of: Newest,
  { change, title }: { change: DefinitionChange; title: string },
) {
  const own = versions.filter(({ starter }) => isOwnKey(starter.key))
  if (own.length >= MOST_OWN)
    throw new Problem('invalid', `A hub has at most ${MOST_OWN} indicators of its own: change one of them`, 'own_title')
  const isTaken = versions.some(({ starter }) => starter.title.toLowerCase() === title.trim().toLowerCase())
  if (isTaken)
    throw new Problem('invalid', `There is an indicator called "${title.trim()}": choose another title`, 'own_title')
  const key = ownKey(
    title,
    own.map(({ starter }) => starter.key),
  )
  const starter = starterOfOwn({ ...ownStarter(of.starter, { key, title: title.trim() }), ...copiedFrom(of.starter) })
  if (!starter) throw new Problem('not_found', 'What it was copied from is brought no more: copy another one')
  const problem = changeProblem(starter, change)
  if (problem) throw new Problem('invalid', problem, 'change')
  return { now: of.definition, next: changed(starter, change, 1), change }
}

/** A copy of a copy says of itself what that was copied from. */
const copiedFrom = ({ copied_from }: Definition) => (copied_from === undefined ? {} : { copied_from })
