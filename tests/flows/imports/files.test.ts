import { expect, test } from 'vitest'
import { aHub } from '../../given/hub.ts'
import { aBundle, importInto } from './folder.ts'
import { everythingIn } from './nothing-written.ts'

const HEADER = 'reference,given_name,family_name'
const PEOPLE = `${HEADER}\nP-1,Zoë,Müller\nP-2,Dev,Smith\n`
const utf16 = (bigEndian: boolean) => {
  const bytes = Buffer.from(`\uFEFF${PEOPLE}`, 'utf16le')
  return bigEndian ? bytes.swap16() : bytes
}
const SAVE = 'Open it in a spreadsheet and save it as "CSV UTF-8"'

/** Files that are not what the bundle asks for, as they come from the programs that people have. */
const FILES: { says: string; contents: string | Buffer; line: number; problem: string }[] = [
  {
    says: 'UTF-16 as Windows writes it',
    contents: utf16(false),
    line: 1,
    problem: `The file is UTF-16 text, not UTF-8. ${SAVE}`,
  },
  {
    says: 'UTF-16 the other way round',
    contents: utf16(true),
    line: 1,
    problem: `The file is UTF-16 text, not UTF-8. ${SAVE}`,
  },
  {
    says: 'UTF-16 without a mark',
    contents: Buffer.from(PEOPLE, 'utf16le'),
    line: 1,
    problem: `There is a NUL byte here, which no text holds. The file may be damaged or be UTF-16. ${SAVE}`,
  },
  {
    says: 'Latin-1',
    contents: Buffer.from(`${HEADER}\nP-1,Dev,Smith\nP-2,Zoë,Müller\n`, 'latin1'),
    line: 3,
    problem: `Byte 54 of the file is EB, which is not UTF-8 text (in the older Windows encoding it stands for "ë"). ${SAVE}`,
  },
  {
    says: 'a NUL byte far down',
    contents: `${HEADER}\n${'P-1,Dev,Smith\n'.repeat(40_000)}P-2,De\0v,Smith\n`,
    line: 40_002,
    problem: `There is a NUL byte here, which no text holds. The file may be damaged or be UTF-16. ${SAVE}`,
  },
  {
    says: 'a workbook',
    contents: Buffer.from('504b0304140006000800', 'hex'),
    line: 1,
    problem: `The file is a workbook, not a CSV file. ${SAVE}`,
  },
  {
    says: 'a quotation mark that nobody closed',
    contents: `${HEADER}\nP-1,Dev,Smith\nP-2,"Zoë,Müller\nP-3,Li,Wedge\n`,
    line: 3,
    problem: 'A quotation mark opens a cell here and is never closed. Close it at the end of the cell',
  },
  {
    says: 'a quotation mark inside a cell',
    contents: `${HEADER}\nP-1,Dev "Spike",Smith\n`,
    line: 2,
    problem:
      'A quotation mark stands inside a cell. Put the whole cell in quotation marks and double each one inside it',
  },
  {
    says: 'text behind a closing quotation mark',
    contents: `${HEADER}\nP-1,"Dev" or David,Smith\n`,
    line: 2,
    problem:
      'A quotation mark stands inside a cell. Put the whole cell in quotation marks and double each one inside it',
  },
  {
    says: 'semicolons',
    contents: PEOPLE.replaceAll(',', ';'),
    line: 1,
    problem: 'The column names are separated by semicolons, not commas. Save the file as "CSV UTF-8 (comma delimited)"',
  },
  {
    says: 'line ends of old Macintoshes',
    contents: PEOPLE.replaceAll('\n', '\r'),
    line: 1,
    problem: 'A line ends here in a carriage return alone. Save the file with Windows (CRLF) or Unix (LF) line ends',
  },
  {
    says: 'nothing at all',
    contents: '',
    line: 1,
    problem: 'The file is empty. It needs at least a row of column names',
  },
  {
    says: 'two columns of one name',
    contents: `${HEADER},given_name\nP-1,Dev,Smith,Dev\n`,
    line: 1,
    problem: 'Columns 2 and 4 are both called "given_name". Give each column a name of its own',
  },
]

