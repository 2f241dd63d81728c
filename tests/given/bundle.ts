import { importBundle } from '@hubline/api/imports/import-bundle.ts'
import type { BundleProblem } from '@hubline/api/imports/bundle-problem.ts'
import * as pg from 'pg'
import type { Bundle } from '../recount/read-bundle.ts'
import { type TestHub, aHub } from './hub.ts'

/** A hub that has moved in with a bundle. @throws with every problem when the bundle is refused */
export async function aHubWith(source: string | Bundle, now = new Date('2026-11-23T12:00:00Z')): Promise<TestHub> {
  const hub = await aHub({ area_codes: [], now })
  const problems: BundleProblem[] = []
  const files =
    typeof source === 'string'
      ? source
      : Object.entries(source).flatMap(([file, rows]) =>
          rows[0] ? [{ file: `${file}.csv`, columns: Object.keys(rows[0]), rows }] : [],
        )
  const result = await importBundle({
    pool: hub.database.pool,
    hub_id: hub.hub_id,
    source: files,
    now,
    report: async (_, found) => {
      for await (const problem of found) problems.push(problem)
    },
  })
  if (!result.accepted) throw new Error(`The bundle was refused: ${JSON.stringify(problems.slice(0, 20))}`)
  const owner = new pg.Client({ connectionString: hub.database.url })
  await owner.connect()
  await owner.query('analyze')
  await owner.end()
  return hub
}
