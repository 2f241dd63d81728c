import {
  EVIDENCE_LEVELS,
  atLeastOneOf,
  bundleFile,
  day,
  oneOf,
  reference,
  refersTo,
  required,
  yesNo,
} from '../imports/bundle-file.ts'

export const diagnosticsFile = bundleFile({
  file: 'diagnostics.csv',
  kind: 'diagnostic',
  noun: 'diagnostic',
  prefix: 'D',
  columns: {
    reference: reference(),
    business_reference: refersTo('business'),
    person_reference: refersTo('person'),
    case_reference: refersTo('case'),
    completed_on: required(day()),
    start_up_support: yesNo(),
    evidence_level: oneOf(EVIDENCE_LEVELS),
  },
  checks: [atLeastOneOf(['business_reference', 'person_reference'])],
})
