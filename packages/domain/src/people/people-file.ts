import {
  bundleFile,
  day,
  notBefore,
  reference,
  refersTo,
  required,
  storedAs,
  text,
  yesNo,
} from '../imports/bundle-file.ts'

export const peopleFile = bundleFile({
  file: 'people.csv',
  kind: 'person',
  noun: 'person',
  prefix: 'P',
  columns: {
    reference: reference(),
    given_name: required(text()),
    family_name: required(text()),
    email: text(320),
    phone: text(100),
    postcode: text(40),
    district_code: text(20),
    trading_since: day(),
    merged_into_reference: refersTo('person', 'merged_into_id'),
  },
  checks: [
    {
      column: 'merged_into_reference',
      broken: (row) => row['merged_into_reference'] !== undefined && row['merged_into_reference'] === row['reference'],
      sentence: 'A person cannot be merged into themselves: name the person who remains',
    },
  ],
})

export const businessRolesFile = bundleFile({
  file: 'business_roles.csv',
  kind: 'business_role',
  noun: 'role at a business',
  prefix: 'BR',
  columns: {
    person_reference: required(refersTo('person')),
    business_reference: required(refersTo('business')),
    job_title: text(),
    is_main: yesNo(),
    from: storedAs('from_on', day()),
    to: storedAs('to_on', day()),
  },
  checks: [notBefore('to', 'from')],
  key: (row) => [row['person_reference'], row['business_reference'], row['from'] ?? ''].join(' / '),
})
