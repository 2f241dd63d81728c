import { BUNDLE } from '@hubline/domain/imports/bundle.ts'
import type * as pg from 'pg'
import Cursor from 'pg-cursor'
import type { BundleProblem } from './bundle-problem.ts'

const AT_ONCE = 500

/**
 * The rows of a query, a few hundred at a time, so that there may be any number of them. A connection that is lost on the
 * way fails the reading: the cursor by itself would wait for an answer for ever, in its end as well.
 */
export async function* rowsOf<Row extends pg.QueryResultRow>(
  client: pg.PoolClient,
  query: string,
  values: unknown[] = [],
): AsyncGenerator<Row, void, undefined> {
  const cursor = client.query(new Cursor<Row>(query, values))
  const { promise: lost, reject: lose } = Promise.withResolvers<never>()
  lost.catch(() => undefined)
  client.once('error', lose)
  let isOpen = true
  const read = async () => {
    isOpen = false
    const rows = await Promise.race([cursor.read(AT_ONCE), lost])
    isOpen = true
    return rows
  }
  try {
    for (let rows = await read(); rows.length > 0; rows = await read()) yield* rows
  } finally {
    try {
      if (isOpen) await Promise.race([cursor.close(), lost])
    } finally {
      client.off('error', lose)
    }
  }
}

type ProblemRow = { file_number: number; line: number; column: string; found: string; problem: string }

/** Everything that is wrong, in the order of the bundle's files and their lines. */
export async function* problemsOf(client: pg.PoolClient): AsyncGenerator<BundleProblem, void, undefined> {
  const rows = rowsOf<ProblemRow>(
    client,
    `select file_number, line, "column", found, problem from problem order by file_number, line, place`,
  )
  for await (const { file_number, ...problem } of rows)
    yield { file: BUNDLE[file_number]?.file ?? problem.found, ...problem }
}

/** For each refused row of a file, in order, its line and all that is wrong with it. */
export function refusedRowsOf(
  client: pg.PoolClient,
  fileNumber: number,
): AsyncGenerator<{ line: number; problem: string }, void, undefined> {
  return rowsOf(
    client,
    `
    select line, string_agg(concat_ws(': ', nullif("column", ''), problem), '; ' order by place) as problem
    from problem where file_number = $1 group by line order by line`,
    [fileNumber],
  )
}
