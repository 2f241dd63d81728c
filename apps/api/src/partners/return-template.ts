import { showDay } from '@hubline/domain/day.ts'
import { MOST_RETURNED, RETURN_HEADINGS } from '@hubline/domain/partners/read-return.ts'
import { type Year, firstDay, lastDay } from '@hubline/domain/years/year.ts'
import type { Sheet, SheetColumn } from '@hubline/spreadsheet/sheet.ts'

type Told = { hub: string; partner: string | null; year: Year }

/** The workbook that a partner fills in: its list, and a sheet that says how. */
export const returnTemplate = (told: Told): Sheet[] => [
  { name: 'Businesses', columns: columnsOf(told.year), to_fill: MOST_RETURNED, rows: () => [] },
  {
    name: 'Guidance',
    columns: [
      { name: 'Item', is: 'text' },
      { name: 'What it is', is: 'text' },
    ],
    rows: () => guidance(told),
  },
]

function columnsOf(year: Year): SheetColumn[] {
  const [name = '', company_number = '', postcode = '', supported_on = '', minutes = ''] = RETURN_HEADINGS
  const [from, to] = [firstDay(year), lastDay(year)]
  return [
    { name, is: 'text' },
    { name: company_number, is: 'text', holds: { from: '1', to: '8', says: 'A company number has 8 characters' } },
    { name: postcode, is: 'text', holds: { from: '5', to: '8', says: 'Enter the whole postcode, like ST1 1AB' } },
    { name: supported_on, is: 'day', holds: { from, to, says: `Enter a day from ${showDay(from)} to ${showDay(to)}` } },
    { name: minutes, is: 'number', holds: { from: '0', to: '99999', says: 'Enter the minutes as a whole number' } },
  ]
}

const guidance = ({ hub, partner, year }: Told): [string, string][] => [
  ['Partner', partner ?? 'Write the name of your organisation here'],
  ['Year', `${year}: from ${showDay(firstDay(year))} to ${showDay(lastDay(year))}`],
  ['Goes to', hub],
  ['Rows', `One row for each business and day of support, at most ${MOST_RETURNED}. Leave the headings as they are`],
  ['Business', 'Its legal name, as Companies House has it'],
  ['Company number', 'All 8 characters with the zeros before them, like 01234567. Blank for sole traders'],
  ['Postcode', 'Of where the business trades. It tells businesses of the same name apart'],
  ['Day of support', 'A day within the year, like 17/05/2026'],
  ['Minutes', 'How long the support lasted on that day. It may be blank'],
  ['Nobody to name', 'Businesses that you cannot name go as one number in your e-mail: it is shown beside the figure'],
]
