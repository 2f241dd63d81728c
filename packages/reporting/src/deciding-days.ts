import { CATALOGUE } from '@hubline/domain/indicators/catalogue.ts'
import type { Definition } from '@hubline/domain/indicators/definition.ts'

/** Days of a kind of record, with those by which the definitions of a year decide beside them. */
export const withDeciding = (
  record: string,
  days: readonly string[],
  { catalogue = CATALOGUE }: { catalogue?: readonly Definition[] },
): string[] => [
  ...new Set([
    ...days,
    ...catalogue.flatMap(({ any_of }) => any_of.flatMap(({ a, dated }) => (a === record ? [dated] : []))),
  ]),
]
