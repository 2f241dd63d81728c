/** What a column of a pasted list may hold. */
export type PastedColumn<Key extends string = string> = {
  key: Key
  label: string
  /** Headings that such a column bears elsewhere, in small letters, the usual ones first. */
  headings: readonly string[]
  /** Whether a cell reads like one of these: for lists that came without headings. */
  looksLike?: (cell: string) => boolean
}

export type Guess<Key extends string> = {
  has_heading: boolean
  /** What each column holds; null where that is not known, or not kept. */
  columns: (Key | null)[]
}

/** Enough rows to tell what a column holds. */
const SAMPLE = 200
/** So many of a column's filled cells must read like it. */
const MOST_OF_THEM = 0.6
/** What is meant to happen is not what happened. */
const PLANNED = /\b(?:planned|expected|target|due|next)\b/

/** A heading as it is compared: `Learner's E-mail (work)*` is `learners e mail work`. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/**
 * What each column of a pasted list seems to hold: by its heading where the first row is one, else by how its cells
 * read. Each kind is given to one column at most, and a column that could be several things is given to none.
 */
export function guessColumns<Key extends string>(
  rows: readonly (readonly string[])[],
  known: readonly PastedColumn<Key>[],
): Guess<Key> {
  const wide = rows.reduce((most, cells) => Math.max(most, cells.length), 0)
  const columns = (of: readonly (readonly string[])[]) =>
    Array.from({ length: wide }, (_, at) => of.slice(0, SAMPLE).flatMap((cells) => cells[at] || []))
  const [first = [], ...rest] = rows
  const headings = byHeading(first, columns(rest), known)
  const has_heading = headings.some((key) => key !== null) && !looksFilled(first, headings, known)
  return { has_heading, columns: has_heading ? headings : byContents(columns(rows), known) }
}

function byHeading<Key extends string>(
  cells: readonly string[],
  columns: readonly (readonly string[])[],
  known: readonly PastedColumn<Key>[],
): (Key | null)[] {
  const written = columns.map((_, at) => plain(cells[at] ?? ''))
  const found: (Key | null)[] = written.map(() => null)
  const give = (fits: (at: number, word: string, column: PastedColumn<Key>) => boolean) => {
    for (const column of known)
      for (const word of column.headings) {
        const at = found.includes(column.key)
          ? -1
          : written.findIndex((_, i) => found[i] === null && fits(i, word, column))
        if (at >= 0) found[at] = column.key
      }
  }
  give((at, word) => written[at] === word)
  // "Learner e-mail (work)": a part of the heading is enough where the cells agree. "Name" is a part of too many.
  give((at, word, { looksLike }) => {
    const read = columns[at] ?? []
    return (
      word.length > 4 &&
      !PLANNED.test(written[at] ?? '') &&
      ` ${written[at]} `.includes(` ${word} `) &&
      (!looksLike || isMostly(read, looksLike))
    )
  })
  return found
}

const isMostly = (cells: readonly string[], looksLike: (cell: string) => boolean): boolean =>
  cells.length > 0 && cells.filter(looksLike).length / cells.length >= MOST_OF_THEM

/** A first row with an e-mail address or a postcode in it is somebody, not a heading. */
function looksFilled<Key extends string>(
  cells: readonly string[],
  headings: readonly (Key | null)[],
  known: readonly PastedColumn<Key>[],
): boolean {
  return cells.some((cell, at) => !headings[at] && cell !== '' && known.some((one) => isTelling(one, cell)))
}

/** Digits and @ tell; a mere word reads like many things. */
const isTelling = ({ looksLike }: PastedColumn, cell: string): boolean =>
  /[\d@]/.test(cell) && looksLike?.(cell) === true

function byContents<Key extends string>(
  columns: readonly (readonly string[])[],
  known: readonly PastedColumn<Key>[],
): (Key | null)[] {
  const found: (Key | null)[] = columns.map(() => null)
  for (const { key, looksLike } of known) {
    if (!looksLike) continue
    const [only, other] = columns.flatMap((cells, at) => (found[at] === null && isMostly(cells, looksLike) ? [at] : []))
    // Two columns that read alike are left open, but for names: those stand in their order.
    if (only !== undefined && (other === undefined || key === 'given_name')) found[only] = key
  }
  return found
}
