import { DIMENSIONS, Parts } from '@hubline/domain/indicators/dimensions.ts'
import { isAsAt } from '@hubline/domain/years/as-at.ts'
import { type Address, text } from '../address.ts'

/** What the list behind a figure is asked, as it stands in the address. */
export type ListQuestion = {
  /** By what the figure is shown split. */
  split?: string | undefined
  /** The day or minute at which the list is asked. */
  as_at?: string | undefined
  text?: string | undefined
  district?: string | undefined
  /** `2021-04`: only units that first qualified in that month. */
  month?: string | undefined
  /** The reference of an event: only what who came to it brings in. */
  event?: string | undefined
  /** Only what records of this category bring in. */
  category?: string | undefined
  /** The last row of the page before, as `id name`. */
  after?: string | undefined
  /** Parts of the address that mean nothing here: left out, and told. */
  dropped?: string | undefined
} & { [Name in keyof Parts]?: string | undefined }

/** The parts of an address by which a list is narrowed. */
export const partsOf = (question: ListQuestion): Parts => Parts.parse(question)

/** An address without any of them. */
export const WITHOUT_PARTS = Object.fromEntries(Object.keys(Parts.shape).map((name) => [name, undefined]))

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i
const KNOWN: Readonly<Record<string, (value: string) => boolean>> = {
  as_at: isAsAt,
  text: (value) => value.length <= 200,
  district: (value) => value === 'unknown' || /^[A-Z]\d{8}$/.test(value),
  month: (value) => /^\d{4}-(?:0[1-9]|1[0-2])$/.test(value),
  event: (value) => value.length <= 200,
  category: (value) => value.length <= 200,
  after: (value) => readAfter(value) !== undefined,
  split: (value) => Object.hasOwn(DIMENSIONS, value),
  ...Object.fromEntries(Object.keys(Parts.shape).map((name) => [name, (value: string) => value.length <= 100])),
}

/** Reads the address of a list; what cannot be read is dropped with its name kept for a notice. */
export function readListQuestion(search: Address): ListQuestion {
  const question: Record<string, string> = {}
  const dropped = new Set((text(search, 'dropped') ?? '').split(',').filter((name) => /^[\w-]{1,30}$/.test(name)))
  for (const name of Object.keys(search)) {
    const value = text(search, name)
    if (name === 'dropped' || value === undefined) continue
    if (KNOWN[name]?.(value)) question[name] = value.trim()
    else dropped.add(name.slice(0, 30))
  }
  return dropped.size === 0 ? question : { ...question, dropped: [...dropped].join(',') }
}

/** The key from which the next page goes on. */
export function readAfter(after: string | undefined): { name: string; id: string } | undefined {
  const [, id, name] = /^(\S+) (.+)$/s.exec(after ?? '') ?? []
  return id !== undefined && name !== undefined && UUID.test(id) ? { id, name } : undefined
}

export function writeAfter({ name, id }: { name: string; id: string }): string {
  return `${id} ${name}`
}

/** Where the same list can be fetched as a file, with its filter. */
export function csvAddress({
  key,
  year,
  as_at,
  text: part,
  district,
  month,
  event,
  category,
  ...others
}: { key: string; year: string } & ListQuestion): string {
  const question = new URLSearchParams({
    year,
    ...(as_at === undefined ? {} : { as_at }),
    ...(part === undefined ? {} : { text: part }),
    ...(district === undefined ? {} : { district }),
    ...(month === undefined ? {} : { month }),
    ...(event === undefined ? {} : { event }),
    ...(category === undefined ? {} : { category }),
    ...Object.fromEntries(Object.entries(partsOf(others)).filter(([, value]) => value !== undefined)),
  })
  return `/indicators/${encodeURIComponent(key)}/units.csv?${question.toString()}`
}
