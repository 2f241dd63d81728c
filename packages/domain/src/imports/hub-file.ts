import { bundleFile, codes, required, text } from './bundle-file.ts'

/** One row: the hub itself. */
export const hubFile = bundleFile({
  file: 'hub.csv',
  kind: 'hub',
  noun: 'hub',
  prefix: 'H',
  columns: { name: required(text(300)), area_codes: codes() },
  key: () => 'hub',
})
