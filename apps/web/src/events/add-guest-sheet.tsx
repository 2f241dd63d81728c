import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { trpc } from '../api.ts'
import type { Client } from '../businesses/client.ts'
import { findClients } from '../businesses/find-clients.ts'
import { newId } from '../new-id.ts'
import { problemsOf } from '../problem.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Sheet } from '../ui/dialog.tsx'
import { ErrorSummary, type FormProblem } from '../ui/error-summary.tsx'
import { Finder } from '../ui/finder.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { toast } from '../ui/toast.tsx'
import type { EventPageData } from './event.ts'
import { refreshEvents } from './refresh-events.ts'

type Props = { page: EventPageData; onClose: () => void }

/** A place for somebody whom the hub knows. */
export function AddGuestSheet({ page: { event, stage }, onClose }: Props) {
  const navigate = useNavigate()
  const [person, setPerson] = useState<Client>()
  const [business_id, setBusiness] = useState('')
  const [only_invite, setInvite] = useState(false)
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => box.current?.focus(), [])
  const workplaces = useWorkplaces(person, setBusiness)
  const { book, problems, attempt, saving } = useBooking(
    { event_id: event.id, person, business_id, only_invite },
    onClose,
  )
  return (
    <Sheet
      title="Add a guest"
      open
      onClose={onClose}
      foot={
        <>
          <Button look="filled" icon="check" busy={saving ? 'Saving' : undefined} onClick={() => void book()}>
            {only_invite ? 'Invite' : stage === 'full' ? 'Put on the waiting list' : 'Give a place'}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <ErrorSummary problems={problems} attempt={attempt} />
      <Finder
        ref={box}
        id="person_id"
        label="Person"
        placeholder="Name, phone, e-mail"
        search={(text) => findClients(text, { kinds: ['person'] })}
        nothing="No match: register them below"
        error={problems.find(({ field }) => field === 'person_id')?.sentence}
        onChoose={(option) => {
          setPerson(option?.client)
          setBusiness('')
        }}
      />
      <p>
        Not on record?{' '}
        <button
          type="button"
          className="link-button"
          onClick={() => void navigate({ to: '/people/new', state: { typed: box.current?.value } })}
        >
          Register a new person
        </button>
      </p>
      {person && (
        <SelectField
          id="business_id"
          label="Comes for"
          none="Themselves"
          choices={workplaces.map(({ id, name }) => ({ value: id, words: name }))}
          value={business_id}
          onChange={({ target }) => setBusiness(target.value)}
        />
      )}
      <Checkbox checked={only_invite} onChange={({ target }) => setInvite(target.checked)}>
        Only invite them: they have no place until they say yes
      </Checkbox>
    </Sheet>
  )
}

/** Where the chosen person works now. The only workplace is chosen, since most people come for it. */
function useWorkplaces(person: Client | undefined, onOnly: (id: string) => void) {
  const { data } = useQuery(
    trpc.people.page.queryOptions({ reference: person?.reference ?? '' }, { enabled: person !== undefined }),
  )
  const workplaces = (data?.roles ?? []).filter(({ to_on }) => to_on === null).map(({ business }) => business)
  const only = workplaces.length === 1 ? workplaces[0]?.id : undefined
  const told = useRef(onOnly)
  useEffect(() => {
    if (only) told.current(only)
  }, [only])
  return workplaces
}

type Filled = { event_id: string; person: Client | undefined; business_id: string; only_invite: boolean }

function useBooking({ person, ...filled }: Filled, onDone: () => void) {
  const [ids] = useState(() => ({ request_id: newId(), id: newId() }))
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [attempt, setAttempt] = useState(0)
  const booking = useMutation(trpc.events.bookPlace.mutationOptions())

  async function book() {
    setAttempt((count) => count + 1)
    if (!person) return setProblems([{ field: 'person_id', sentence: 'Choose who comes' }])
    try {
      const { status } = await booking.mutateAsync({ ...ids, ...filled, person_id: person.id })
      await refreshEvents()
      toast(
        status === 'booked'
          ? `${person.name} has a place`
          : status === 'invited'
            ? `${person.name} is invited`
            : `${person.name} is on the waiting list`,
      )
      onDone()
    } catch (error) {
      setProblems(problemsOf(error))
    }
  }

  return { book, problems, attempt, saving: booking.isPending }
}
