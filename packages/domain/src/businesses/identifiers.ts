/** Forms in which names, numbers and addresses are compared, whatever way they were typed. */

/**
 * Upper-case, no spaces, padded: `1234567` (a spreadsheet ate the zero) is `01234567`, `sc12345` is `SC012345`. An
 * unusual shape is kept, never refused. Without any digit ("n/a", "none yet") it is no number.
 */
export function normaliseCompanyNumber(text: string): string | undefined {
  const typed = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s.\-/]/g, '')
  if (!/\d/.test(typed)) return undefined
  if (/^\d{1,8}$/.test(typed)) return typed.padStart(8, '0')
  const lettered = /^([A-Z]{2}|R)(\d+)$/.exec(typed)
  const [, letters = '', digits = ''] = lettered ?? []
  return lettered && typed.length < 8 ? letters + digits.padStart(8 - letters.length, '0') : typed
}

// The registers that number two letters and six digits; some old societies end in a letter or two.
const REGISTERS =
  'SC|NI|OC|SO|NC|LP|SL|NL|FC|SF|NF|RS|SP|NP|IP|CE|CS|AC|SA|NA|GE|GN|GS|IC|SI|SE|ES|ZC|RC|SR|NR|NO|OE|PC|NV|NZ|BR'
const USUAL_COMPANY_NUMBER = new RegExp(
  `^(?!0{8})(?:\\d{8}|R\\d{7}|(?:${REGISTERS})(?:\\d{6}|\\d{5}[A-Z]|\\d{4}[A-Z]{2}))$`,
)

/** Whether a normalised number has the shape of a company's. A warning at most: registers grow. */
export function isUsualCompanyNumber(number: string): boolean {
  return USUAL_COMPANY_NUMBER.test(number)
}

// Not every letter appears in the last two places: they would be misread by hand.
const POSTCODE = /^(?:GIR0AA|[A-Z]{1,2}\d[A-Z\d]?\d[ABD-HJLNP-UW-Z]{2})$/

/** `ST1 1AB`: upper-case with one space, or undefined when it has not the shape of a postcode. */
export function normalisePostcode(text: string): string | undefined {
  const typed = text.normalize('NFKC').toUpperCase().replace(/\s/g, '')
  return POSTCODE.test(typed) ? `${typed.slice(0, -3)} ${typed.slice(-3)}` : undefined
}

/** The sector of a normalised postcode: `ST1 1` of `ST1 1AB`. */
export function sectorOf(postcode: string): string {
  return postcode.slice(0, -2)
}

export type Phone = { e164: string; national: string }

/**
 * A telephone number in the form that is stored (`+441782000000`) and the form that is shown (`01782 000000`). An
 * extension is left aside. Undefined when it is no number, or more than one.
 */
export function normalisePhone(text: string): Phone | undefined {
  const typed = text
    .normalize('NFKC')
    .replace(/\s*(?:ext?\.?|extension|x|#)\s*\d{1,6}\s*$/i, '')
    .trim()
  if (!/^\+?[\d\s().-]+$/.test(typed)) return undefined
  const digits = typed.replace('(0)', typed.startsWith('0') && !typed.startsWith('00') ? '0' : '').replace(/\D/g, '')
  const abroad = typed.startsWith('+') ? digits : digits.startsWith('00') ? digits.slice(2) : undefined
  if (abroad !== undefined && !abroad.startsWith('44'))
    return /^[1-9]\d{6,14}$/.test(abroad) ? { e164: `+${abroad}`, national: `+${abroad}` } : undefined
  // A spreadsheet that takes a telephone number for a number eats its zero.
  const rest = (abroad?.slice(2) ?? digits).replace(/^0/, '')
  if (abroad === undefined && !digits.startsWith('0') && digits.length !== 10) return undefined
  return /^[1-35789]\d{8,9}$/.test(rest) ? { e164: `+44${rest}`, national: spaced(`0${rest}`) } : undefined
}

/** Grouped as British numbers are read out. */
function spaced(national: string): string {
  if (national.startsWith('02')) return national.replace(/^(...)(....)(.+)$/, '$1 $2 $3')
  if (/^0(?:3|8|9|11|1.1)/.test(national)) return national.replace(/^(....)(...)(.+)$/, '$1 $2 $3')
  return national.replace(/^(.....)(.+)$/, '$1 $2')
}

const LETTERS_WITHOUT_MARKS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
}

const SAID_OF_ANY_COMPANY = new Set(['ltd', 'limited', 'plc', 'llp', 'the'])

/**
 * A business name as it is compared, never shown: `The Café & Bar Ltd.` is `cafe and bar`. A name made of nothing but
 * such words keeps them.
 */
export function normaliseName(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[ßæœøđðłþı]/g, (letter) => LETTERS_WITHOUT_MARKS[letter] ?? letter)
    .replace(/['’‘`´]/g, '')
    .replaceAll('&', ' and ')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
    // Initials stand together however they were spaced: "J. P. Smith", "P.L.C."
    .replace(/(?<=(?:^| )\p{L}) (?=\p{L}(?: |$))/gu, '')
    .split(' ')
  const telling = words.filter((word) => !SAID_OF_ANY_COMPANY.has(word))
  return (telling.length > 0 ? telling : words).join(' ')
}
