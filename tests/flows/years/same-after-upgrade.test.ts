import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { deflateRawSync } from 'node:zlib'
import { PACK_FILES, sheetsCalled } from '@hubline/api/years/pack-file.ts'
import { inHub } from '@hubline/db/connection.ts'
import { PACK_FORMATS } from '@hubline/domain/years/pack.ts'
import type { Year } from '@hubline/domain/years/year.ts'
import { beforeAll, expect, test } from 'vitest'
import { type TestDatabase, aFreshDatabase } from '../../given/database.ts'
import { checkPack } from '../../stranger/check-pack.ts'
import { entriesIn, packOf } from '../../stranger/read-pack.ts'

/**
 * What a hub signed off with an earlier Hubline: every row from which the packs of its versions are made, as it stood in the
 * database, and the SHA-256 of each file inside of those packs. See tests/samples/README.md.
 */
const FOLDER = path.resolve(import.meta.dirname, '../../samples/signed-off')
const read = (name: string) => readFileSync(path.join(FOLDER, name), 'utf8')
const ROWS = Map.groupBy(
  read('rows.ndjson')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as [table: string, row: Record<string, unknown>]),
  ([table]) => table,
)
const HUB = String(ROWS.get('app.hub')?.[0]?.[1]['hub_id'])
const PACKS = JSON.parse(read('packs.json')) as Record<string, Record<string, string>>

const WHAT_TO_DO =
  'The pack of a version that was signed off long ago has other bytes than it had. Whoever holds that file could not know it again: ' +
  'undo the change for versions that are signed off already, and give what is new to later sign-offs alone (decision 0056). ' +
  'tests/samples/signed-off is never written anew.'

let database: TestDatabase

beforeAll(async () => {
  database = await aFreshDatabase()
  const owner = await database.owner.connect()
  await owner.query('begin')
  // As a restored backup: rows come as they are, with the keys, instants and hashes of then.
  await owner.query(`set local session_replication_role = replica`)
  for (const [table, lines] of ROWS) {
    const rows = lines.map(([, row]) => row)
    const columns = Object.keys(rows[0] ?? {})
      .map((name) => `"${name}"`)
      .join()
    await owner.query(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
      [JSON.stringify(rows)],
    )
  }
  await owner.query('commit')
  owner.release()
  return () => database.close()
})

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

async function packAgain(version: number, format: (typeof PACK_FORMATS)[number]): Promise<Buffer> {
  const asked = { hub_id: HUB, year: '2021-22' as Year, version, format, reason: '', produced_by: '' }
  return inHub(database.db, { hub_id: HUB, isolation: 'repeatable read' }, async (tx) => {
    const { sheets } = await sheetsCalled(tx, { ...asked, produced_at: new Date() })
    return buffer(PACK_FILES[format].write(sheets))
  })
}

/**
 * The files inside of a pack that are not what they were, and after them what to do. How a file is packed is up to zlib,
 * which comes with Node: it has to be by its usual way, under the first day of a zip.
 */
function changedIn(bytes: Buffer, was: Readonly<Record<string, string>>): string[] {
  const entries = entriesIn(bytes)
  const asIs = ({ content, packed, made_on }: (typeof entries)[number]) =>
    made_on === '1980-01-01T00:00:00' && (packed.equals(content) || packed.equals(deflateRawSync(content)))
  const gone = Object.keys(was).filter((name) => !entries.some((entry) => entry.name === name))
  const changed = entries.filter((entry) => was[entry.name] !== sha256(entry.content) || !asIs(entry))
  const names = [...gone, ...changed.map(({ name }) => name)]
  if (names.length > 0) return [...names, WHAT_TO_DO]
  return entries.map(({ name }) => name).join() === Object.keys(was).join() ? [] : ['The order', WHAT_TO_DO]
}

test.each([1, 2].flatMap((version) => PACK_FORMATS.map((format) => ({ version, format }))))(
  'version $version that was signed off with an earlier Hubline is the same file as $format',
  async ({ version, format }) => {
    expect(changedIn(await packAgain(version, format), PACKS[`${version}.${format}`] ?? {})).toEqual([])
  },
)

test('a stranger comes to the same figures by the code of today', async () => {
  expect(checkPack(packOf(await packAgain(2, 'zip')))).toEqual([])
})
