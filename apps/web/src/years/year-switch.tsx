import { useNavigate } from '@tanstack/react-router'
import { ButtonLink } from '../ui/button.tsx'
import { SelectField } from '../ui/select-field.tsx'

/** From year to year; the year stands in the address. `years` is newest first. */
export function YearSwitch({ year, years }: { year: string; years: readonly string[] }) {
  const navigate = useNavigate()
  const all = years.includes(year) ? years : [year, ...years].toSorted().toReversed()
  const at = all.indexOf(year)
  const before = all[at + 1]
  const after = all[at - 1]
  return (
    <nav aria-label="Years" className="year-switch">
      {before && (
        <ButtonLink to="/year/$year" params={{ year: before }} icon="left" look="quiet">
          {before}
        </ButtonLink>
      )}
      <SelectField
        label="Year"
        hideLabel
        choices={all.map((value) => ({ value, words: value }))}
        value={year}
        onChange={(event) => void navigate({ to: '/year/$year', params: { year: event.target.value } })}
      />
      {after && (
        <ButtonLink to="/year/$year" params={{ year: after }} icon="right" look="quiet" className="icon-after">
          {after}
        </ButtonLink>
      )}
    </nav>
  )
}
