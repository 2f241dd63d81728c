import { normaliseName, normalisePostcode } from '../businesses/identifiers.ts'
import { isSharedBox, normaliseEmail } from '../businesses/mail.ts'
import type { PastedColumn } from '../imports/guess-columns.ts'
import { isBlank, readEmail, readPhone, readPostcode, readText } from '../imports/pasted-cells.ts'

export const PERSON_KEYS = ['full_name', 'given_name', 'family_name', 'email', 'phone', 'postcode'] as const
export type PersonKey = (typeof PERSON_KEYS)[number]

/** A person of a pasted list, as far as the list tells. */
export type PastedPerson = {
  given_name: string
  family_name: string
  email: string | null
  phone: string | null
  postcode: string | null
}

/** A cell that cannot be read, and what to do about it. */
export type CellError<Key extends string = string> = { key: Key; sentence: string }

const headings = (list: string): string[] => list.split(', ')
const isName = (cell: string) => /^[\p{L}\p{M}'’.-]+$/u.test(cell) && !isBlank(cell)

/** What a list of people may say of each. Where a heading could mean several, the first of these has it. */
export const PERSON_COLUMNS: readonly PastedColumn<PersonKey>[] = [
  {
    key: 'email',
    label: 'E-mail',
    headings: headings('email, e mail, email address, e mail address, mail, contact email'),
    looksLike: (cell) => normaliseEmail(cell) !== undefined,
  },
  {
    key: 'postcode',
    label: 'Postcode',
    headings: headings('postcode, post code, home postcode, postal code, zip'),
    looksLike: (cell) => normalisePostcode(cell) !== undefined,
  },
  {
    key: 'phone',
    label: 'Phone',
    headings: headings(
      'phone, telephone, mobile, tel, telno, tel no, phone number, mobile number, contact number, telephone number',
    ),
    looksLike: (cell) => readPhone(cell).value !== null && !/[/.]/.test(cell),
  },
  {
    key: 'given_name',
    label: 'First name',
    headings: headings(
      'first name, firstname, given name, given names, givennames, givenname, forename, forenames, christian name',
    ),
    looksLike: isName,
  },
  {
    key: 'family_name',
    label: 'Last name',
    headings: headings('last name, lastname, family name, familyname, surname'),
    looksLike: isName,
  },
  {
    key: 'full_name',
    label: 'Full name',
    headings: headings(
      'name, full name, fullname, learner, learner name, delegate, delegate name, participant, participant name, attendee, attendee name, student, student name, employee, employee name, contact name, person',
    ),
    looksLike: (cell) => /^\p{L}[\p{L}\p{M}'’.-]*,?(?: [\p{L}\p{M}'’.-]+){1,4}$/u.test(cell),
  },
]

const STYLES = /^(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|lady|lord|rev|revd|cllr)\.? /i
/** Words that belong to the name after them: "van Beethoven", "de la Cruz". */
const BEFORE_A_NAME = /^(?:van|von|der|den|de|da|di|du|del|della|dos|la|le|st|bin|ibn|al|el|ten|ter|ap)$/i

/** First and last name of a whole one, either way round: `Priya Shah`, `Shah, Priya`, `Dr Ludwig van Beethoven`. */
export function splitName(whole: string): { given_name: string; family_name: string } {
  const name = whole.trim().replace(STYLES, '')
  const comma = name.indexOf(',')
  if (comma > 0)
    return {
      given_name: name
        .slice(comma + 1)
        .trim()
        .replace(STYLES, ''),
      family_name: name.slice(0, comma).trim(),
    }
  const words = name.split(' ').filter((word) => word !== '')
  let at = words.length - 1
  while (at > 1 && BEFORE_A_NAME.test(words[at - 1] ?? '')) at -= 1
  return { given_name: words.slice(0, at).join(' '), family_name: words.slice(at).join(' ') }
}

const MOST_OF_A_NAME = 200

/** Reads what a row says of its person. Every cell that cannot be read is told; a person needs both names. */
export function readPastedPerson(cells: Readonly<Partial<Record<PersonKey, string>>>): {
  person: PastedPerson
  errors: CellError<PersonKey>[]
} {
  const errors: CellError<PersonKey>[] = []
  const read = (key: PersonKey, reader: (cell: string) => { value: string | null; error?: string }) => {
    const { value, error } = reader(cells[key] ?? '')
    if (error) errors.push({ key, sentence: error })
    return value
  }
  const whole = splitName(read('full_name', (cell) => readText(cell, MOST_OF_A_NAME)) ?? '')
  const given_name = read('given_name', (cell) => readText(cell, MOST_OF_A_NAME)) ?? whole.given_name
  const family_name = read('family_name', (cell) => readText(cell, MOST_OF_A_NAME)) ?? whole.family_name
  const named = cells.full_name === undefined || cells.given_name !== undefined
  if (errors.length === 0 && (given_name === '' || family_name === ''))
    errors.push(
      cells.full_name !== undefined && !cells.given_name && !cells.family_name
        ? { key: 'full_name', sentence: 'Enter first and last name' }
        : given_name === ''
          ? { key: named ? 'given_name' : 'full_name', sentence: 'Enter the first name' }
          : { key: 'family_name', sentence: 'Enter the last name' },
    )
  const person = {
    given_name,
    family_name,
    email: read('email', readEmail),
    phone: read('phone', readPhone),
    postcode: read('postcode', readPostcode),
  }
  return { person, errors }
}

/**
 * What tells one row of a list from another: two rows with the same are one person, written down twice. A mailbox that
 * several people read tells nothing.
 */
export function identityOf({ given_name, family_name, email, phone, postcode }: PastedPerson): string {
  const own_mail = email !== null && !isSharedBox(email) ? email : ''
  return [normaliseName(`${given_name} ${family_name}`), own_mail, phone ?? '', postcode ?? ''].join('|')
}
