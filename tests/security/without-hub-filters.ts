import {
  BinaryOperationNode,
  ColumnNode,
  type KyselyPlugin,
  OperationNodeTransformer,
  OperatorNode,
  RawNode,
  ReferenceNode,
  ValueNode,
} from 'kysely'

/**
 * Takes "hub_id = …" out of every statement, as if each handler had forgotten it: what is left is the database's own
 * wall. A comparison of two columns (a join) stays.
 */
class Forgetful extends OperationNodeTransformer {
  protected override transformBinaryOperation(node: BinaryOperationNode): BinaryOperationNode {
    const { leftOperand: left, operator, rightOperand: right } = node
    const is_hub = ReferenceNode.is(left) && ColumnNode.is(left.column) && left.column.column.name === 'hub_id'
    if (is_hub && ValueNode.is(right) && OperatorNode.is(operator) && operator.operator === '=')
      return BinaryOperationNode.create(RawNode.createWithSql('1'), operator, RawNode.createWithSql('1'))
    return super.transformBinaryOperation(node)
  }

  protected override transformRaw(node: RawNode): RawNode {
    const raw = super.transformRaw(node)
    const fragments = [...raw.sqlFragments]
    raw.parameters.forEach((parameter, n) => {
      const filter = /((?:\w+\.)?hub_id)\s*=\s*$/.exec(fragments[n] ?? '')
      if (!filter || !ValueNode.is(parameter)) return
      // "hub_id = $1" becomes "hub_id = coalesce(hub_id, $1)", which is always so.
      fragments[n] = `${fragments[n]}coalesce(${filter[1]}, `
      fragments[n + 1] = `::uuid)${fragments[n + 1]}`
    })
    return { ...raw, sqlFragments: fragments }
  }
}

const transformer = new Forgetful()

export const withoutHubFilters: KyselyPlugin = {
  transformQuery: ({ node }) => transformer.transformNode(node),
  transformResult: ({ result }) => Promise.resolve(result),
}
