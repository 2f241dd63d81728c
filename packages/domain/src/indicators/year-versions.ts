import { z } from 'zod'

/** A version by which a year may be counted, and when it was published: null for the one that stood when the year began. */
export type OfferedVersion = { version: number; published_at: string | null }
export type AskedVersions<V extends OfferedVersion = OfferedVersion> = { key: string; versions: readonly V[] }

/** Which version of each figure a year is counted by. */
export const ChosenVersions = z
  .array(
    z.object({
      key: z.string().min(1, 'Choose a figure').max(100, 'Choose a figure'),
      version: z.int('Choose a version').min(1, 'Choose a version').max(100_000, 'Choose a version'),
    }),
  )
  .max(200, 'Choose at most 200 versions at once')
  .refine((all) => new Set(all.map(({ key }) => key)).size === all.length, 'Choose one version for each figure')
export type ChosenVersion = z.output<typeof ChosenVersions>[number]

const publishedBy = (then: string | null, { published_at }: OfferedVersion): boolean =>
  published_at === null || (then !== null && published_at <= then)

/** The newest version that was published by then; `then` null: the one that stood when the year began. */
const versionAt = <V extends OfferedVersion>({ versions }: AskedVersions<V>, then: string | null): V | undefined =>
  versions.filter((one) => publishedBy(then, one)).toSorted((one, other) => other.version - one.version)[0]

/**
 * The figures that move together, each group once: those with versions of one publication, as bands that exclude each
 * other are published.
 */
export function movingTogether<A extends AskedVersions>(asked: readonly A[]): A[][] {
  const groups: A[][] = []
  for (const one of asked) {
    const own = new Set(one.versions.map(({ published_at }) => published_at))
    own.delete(null)
    const joined = groups.filter((group) =>
      group.some(({ versions }) => versions.some(({ published_at }) => own.has(published_at))),
    )
    for (const group of joined) groups.splice(groups.indexOf(group), 1)
    groups.push([...joined.flat(), one])
  }
  return groups
}

/** What is chosen for figures that move together when one publication is chosen: of each its newest version by then. */
export const versionsAt = (group: readonly AskedVersions[], then: string | null): ChosenVersion[] =>
  group.flatMap((one) => {
    const found = versionAt(one, then)
    return found ? [{ key: one.key, version: found.version }] : []
  })

/** Why versions cannot be chosen so, in a sentence; undefined where they can: one answer to each question and no other. */
export function choiceProblem(
  asked: readonly (AskedVersions & { title: string })[],
  chosen: readonly ChosenVersion[],
): string | undefined {
  const versionOf = (key: string) => chosen.find((one) => one.key === key)?.version
  const open = asked.filter(({ key, versions }) => !versions.some(({ version }) => version === versionOf(key)))
  if (open.length > 0) return `Say which version counts the year: ${open.map(({ title }) => title).join('; ')}`
  if (chosen.length > asked.length) return 'The versions changed meanwhile: reload the page and choose again'
  const torn = movingTogether(asked).find((group) => {
    const published = group.map(({ key, versions }) => versions.find(({ version }) => version === versionOf(key)))
    const last = published
      .map((one) => one?.published_at ?? '')
      .toSorted()
      .at(-1)
    return versionsAt(group, last || null).some(({ key, version }) => version !== versionOf(key))
  })
  return (
    torn &&
    `These move together, choose versions that were published together: ${torn.map(({ title }) => title).join('; ')}`
  )
}
