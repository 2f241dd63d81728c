import { findDefinition } from './catalogue.ts'
import type { Definition } from './definition.ts'

/** How many indicators of its own a hub may have: each is counted with every board. */
export const MOST_OWN = 30

const OWN = 'own.'
const LONGEST = 60

export const isOwnKey = (key: string): boolean => key.startsWith(OWN)

/** The key of an indicator of the hub's own, from its title: `own.apprentices_in_rural_firms`; numbered where that is taken. */
export function ownKey(title: string, taken: readonly string[]): string {
  const words = title
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .slice(0, LONGEST)
    .replaceAll(/^_+|_+$/g, '')
  const key = `${OWN}${words || 'indicator'}`
  if (!taken.includes(key)) return key
  return taken.map((_, at) => `${key}_${at + 2}`).find((one) => !taken.includes(one)) ?? key
}

/** A definition that Hubline brings, copied under a title of the hub's own: what a manager changes is said of this. */
export function ownStarter(
  { note: _, ...copied }: Definition,
  { key, title }: { key: string; title: string },
): Definition {
  return {
    ...copied,
    key,
    title,
    version: 1,
    pack: 'own',
    source: `This hub's own, copied from “${copied.title}”: ${copied.source}`,
    copied_from: copied.key,
  }
}

/** What a published indicator of the hub's own was copied from, under its title; undefined where that is brought no more. */
export function starterOfOwn({ key, title, copied_from }: Definition): Definition | undefined {
  const copied = copied_from === undefined ? undefined : findDefinition(copied_from)
  return copied && ownStarter(copied, { key, title })
}
