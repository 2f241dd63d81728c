import { districtName } from '@hubline/domain/businesses/districts.ts'
import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../api.ts'
import { showValue } from '../records/show-value.ts'

type Compared = inferOutput<typeof trpc.duplicates.compare>
export type Side = Compared['first']
export type Field = Compared['fields'][number]

type Props = {
  fields: Field[]
  survivor: Side
  other: Side
  take: ReadonlySet<string>
  onTake: (field: string, takes: boolean) => void
}

function shown(side: Side, { field, type }: Field): string | undefined {
  const fact = side.facts[field]
  return field === 'district_code' && fact ? districtName(fact) : showValue(type, fact)
}

/** Every fact on which the two differ, each with the choice whose word holds. */
export function CompareFields({ fields, survivor, other, take, onTake }: Props) {
  const different = fields.filter(({ field }) => survivor.facts[field] !== other.facts[field])
  if (different.length === 0) return <p>They agree in every fact.</p>
  return (
    <div className="compare-fields">
      <div className="compare-field compare-heads strong">
        <span />
        <span>{survivor.reference} remains</span>
        <span>{other.reference} becomes part of it</span>
      </div>
      {different.map((fact) => (
        <div key={fact.field} role="radiogroup" aria-label={fact.label} className="compare-field">
          <span className="quiet">{fact.label}</span>
          {[survivor, other].map((side) => (
            <label key={side.id} className="compare-choice">
              <input
                type="radio"
                name={`take-${fact.field}`}
                checked={take.has(fact.field) === (side === other)}
                onChange={() => onTake(fact.field, side === other)}
              />
              <span className="visually-hidden">{side.reference}: </span>
              <span>{shown(side, fact) ?? <span className="quiet">blank</span>}</span>
            </label>
          ))}
        </div>
      ))}
    </div>
  )
}
