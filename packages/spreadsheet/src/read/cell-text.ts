const A_DAY = 86_400_000
/** The last day that a spreadsheet knows: 31 December 9999. */
const LAST_SERIAL = 2_958_465

/**
 * The day, with its time where it has one, that a spreadsheet keeps as a number. Undefined for a number that is no day
 * there. Excel counts a 29 February 1900 that never was; days before it are one off.
 * https://learn.microsoft.com/office/troubleshoot/excel/wrongly-assumes-1900-is-leap-year
 */
export function dayOfSerial(serial: number, is_1904: boolean): string | undefined {
  if (!(serial >= 0 && serial <= LAST_SERIAL) || (!is_1904 && (serial < 1 || Math.floor(serial) === 60)))
    return undefined
  const first = is_1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30)
  const at = new Date(first + Math.round((serial * A_DAY) / 1000) * 1000).toISOString()
  return at.endsWith('T00:00:00.000Z') ? at.slice(0, 10) : at.slice(0, 19)
}

/** A number as its digits, without the noise past the fifteenth that spreadsheets keep and never show. */
export function plainNumber(written: string): string {
  const number = Number(written)
  return written.trim() === '' || !Number.isFinite(number) ? written : String(Number(number.toPrecision(15)))
}

// https://learn.microsoft.com/dotnet/api/documentformat.openxml.spreadsheet.numberingformat: formats without a code in the file
const isBuiltInDay = (id: number) =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)

/** How a column shows its numbers: as days, or with zeros before them up to so many digits. */
export type NumberLook = { is_day: boolean; digits: number }

/** What a number format makes of a number; `code` where the file gives one. */
export function lookOf(id: number, code: string | undefined): NumberLook {
  if (code === undefined) return { is_day: isBuiltInDay(id), digits: 0 }
  const [shown = ''] = code.split(';')
  const signs = shown.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|General/gi, '')
  return { is_day: /[dy]/i.test(signs), digits: /^0{2,}$/.test(signs) ? signs.length : 0 }
}

/** A number as its sheet shows it to a person: what they took for a day or for `01234567` is that. */
export function shownNumber(written: string, { is_day, digits }: NumberLook, is_1904: boolean): string {
  const day = is_day ? dayOfSerial(Number(written), is_1904) : undefined
  const plain = day ?? plainNumber(written)
  return /^\d+$/.test(plain) ? plain.padStart(digits, '0') : plain
}
