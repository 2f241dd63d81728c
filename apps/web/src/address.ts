/** The question a page asks, as it stands in the address: every part is text. */
export type Address = Readonly<Record<string, unknown>>

/** `?view=overdue&sort=-due_on`: plain words, nothing quoted. */
export function readAddress(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search))
}

export function writeAddress(parts: Address): string {
  const kept = Object.entries(parts).filter(([, value]) => value !== undefined && value !== null && value !== '')
  const written = new URLSearchParams(kept.map(([key, value]) => [key, String(value)])).toString()
  return written && `?${written.replaceAll('%3A', ':').replaceAll('%2C', ',')}`
}

/** A part of the address as text; blank counts as absent. */
export function text(parts: Address, key: string): string | undefined {
  const value = parts[key]
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}

/** One of a few words; anything else is dropped, never an error page. */
export function oneOf<const Word extends string>(
  parts: Address,
  key: string,
  choices: readonly Word[],
): Word | undefined {
  return choices.find((word) => word === parts[key])
}

/** Whether a part of an address names a reporting year, as `2021-22` does. */
export function isYearName(part: string): boolean {
  const [, from, to] = /^(\d{4})-(\d{2})$/.exec(part) ?? []
  return from !== undefined && (Number(from) + 1) % 100 === Number(to)
}

/** Several words of one part: `stage=open,in_delivery`. */
export function words(parts: Address, key: string): readonly string[] | undefined {
  const list = text(parts, key)?.split(',').filter(Boolean)
  return list && list.length > 0 ? list : undefined
}

/** Reads these parts of an address as text, for a route's `validateSearch`; what is absent need not be given in a link. */
export function texts<const Name extends string>(...names: readonly Name[]) {
  return (parts: Address) =>
    Object.fromEntries(names.map((name) => [name, text(parts, name)])) as { [Part in Name]?: string | undefined }
}

/** An address within this app, from something that a visitor may have tampered with. */
export function withinTheApp(href: string | undefined): string {
  return href && /^\/(?![/\\])/.test(href) ? href : '/'
}
