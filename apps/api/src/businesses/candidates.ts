import type { Match } from '@hubline/domain/businesses/matching.ts'

/** A client that the one being described may be already. */
export type Candidate = {
  id: string
  reference: string
  name: string
  town: string | null
  postcode: string | null
  score: number
  verdict: 'same' | 'maybe'
  reason: string
}

const MOST_CANDIDATES = 8

type Judged = Match & { id: string; reference: string; name: string; town?: string | null; postcode: string | null }

/** Those worth asking about, the likeliest first. */
export function ranked(judged: readonly Judged[]): Candidate[] {
  return judged
    .flatMap(({ id, reference, name, town, postcode, score, verdict, reason }) =>
      verdict === 'different' ? [] : [{ id, reference, name, town: town ?? null, postcode, score, verdict, reason }],
    )
    .toSorted((a, b) => b.score - a.score || (a.reference < b.reference ? -1 : 1))
    .slice(0, MOST_CANDIDATES)
}
