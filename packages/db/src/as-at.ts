import { OperationNodeTransformer, type KyselyPlugin, RawNode, sql } from 'kysely'
import type { Tx } from './connection.ts'
import { MARK } from './prepared.ts'

/**
 * The hub as it was at an instant: what the transaction asks from here on is answered by the versions of records that
 * stood then, in the same words as today's (see migrations/0043-as-at.sql). It must not write. `instant` is ISO 8601 with
 * an offset.
 */
export async function asItWas(tx: Tx, instant: string): Promise<Tx> {
  // The past has no indexes of its own: it may take longer than any page of today, and a loop would gather the former
  // versions again for each row that it joins to them.
  await sql`select set_config('search_path', 'as_at,app,public', true), set_config('app.as_at', ${instant}, true),
    set_config('enable_nestloop', 'off', true), set_config('statement_timeout', '120000', true)`.execute(tx)
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
