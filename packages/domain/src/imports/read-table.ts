/** One row of a pasted list, by the number that it has in the spreadsheet when the list begins in its first row. */
export type PastedRow = { row: number; cells: string[] }

/**
 * Reads what a spreadsheet puts on the clipboard, or the text of a CSV file: tabs, commas or semicolons, whichever the
 * list is written with. A quoted cell may hold separators and line breaks. Rows without any text are left out, and the
 * others keep their numbers.
 */
export function readTable(text: string): PastedRow[] {
  const whole = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const separator = separatorOf(whole)
  const rows: PastedRow[] = [{ row: 1, cells: [] }]
  for (let at = 0; at <= whole.length;) {
    const { cell, end } = readCell(whole, at, separator)
    const here = rows.at(-1)
    here?.cells.push(tidyCell(cell))
    if (here && whole[end] === '\n') rows.push({ row: here.row + 1, cells: [] })
    at = end + 1
  }
  return rows.filter(({ cells }) => cells.some((cell) => cell !== ''))
}

/**
 * A tab is never typed into a cell; without one, the first line tells. A single comma before a space separates nothing:
 * "Shah, Priya" is a name.
 */
function separatorOf(whole: string): string {
  if (whole.includes('\t')) return '\t'
  const first = (whole.trimStart().split('\n', 1)[0] ?? '').replace(/"[^"]*"/g, '')
  const count = (sign: RegExp) => [...first.matchAll(sign)].length
  const commas = count(/,(?! )/g)
  if (count(/;/g) > commas) return ';'
  return commas > 0 || count(/, /g) > 1 ? ',' : '\t'
}

/** A cell that only begins with a quotation mark ("Pots" by Jo) is not a quoted one: a quoted one ends where it should. */
function readCell(whole: string, from: number, separator: string): { cell: string; end: number } {
  if (whole[from] === '"') {
    let at = from + 1
    while (at < whole.length) {
      at = whole.indexOf('"', at)
      if (at < 0) break
      if (whole[at + 1] === '"') at += 2
      else {
        const next = whole[at + 1]
        if (next !== undefined && next !== separator && next !== '\n') break
        return { cell: whole.slice(from + 1, at).replaceAll('""', '"'), end: at + 1 }
      }
    }
  }
  let end = from
  while (end < whole.length && whole[end] !== separator && whole[end] !== '\n') end += 1
  return { cell: whole.slice(from, end), end }
}

/** Spaces of every kind are one space; what cannot be seen is taken out. */
function tidyCell(cell: string): string {
  return cell
    .toWellFormed()
    .replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}
