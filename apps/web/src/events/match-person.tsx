import type { Client } from '../businesses/client.ts'
import { findClients } from '../businesses/find-clients.ts'
import { FieldGroup } from '../ui/field.tsx'
import { Finder } from '../ui/finder.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { Choice, Unmatched } from './match-choice.ts'
import { MatchLine } from './match-line.tsx'

type Props = {
  guest: Unmatched
  choice: Choice
  onChoose: (person: Choice['person']) => void
  onName: (name: Choice['new_person']) => void
}

/** Who is it: names alike first, somebody else on record, or somebody new. */
export function MatchPerson({ guest, choice, onChoose, onName }: Props) {
  const { id, people, person: settled } = guest
  const { person, new_person } = choice
  const chosen = person === 'new' || person === undefined ? undefined : person.id
  const listed = people.some((one) => one.id === chosen) || settled?.id === chosen
  return (
    <FieldGroup id={`person-${id}`} label="Who is it?">
      {settled && (
        <MatchLine
          name={`person-of-${id}`}
          checked={chosen === settled.id}
          onChoose={() => onChoose({ kind: 'person', ...settled })}
          title={settled.name}
          note={`${settled.reference} · by e-mail address and family name`}
        />
      )}
      {people.map((candidate) => (
        <MatchLine
          key={candidate.id}
          name={`person-of-${id}`}
          checked={chosen === candidate.id}
          onChoose={() => onChoose(asClient(candidate))}
          title={candidate.name}
          note={[candidate.reference, ...candidate.workplaces.map((place) => place.name)].join(' · ')}
          reason={candidate.reason}
          sure={candidate.verdict === 'same'}
        />
      ))}
      <div className="match-other">
        <Finder
          label="Somebody else on record"
          placeholder="Name, phone, e-mail"
          search={(text) => findClients(text, { kinds: ['person'] })}
          nothing="No match: add them below"
          onChoose={(option) => (option ? onChoose(option.client) : listed || onChoose(undefined))}
        />
      </div>
      <MatchLine
        name={`person-of-${id}`}
        checked={person === 'new'}
        onChoose={() => onChoose('new')}
        title="Nobody on record: add them"
      />
      {person === 'new' && (
        <div className="match-new">
          <TextField
            id={`person.given_name-${id}`}
            label="First name"
            autoComplete="off"
            value={new_person.given_name}
            onChange={({ target }) => onName({ ...new_person, given_name: target.value })}
          />
          <TextField
            id={`person.family_name-${id}`}
            label="Last name"
            autoComplete="off"
            value={new_person.family_name}
            onChange={({ target }) => onName({ ...new_person, family_name: target.value })}
          />
        </div>
      )}
    </FieldGroup>
  )
}

const asClient = ({ id, reference, name }: Omit<Client, 'kind'>): Client => ({ kind: 'person', id, reference, name })
