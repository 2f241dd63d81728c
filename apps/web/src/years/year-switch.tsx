import { useNavigate } from '@tanstack/react-router'
import { useAsAt } from '../indicators/use-as-at.ts'
import { ButtonLink } from '../ui/button.tsx'
import { SelectField } from '../ui/select-field.tsx'

/** From year to year; the year stands in the address. `years` is newest first. */
export function YearSwitch({ year, years }: { year: string; years: readonly string[] }) {
  const navigate = useNavigate()
  const as_at = useAsAt()
  const all = years.includes(year) ? years : [year, ...years].toSorted().toReversed()
  const at = all.indexOf(year)
  const before = all[at + 1]
  const after = all[at - 1]
  return (
    <nav aria-label="Years" className="year-switch">
      {before && (
        <ButtonLink to="/year/$year" params={{ year: before }} search={{ as_at }} icon="left" look="quiet">
          {before}
        </ButtonLink>
      )}
      <SelectField
        label="Year"
        hideLabel
        choices={all.map((value) => ({ value, words: value }))}
        value={year}
        onChange={(event) =>
          void navigate({ to: '/year/$year', params: { year: event.target.value }, search: { as_at } })
        }
      />
      {after && (
        <ButtonLink
          to="/year/$year"
          params={{ year: after }}
          search={{ as_at }}
          icon="right"
          look="quiet"
          className="icon-after"
        >
          {after}
        </ButtonLink>
      )}
    </nav>
  )
}
