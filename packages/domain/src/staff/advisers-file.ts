import { bundleFile, oneOf, required, text } from '../imports/bundle-file.ts'
import { STAFF_ROLES } from './permissions.ts'

export const advisersFile = bundleFile({
  file: 'advisers.csv',
  kind: 'adviser',
  noun: 'adviser',
  prefix: 'ADV',
  columns: { email: required(text()), name: required(text()), role: required(oneOf(STAFF_ROLES)) },
  key: (row) => (row['email'] ?? '').toLowerCase(),
})
