import { type KnownPerson, matchPeople } from './matching-people.ts'

/** Somebody whom the hub knows, described once or more: a person who was merged is known by both descriptions. */
export type KnownAs = KnownPerson & {
  id: string
  reference: string
  name: string
  works_at?: string | null | undefined
}

/** Whom a described person may be already, the likeliest first. */
export type Likely = {
  id: string
  reference: string
  name: string
  /** What tells one of the name from another. */
  email: string | null
  postcode: string | null
  works_at: string | null
  score: number
  reason: string
}

/**
 * What is known of a described person: exactly one whom they surely are; or several whom they may be, between whom a
 * person decides; or nobody.
 */
export type Recognised = { verdict: 'known' | 'maybe' | 'new'; candidates: Likely[] }

const MOST_CANDIDATES = 6

/** Recognises a described person among those who are at all alike. Nobody is guessed: two sure ones are a question. */
export function recognisePerson(described: KnownPerson, alike: readonly KnownAs[]): Recognised {
  const judged = alike.flatMap((known) => {
    const { verdict, score, reason } = matchPeople(described, known)
    const { id, reference, name, email = null, postcode = null, works_at = null } = known
    return verdict === 'different'
      ? []
      : [{ verdict, likely: { id, reference, name, email, postcode, works_at, score, reason } }]
  })
  const best = judged.toSorted(
    (a, b) => b.likely.score - a.likely.score || (a.likely.reference < b.likely.reference ? -1 : 1),
  )
  const once = best.filter(({ likely }, at) => best.findIndex((each) => each.likely.id === likely.id) === at)
  const [sure, other] = once.filter(({ verdict }) => verdict === 'same')
  if (sure && !other) return { verdict: 'known', candidates: [sure.likely] }
  const candidates = once.map(({ likely }) => likely).slice(0, MOST_CANDIDATES)
  return { verdict: candidates.length > 0 ? 'maybe' : 'new', candidates }
}
