import { bundleFile, day, reference, required, text } from '../imports/bundle-file.ts'

export const programmesFile = bundleFile({
  file: 'programmes.csv',
  kind: 'programme',
  noun: 'programme',
  prefix: 'PRG',
  columns: { reference: reference(), name: required(text()), funder: text(), starts_on: day(), ends_on: day() },
})
