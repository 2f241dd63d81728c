import { RecordLink } from './record-link.tsx'
import type { RecordShown } from './record.ts'

/** Whose record it is, and the reference by which people speak of it. */
export function RecordClients({ record: { business, person, noun, title, reference } }: { record: RecordShown }) {
  return (
    <>
      {title !== reference && (
        <span>
          {noun.charAt(0).toUpperCase() + noun.slice(1)} {reference}
        </span>
      )}
      {business && (
        <RecordLink kind="business" reference={business.reference}>
          {business.name}
        </RecordLink>
      )}
      {person && (
        <RecordLink kind="person" reference={person.reference}>
          {person.name}
        </RecordLink>
      )}
    </>
  )
}
