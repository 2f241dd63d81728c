/** The import rules of the house; docs/decisions/0002-the-tree.md draws them. */
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: '^(apps|packages|tests)/', pathNot: [from, ...allowed, 'node_modules'] },
})

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'nothing-imports-tests-or-bench',
      severity: 'error',
      from: { path: '^(apps|packages)/' },
      to: { path: '^(tests|bench)/' },
    },
    { name: 'tests-do-not-import-bench', severity: 'error', from: { path: '^tests/' }, to: { path: '^bench/' } },
    {
      name: 'domain-imports-zod-only',
      severity: 'error',
      from: { path: '^packages/domain/src/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^packages/domain/src/', 'node_modules/zod'] },
    },
    only('spreadsheet-knows-nothing-of-ours', '^packages/spreadsheet/', []),
    only('db-imports-domain', '^packages/db/', ['^packages/domain/']),
    only('reporting-imports-domain-db-spreadsheet', '^packages/reporting/', ['^packages/(domain|db|spreadsheet)/']),
    only('api-imports-packages', '^apps/api/', ['^packages/']),
    only('web-imports-domain', '^apps/web/', ['^packages/domain/', '^apps/api/src/router\\.ts$']),
    {
      name: 'web-takes-types-only-from-the-api',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^apps/api/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-orphan-dependency',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['\\.css$', 'virtual:'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.tsbuild|data|test-results)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.css'],
    },
  },
}
