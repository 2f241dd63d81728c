import {
  EVIDENCE_LEVELS,
  atLeastOneOf,
  bundleFile,
  day,
  decimal,
  integer,
  notes,
  oneOf,
  reference,
  refersTo,
  required,
  text,
  yearColumn,
} from '../imports/bundle-file.ts'

/** A client that a partner helped, by name. */
export const partnerSupportFile = bundleFile({
  file: 'partner_support.csv',
  kind: 'partner_support',
  noun: 'partner support',
  prefix: 'PS',
  columns: {
    reference: reference(),
    organisation_reference: required(refersTo('organisation')),
    business_reference: refersTo('business'),
    person_reference: refersTo('person'),
    supported_on: required(day()),
    minutes: integer(0, 100_000),
    evidence_level: oneOf(EVIDENCE_LEVELS),
  },
  checks: [atLeastOneOf(['business_reference', 'person_reference'])],
})

/** A number that a partner gives without names: shown on a line of its own, never added to a distinct count. */
export const partnerTotalsFile = bundleFile({
  file: 'partner_totals.csv',
  kind: 'partner_total',
  noun: 'partner total',
  prefix: 'PT',
  columns: {
    reference: reference(),
    organisation_reference: required(refersTo('organisation')),
    year: required(yearColumn()),
    indicator_key: required(text()),
    value: required(decimal(2, 1e12)),
    note: notes(),
  },
})
