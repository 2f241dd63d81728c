import { OperationNodeTransformer, type KyselyPlugin, RawNode, type SchemableIdentifierNode, sql } from 'kysely'
import type { Db, Tx } from './connection.ts'

/** The tables that name individuals: the schema `masked` has a view for each (migrations/0050-auditors.sql). */
export const MASKED_TABLES: readonly string[] = [
  'business',
  'business_flag',
  'business_role',
  'case',
  'document',
  'enquiry',
  'history',
  'interaction',
  'organisation',
  'participation',
  'person',
  'signed_unit',
  'skills_review',
]

const masked_already = new WeakSet<Db>()

/**
 * The hub as an auditor sees it: from here on every table that names individuals is read through its view, whether a
 * statement names the schema or not. People and sole traders go by their references, and contacts are blank.
 */
export async function masked(tx: Tx): Promise<Tx> {
  await sql`select set_config('search_path', 'masked,app,public', true)`.execute(tx)
  const hidden = tx.withPlugin(new Masks())
  masked_already.add(hidden)
  return hidden
}

export const isMasked = (tx: Db): boolean => masked_already.has(tx)

const NAMED = new RegExp(`\\bapp\\.("?)(${MASKED_TABLES.join('|')})\\1(?![\\w"])`, 'g')

class Masks extends OperationNodeTransformer implements KyselyPlugin {
  transformQuery({ node }: Parameters<KyselyPlugin['transformQuery']>[0]) {
    return this.transformNode(node)
  }

  async transformResult({ result }: Parameters<KyselyPlugin['transformResult']>[0]) {
    return result
  }

  protected override transformRaw(...asked: Parameters<OperationNodeTransformer['transformRaw']>): RawNode {
    const node = super.transformRaw(...asked)
    return { ...node, sqlFragments: node.sqlFragments.map((text) => text.replaceAll(NAMED, 'masked."$2"')) }
  }

  protected override transformSchemableIdentifier(
    ...asked: Parameters<OperationNodeTransformer['transformSchemableIdentifier']>
  ): SchemableIdentifierNode {
    const node = super.transformSchemableIdentifier(...asked)
    if (node.schema?.name !== 'app' || !MASKED_TABLES.includes(node.identifier.name)) return node
    return { ...node, schema: { ...node.schema, name: 'masked' } }
  }
}
