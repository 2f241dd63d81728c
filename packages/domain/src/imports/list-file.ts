import { z } from 'zod'

/** A file with a list as the server read it: a text for each of its sheets that has anything in it. */
export const ListFile = z.object({
  /** SHA-256 of the file's bytes. */
  sha256: z.string(),
  /** `seal`: by which the server knows later that it read this text in that file. */
  sheets: z.array(z.object({ name: z.string(), text: z.string(), seal: z.string() })),
  /** What the server had to suppose about the file. */
  note: z.string().nullable(),
})
export type ListFile = z.output<typeof ListFile>
export type ListSheet = ListFile['sheets'][number]

/** The largest file that is taken, in bytes. */
export const LARGEST_FILE = 20 * 1024 * 1024

/** The sheets that may hold the list: those that fit where any does, else all. One alone is the list. */
export function likelySheets(sheets: readonly ListSheet[], fits: (text: string) => boolean): readonly ListSheet[] {
  const fitting = sheets.filter(({ text }) => fits(text))
  return fitting.length > 0 ? fitting : sheets
}
