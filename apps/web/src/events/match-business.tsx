import { LEGAL_FORM_NAMES } from '../businesses/business-words.ts'
import { findClients } from '../businesses/find-clients.ts'
import { choicesOf } from '../cases/case-words.ts'
import { FieldGroup } from '../ui/field.tsx'
import { Finder } from '../ui/finder.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { businessesFor, type Choice, type LegalForm, type Unmatched } from './match-choice.ts'
import { MatchLine } from './match-line.tsx'

type Props = {
  guest: Unmatched
  choice: Choice
  onChange: (more: Partial<Choice>) => void
  /** A review is always a business's: nobody comes for themselves. */
  mustBeOne?: boolean
}

/** For which business they came: where they work, names alike, another on record, a new one, or none. */
export function MatchBusiness({ guest, choice, onChange, mustBeOne = false }: Props) {
  const { id } = guest
  const { business, new_business } = choice
  const offered = businessesFor(guest, choice)
  const chosen = typeof business === 'object' ? business.id : undefined
  return (
    <FieldGroup
      id={`business-${id}`}
      label={mustBeOne ? 'For which business is it?' : 'For which business did they come?'}
    >
      {offered.map((one) => (
        <MatchLine
          key={one.id}
          name={`business-of-${id}`}
          checked={chosen === one.id}
          onChoose={() =>
            onChange({ business: { kind: 'business', id: one.id, reference: one.reference, name: one.name } })
          }
          title={one.name}
          note={one.reference}
          reason={one.reason}
        />
      ))}
      <div className="match-other">
        <Finder
          label="Another business on record"
          placeholder="Name, number, postcode"
          search={(text) => findClients(text, { kinds: ['business'] })}
          nothing="No match: add it below"
          onChoose={(option) =>
            option
              ? onChange({ business: option.client })
              : offered.some((one) => one.id === chosen) ||
                typeof business === 'string' ||
                onChange({ business: undefined })
          }
        />
      </div>
      <MatchLine
        name={`business-of-${id}`}
        checked={business === 'new'}
        onChoose={() => onChange({ business: 'new' })}
        title="Not on record: add it"
      />
      {business === 'new' && (
        <div className="match-new">
          <TextField
            id={`business.name-${id}`}
            label="Business"
            autoComplete="off"
            value={new_business.name}
            onChange={({ target }) => onChange({ new_business: { ...new_business, name: target.value } })}
          />
          <SelectField
            id={`business.legal_form-${id}`}
            label="Legal form"
            none="Choose one"
            choices={choicesOf(LEGAL_FORM_NAMES)}
            value={new_business.legal_form}
            onChange={({ target }) =>
              onChange({ new_business: { ...new_business, legal_form: target.value as LegalForm | '' } })
            }
          />
        </div>
      )}
      {!mustBeOne && (
        <MatchLine
          name={`business-of-${id}`}
          checked={business === 'none'}
          onChoose={() => onChange({ business: 'none' })}
          title="For themselves"
        />
      )}
    </FieldGroup>
  )
}
