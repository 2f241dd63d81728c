import { bundleFile, decimal, required, text, yearColumn } from '../imports/bundle-file.ts'

export const targetsFile = bundleFile({
  file: 'targets.csv',
  kind: 'target',
  noun: 'target',
  prefix: 'TG',
  columns: { indicator_key: required(text()), year: required(yearColumn()), value: required(decimal(2, 1e12)) },
  key: (row) => `${row['indicator_key']} ${row['year']}`,
})
