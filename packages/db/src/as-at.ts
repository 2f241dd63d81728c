import { OperationNodeTransformer, type KyselyPlugin, RawNode, sql } from 'kysely'
import { Problem } from '@hubline/domain/problem.ts'
import type { Tx } from './connection.ts'
import { isMasked } from './masked.ts'
import { MARK } from './prepared.ts'

/**
 * The tables of which figures read many records, with the columns by which rules look into them from another record: a
 * client's own columns for merges, a record's client for first contacts and for who was known before. A table that is not named here is read through
 * its view in `as_at`, as rightly, and quickly as long as it is short.
 */
const COPIED = {
  attendance: ['person_id', 'business_id', 'event_id'],
  business: ['id', 'counts_as_id'],
  business_flag: ['business_id'],
  diagnostic: ['person_id', 'business_id'],
  enquiry: ['person_id', 'business_id'],
  event: ['id'],
  grant_award: ['business_id'],
  interaction: ['person_id', 'business_id'],
  outcome: [],
  participation: [],
  partner_support: ['person_id', 'business_id'],
  person: ['id', 'counts_as_id'],
  programme: ['id'],
  referral: ['person_id', 'business_id'],
  skills_review: ['business_id'],
  survey: ['id'],
  survey_response: [],
}

const COPYING = Object.entries(COPIED)
  .flatMap(([table, columns]) => [
    `create temp table ${table} on commit drop as select * from as_at.${table};`,
    ...columns.map((column) => `create index on pg_temp.${table} (${column});`),
    `analyze pg_temp.${table};`,
  ])
  .join('\n')

/**
 * The hub as it was at an instant: what the transaction asks from here on is answered by the versions of records that
 * stood then, in the same words as today's (see migrations/0043-as-at.sql). The transaction must have begun able to write;
 * from here on it can neither write nor look at another instant. `instant` is ISO 8601 with an offset.
 * @throws when the transaction is read-only
 */
export async function asItWas(tx: Tx, instant: string): Promise<Tx> {
  if (isMasked(tx))
    throw new Problem('not_allowed', 'An auditor sees today and what was signed off: open a signed version instead')
  // A small sample says enough of the copies: wide rows would take longer to look at than to copy.
  await sql`select set_config('search_path', 'as_at,app,public', true), set_config('app.as_at', ${instant}, true),
    set_config('default_statistics_target', '10', true), set_config('statement_timeout', '120000', true)`.execute(tx)
  // Temporary tables are found before those of any schema, hold what the hub's wall let through, and go with the transaction.
  await sql.raw(`do $$ begin ${COPYING} end $$`).execute(tx)
  await sql`set transaction read only`.execute(tx)
  return tx.withPlugin(new AskedOnce())
}

/** Leaves the statements that a connection keeps as they are: planned for today, and asked all day. */
class AskedOnce extends OperationNodeTransformer implements KyselyPlugin {
  transformQuery({ node }: Parameters<KyselyPlugin['transformQuery']>[0]) {
    return this.transformNode(node)
  }

  async transformResult({ result }: Parameters<KyselyPlugin['transformResult']>[0]) {
    return result
  }

  protected override transformRaw(...asked: Parameters<OperationNodeTransformer['transformRaw']>): RawNode {
    const node = super.transformRaw(...asked)
    return { ...node, sqlFragments: node.sqlFragments.map((fragment) => (fragment === MARK ? '' : fragment)) }
  }
}
