import { makePool } from '@hubline/db/connection.ts'

/**
 * Lets the database take stock of its tables after many rows came in: without it the planner guesses, and figures take
 * seconds. Runs as the owner of the tables, outside of any transaction.
 */
export async function tidyTables(url: string): Promise<void> {
  const pool = makePool(url, { role: 'hubline_owner', max: 1, statement_seconds: 600 })
  try {
    const tables = await pool.query<{ name: string }>(
      "select format('app.%I', tablename) as name from pg_tables where schemaname = 'app' order by 1",
    )
    await pool.query(`vacuum (analyze) ${tables.rows.map((row) => row.name).join(', ')}`)
  } finally {
    await pool.end()
  }
}
