/** Something in a bundle that a person must put right: where it stands, what was found, and what to do. */
export type BundleProblem = {
  file: string
  /** The physical line, counted from 1 for the header. */
  line: number
  /** Blank where the whole row, or the whole file, is meant. */
  column: string
  found: string
  problem: string
}

/** One line for a person to read. */
export function inWords({ file, line, column, found, problem }: BundleProblem): string {
  const place = `${file}, line ${line}${column === '' ? '' : `, ${column}`}`
  return found === '' ? `${place}: ${problem}` : `${place}: found "${found}". ${problem}`
}
