import type { RefObject } from 'react'
import type { Client } from '../businesses/client.ts'
import { findClients } from '../businesses/find-clients.ts'
import { shortDay, sinceWords } from '../cases/due-words.ts'
import { Button } from '../ui/button.tsx'
import type { TypedBefore } from '../ui/finder-state.ts'
import { Finder } from '../ui/finder.tsx'
import type { LogForm } from './use-log-interaction.ts'

type Props = {
  form: LogForm
  box: RefObject<HTMLInputElement | null>
  typed: TypedBefore
  onChosen: () => void
}

/** Whom the interaction was with: typed, or picked from those who are due. */
export function LogClient({ form, box, typed, onChosen }: Props) {
  const { filled, change, choose, problems, refill } = form
  const wrong = problems.find(({ field }) => field === 'client')?.sentence
  return (
    <div className="log-client">
      <Finder
        key={refill}
        ref={box}
        id="client"
        label="Business or person"
        placeholder="Name, number, phone, postcode"
        error={filled.client ? undefined : wrong}
        search={findClients}
        nothing="No match. Check the spelling, or register them from Find"
        startsWith={filled.client?.name}
        typed={refill === 0 && typed.text ? typed : undefined}
        onEnter={onChosen}
        onChoose={(found) => change({ client: found?.client, case_id: undefined, new_case: undefined })}
      />
      {filled.client ? (
        <AboutLine form={form} client={filled.client} />
      ) : (
        <Suggestions form={form} onPick={(client) => (choose(client), onChosen())} />
      )}
    </div>
  )
}

function AboutLine({ form: { about, today }, client }: { form: LogForm; client: Client }) {
  const contact =
    about &&
    (about.last_contact_on
      ? `last contact ${sinceWords(about.last_contact_on, today).toLowerCase()}`
      : 'not met before')
  const step = about?.open_cases.find(({ next_step }) => next_step)
  return (
    <p className="field-hint log-about">
      {[client.reference, contact, about && `${(about.minutes_this_year / 60).toFixed(1)} hours in ${about.year}`]
        .filter(Boolean)
        .join(' · ')}
      {step && (
        <>
          <br />
          Planned: {step.next_step}
          {step.next_on && `, ${shortDay(step.next_on, today)}`}
        </>
      )}
    </p>
  )
}

function Suggestions({ form: { defaults }, onPick }: { form: LogForm; onPick: (client: Client) => void }) {
  const due = defaults?.suggestions.slice(0, 3) ?? []
  if (due.length === 0) return null
  return (
    <div className="log-suggestions" role="group" aria-label="Next on your caseload">
      <span className="field-hint" aria-hidden="true">
        Next on your caseload
      </span>
      {due.map(({ kind, id, reference, name, case_id }) => (
        <Button key={case_id} size="small" onClick={() => onPick({ kind, id, reference, name })}>
          {name}
        </Button>
      ))}
    </div>
  )
}