test.each(FILES)(
  '$says: the file and the line are named, and nothing is written',
  async ({ contents, line, problem }) => {
    const hub = await aHub()
    const before = await everythingIn(hub)
    const folder = await aBundle({
      'businesses.csv': ['reference,name,legal_form', 'B-1,Amber Bakery,plc'],
      'people.csv': contents,
      'enquiries.csv': ['reference,person_reference,received_on,status', 'E-1,P-1,2021-05-01,new'],
    })

    const told = await importInto(hub, folder)

    expect(told.rejected).toEqual([{ file: 'people.csv', line, column: '', found: '', problem }])
    expect(told.accepted).toBe(false)
    expect(await everythingIn(hub)).toEqual(before)
  },
)

test('a file that cannot be read to its end lets nothing in, also where bad rows may be left out', async () => {
  const hub = await aHub()
  const before = await everythingIn(hub)

  const told = await importInto(hub, await aBundle({ 'people.csv': `${PEOPLE}P-3,"Li,Wedge\n` }), {
    skip_bad_rows: true,
  })

  expect(told.accepted).toBe(false)
  expect(await everythingIn(hub)).toEqual(before)
})

test.each([
  {
    says: 'a column that nobody knows',
    header: 'reference,given_name,family_name,shoe_size',
    problem: {
      line: 1,
      column: 'shoe_size',
      found: 'shoe_size',
      problem:
        'people.csv has no column of this name: choose from reference, given_name, family_name, email, phone, postcode, district_code, trading_since, merged_into_reference',
    },
  },
  {
    says: 'a column that must be there and is not',
    header: 'reference,given_name,email',
    problem: {
      line: 1,
      column: 'family_name',
      found: '',
      problem: 'Add the column family_name: people.csv cannot be read without it',
    },
  },
])('$says is named', async ({ header, problem }) => {
  const hub = await aHub()
  const before = await everythingIn(hub)

  const told = await importInto(hub, await aBundle({ 'people.csv': `${header}\nP-1,Dev,Smith\n` }))

  expect(told.rejected).toEqual([{ file: 'people.csv', ...problem }])
  expect(await everythingIn(hub)).toEqual(before)
})

test('a row with more or fewer cells than the header is named, and those around it are still checked', async () => {
  const hub = await aHub()

  const told = await importInto(
    hub,
    await aBundle({ 'people.csv': `${HEADER}\nP-1,Dev\nP-2,Zoë,Müller,x\nP-3,,Wedge\n` }),
  )

  expect(told.rejected).toEqual([
    {
      file: 'people.csv',
      line: 2,
      column: '',
      found: '',
      problem: 'This row has 2 of the 3 cells that the header names: add the missing commas',
    },
    {
      file: 'people.csv',
      line: 3,
      column: '',
      found: '',
      problem: 'This row has 4 cells and the header names 3: put a cell that holds a comma in quotation marks',
    },
    { file: 'people.csv', line: 4, column: 'given_name', found: '', problem: 'Fill in given_name: it cannot be blank' },
  ])
})

test('a file that is no file of the bundle is named and stops the import', async () => {
  const hub = await aHub()
  const before = await everythingIn(hub)

  const told = await importInto(hub, await aBundle({ 'people.csv': PEOPLE, 'bussinesses.csv': 'reference\nB-1\n' }))

  expect(told.rejected).toMatchObject([{ file: 'bussinesses.csv', line: 1, found: 'bussinesses.csv' }])
  expect(told.rejected[0]?.problem).toMatch(/^No file of a bundle has this name: rename it.*businesses\.csv/)
  expect(await everythingIn(hub)).toEqual(before)
})

test('a mark at the beginning, Windows line ends, blank lines and columns in another order are all the same', async () => {
  const hub = await aHub()

  const told = await importInto(
    hub,
    await aBundle({
      'people.csv': '\uFEFFfamily_name,reference, given_name\r\nMüller,P-1, Zoë \r\n\r\n"Smith",P-2,Dev',
    }),
  )

  expect(told).toMatchObject({ accepted: true, read: { 'people.csv': 2 }, created: { 'people.csv': 2 } })
  const people = await hub.inside((tx) =>
    tx.selectFrom('person').select(['given_name', 'family_name']).orderBy('reference').execute(),
  )
  expect(people).toEqual([
    { given_name: 'Zoë', family_name: 'Müller' },
    { given_name: 'Dev', family_name: 'Smith' },
  ])
})

test.each(['/nowhere/at/all', 'empty'])('a folder without a bundle (%s) is told in a sentence', async (place) => {
  const hub = await aHub()
  const folder = place === 'empty' ? await aBundle({}) : place

  await expect(importInto(hub, folder)).rejects.toThrow(/There is no folder|No file of a bundle is in/)
})
