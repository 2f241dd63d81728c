import type { BundleFile } from '@hubline/domain/imports/bundle-file.ts'
import type { BundleProblem } from './bundle-problem.ts'

/** The column that a refused row carries on its way back; read again, it is passed over. */
export const PROBLEM_COLUMN = 'problem'

/** The names of the columns as the file has them, without spaces around. */
export const namesOf = (header: readonly string[]): string[] => header.map((name) => name.trim())

/** What is wrong with a header: columns that nobody knows, and required ones that are not there. */
export function checkHeader(description: BundleFile, header: readonly string[]): BundleProblem[] {
  const names = namesOf(header)
  const known = Object.keys(description.columns)
  const problemAt = (column: string, found: string, problem: string) => ({
    file: description.file,
    line: 1,
    column,
    found,
    problem,
  })
  const unknown = names
    .filter((name, index) => !known.includes(name) && !(name === PROBLEM_COLUMN && index === names.length - 1))
    .map((name) =>
      problemAt(name, name, `${description.file} has no column of this name: choose from ${known.join(', ')}`),
    )
  const missing = known
    .filter((name) => description.columns[name]?.required && !names.includes(name))
    .map((name) => problemAt(name, '', `Add the column ${name}: ${description.file} cannot be read without it`))
  return [...unknown, ...missing]
}
