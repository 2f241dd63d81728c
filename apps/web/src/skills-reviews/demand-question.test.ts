import { expect, test } from 'vitest'
import { demandCsvAddress, readDemandQuestion } from './demand-question.ts'

test('words that mean nothing are dropped, and the present year is asked where none is named', () => {
  const address = { year: 'never', role: 'kings', level: '9', sector: 'Z', view: 'dance', place: ' ', rows: 'x' }

  expect(readDemandQuestion(address, '2026-27')).toMatchObject({
    asked: { year: '2026-27' },
    view: 'picture',
    rows: 'role',
    columns: 'level',
  })
})

test('a table never has the same in its rows and its columns', () => {
  expect(readDemandQuestion({ rows: 'level' }, '2026-27')).toMatchObject({ rows: 'level', columns: 'role' })
  expect(readDemandQuestion({ rows: 'place', columns: 'place' }, '2026-27')).toMatchObject({ columns: 'level' })
})

test('what is downloaded is what is asked for', () => {
  const question = readDemandQuestion({ year: '2021-22', role: 'none', place: 'E07000197', view: 'list' }, '2026-27')

  expect(demandCsvAddress(question)).toBe('/skills-demand.csv?year=2021-22&role=none&place=E07000197')
})
