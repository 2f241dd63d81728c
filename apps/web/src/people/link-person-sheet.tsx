import { LinkPerson } from '@hubline/domain/people/register-person.ts'
import { useMutation } from '@tanstack/react-query'
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
import { TextField } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import { refreshClients } from './refresh-clients.ts'
import '../ui/line-list.css'

/** One side is known from the page; the other is found. */
type Props = { business?: Client | undefined; person?: Client | undefined; onClose: () => void }

/** Links a person with a business where they work. */
export function LinkPersonSheet({ business, person, onClose }: Props) {
  const navigate = useNavigate()
  const sought = business ? 'person' : 'business'
  const [found, setFound] = useState<Client>()
  const [job_title, setJobTitle] = useState('')
  const [is_main, setMain] = useState(false)
  const box = useRef<HTMLInputElement>(null)
  const ids = { person_id: (person ?? found)?.id ?? '', business_id: (business ?? found)?.id ?? '' }
  const { link, problems, attempt, saving } = useLinking({ ...ids, job_title, is_main }, () => {
    toast(`Linked ${found?.name} with ${(business ?? person)?.name}`)
    onClose()
  })
  useEffect(() => box.current?.focus(), [])
  const wrong = problems.find(({ field }) => field === `${sought}_id`)?.sentence
  const register = () =>
    void navigate({
      to: sought === 'person' ? '/people/new' : '/businesses/new',
      state: { typed: box.current?.value, works_at: business },
    })

  return (
    <Sheet
      title={business ? 'Add a person' : 'Add a business'}
      open
      onClose={onClose}
      foot={
        <>
          <Button look="filled" icon="check" busy={saving ? 'Saving' : undefined} onClick={() => void link()}>
            Link
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <ErrorSummary problems={problems} attempt={attempt} />
      <Finder
        ref={box}
        id={`${sought}_id`}
        label={business ? 'Person' : 'Business'}
        hint={business ? `Who works at ${business.name}` : `Where ${person?.name} works`}
        placeholder="Name, phone, e-mail"
        search={(text) => findClients(text, { kinds: [sought] })}
        nothing="No match: register them below"
        error={found ? undefined : wrong}
        onChoose={(option) => setFound(option?.client)}
      />
      <p>
        Not on record?{' '}
        <button type="button" className="link-button" onClick={register}>
          Register a new {sought}
        </button>
      </p>
      <TextField
        id="job_title"
        label="Job title"
        optional
        value={job_title}
        onChange={({ target }) => setJobTitle(target.value)}
      />
      <Checkbox checked={is_main} onChange={({ target }) => setMain(target.checked)}>
        {business ? 'The main contact' : 'They are its main contact'}
      </Checkbox>
    </Sheet>
  )
}

type Linking = { person_id: string; business_id: string; job_title: string; is_main: boolean }

function useLinking(filled: Linking, onDone: () => void) {
  const [ids] = useState(() => ({ request_id: newId(), id: newId() }))
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [attempt, setAttempt] = useState(0)
  const linking = useMutation(trpc.people.link.mutationOptions())

  async function link() {
    setAttempt((count) => count + 1)
    const read = LinkPerson.safeParse({ ...ids, ...filled })
    if (!read.success)
      return setProblems(read.error.issues.map(({ path, message }) => ({ field: path.join('.'), sentence: message })))
    try {
      await linking.mutateAsync({ ...ids, ...filled })
      await refreshClients()
      onDone()
    } catch (error) {
      setProblems(problemsOf(error))
    }
  }

  return { link, problems, attempt, saving: linking.isPending }
}
