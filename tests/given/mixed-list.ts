import { type LearnerKey, readPastedLearner } from '@hubline/domain/training/pasted-learners.ts'
import { type TestHub } from './hub.ts'
import { theDay } from './pasted.ts'

type Cells = Partial<Record<LearnerKey, string>>

const GIVEN =
  'Ada Ben Cara Dev Ella Finn Gita Hugo Iris Jack Kira Liam Maya Noah Olga Paul Rosa Seth Tara Uma Vera Will Xena Yusuf Zoe Amir Beth Carl Dora Evan Fern Gwen Hari Ines Joel Kofi Lola Milo Nell Omar'
const FAMILY =
  'Abbott Barker Clewes Dixon Eardley Forrester Goodwin Hulme Ingram Jervis Kettle Leese Mountford Neale Oakes Parton Rhodes Salt Tams Underhill Venables Wootton Yates Adeyemi Begum Chaudhry Dlamini Evans Fashola Ghosh Hussain Iqbal Johal Kaur Lipski Mensah Nowak Okafor Patel Quinn Rahman Singh Tran Udoh Vargas Wong Xu Young Zielinska Mistry'

/** Faults as people make them, and the cell that must be told. */
const FAULTS: readonly [LearnerKey, Cells][] = [
  ['email', { email: 'at firm dot com' }],
  ['phone', { phone: '07700 900123 or 01782 555123' }],
  ['postcode', { postcode: 'Stoke' }],
  ['enrolled_on', { enrolled_on: '08/31/2021' }],
  ['enrolled_on', { enrolled_on: '31/02/2022' }],
  ['enrolled_on', { enrolled_on: '44562' }],
  ['first_attended_on', { first_attended_on: '14/3' }],
  ['first_attended_on', { first_attended_on: '01/04/2022' }],
  ['status', { status: 'kind of' }],
  ['full_name', { full_name: 'Cher' }],
  ['full_name', { full_name: '' }],
  ['ended_on', { status: 'Enrolled', ended_on: '01/03/2022' }],
]

const two = (value: number) => String(value).padStart(2, '0')

/** Row `at` of two thousand: a name of its own, and whatever such lists hold. */
function rowAt(at: number): Cells {
  const [given, family] = [GIVEN.split(' '), FAMILY.split(' ')]
  const [first = '', last = ''] = [given[at % given.length], family[Math.floor(at / given.length)]]
  const starts = at % 3 === 0
  return {
    full_name: at % 5 === 0 ? `${last}, ${first}` : `${first} ${last}`,
    email: at % 4 === 0 ? 'info@firm.example' : `${first}.${last}@mail.example`.toLowerCase(),
    phone: at % 6 === 0 ? 'n/a' : '',
    postcode: at % 7 === 0 ? `st${(at % 9) + 1}1aa` : '',
    enrolled_on: at % 2 === 0 ? `${two((at % 28) + 1)}/01/2022` : `${(at % 28) + 1} Jan 22`,
    first_attended_on: starts ? `${two((at % 28) + 1)}/02/2022` : '',
    status: starts ? 'On programme' : at % 11 === 0 ? 'Booked' : '',
  }
}

/**
 * Two thousand rows as a provider sends them, and a hub that knows some of the people: three hundred by their own mail,
 * and forty by nothing but the name. Two hundred rows hold a fault each.
 */
export async function aMixedList(
  hub: TestHub,
): Promise<{ list: Cells[]; known: number; wrong: [number, LearnerKey[]][] }> {
  const list = Array.from({ length: 2000 }, (_, at) => rowAt(at))
  const wrong: [number, LearnerKey[]][] = []
  for (let at = 7; wrong.length < 200; at += 9) {
    const [key, fault] = FAULTS[wrong.length % FAULTS.length] ?? ['email', {}]
    Object.assign(list[at] ?? {}, { status: '', ...fault })
    wrong.push([at + 2, [key]])
  }
  const spoilt = new Set(wrong.map(([row]) => row - 2))
  const fit = list.flatMap((cells, at) => (spoilt.has(at) ? [] : [{ at, ...readRow(cells).learner }]))
  const by_mail = fit.filter(({ email }) => email !== null && !email.startsWith('info@')).slice(0, 300)
  const by_name = fit.filter(({ email }) => email?.startsWith('info@')).slice(0, 40)
  await hub.inside(async (tx) => {
    for (const { at, given_name, family_name, email } of [
      ...by_mail,
      ...by_name.map((each) => ({ ...each, email: null })),
    ])
      await tx
        .insertInto('person')
        .values({ hub_id: hub.hub_id, reference: `K-${at}`, given_name, family_name, email })
        .execute()
  })
  return { list, known: by_mail.length, wrong }
}

/** A row as the screen reads it. */
export const readRow = (cells: Cells) => readPastedLearner(cells, theDay('2022-03-31'))
