import { Facts } from '../ui/facts.tsx'
import { RecordLink } from './record-link.tsx'
import type { ShownField } from './record.ts'
import { showValue } from './show-value.ts'

/** What is known, in the order of the record; what is blank is named in one line, not in twenty. */
export function RecordFacts({ fields }: { fields: readonly ShownField[] }) {
  const blank = fields.filter((field) => !isKnown(field))
  return (
    <>
      <Facts
        facts={fields.filter(isKnown).map((field) => ({ title: field.label, value: <FieldValue field={field} /> }))}
      />
      {blank.length > 0 && (
        <p className="quiet small">
          Not known: {blank.map(({ label }, at) => (at === 0 ? label : lower(label))).join(', ')}.
        </p>
      )}
    </>
  )
}

/** "SIC code" keeps its capitals inside a sentence, "Town" does not. */
const lower = (label: string) => (/^[A-Z]{2}/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1))

const isKnown = ({ type, value, link }: ShownField) => link !== undefined || showValue(type, value) !== undefined

function FieldValue({ field: { type, value, link } }: { field: ShownField }) {
  if (link)
    return (
      <RecordLink kind={link.kind} reference={link.reference}>
        {link.name}
      </RecordLink>
    )
  return <span className="field-value">{showValue(type, value)}</span>
}
