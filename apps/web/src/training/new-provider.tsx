import { ORGANISATION_KINDS } from '@hubline/domain/partners/organisations-file.ts'
import { AddProvider } from '@hubline/domain/training/course-form.ts'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemsOf } from '../problem.ts'
import { Button } from '../ui/button.tsx'
import type { FormProblem } from '../ui/error-summary.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import '../ui/line-list.css'

type Kind = (typeof ORGANISATION_KINDS)[number]

const KINDS: readonly { value: Kind; words: string }[] = [
  { value: 'training_provider', words: 'Training provider' },
  { value: 'college', words: 'College' },
  { value: 'university', words: 'University' },
  { value: 'school', words: 'School' },
  { value: 'chamber', words: 'Chamber' },
  { value: 'council', words: 'Council' },
  { value: 'charity', words: 'Charity' },
  { value: 'other', words: 'Other' },
]

/** A provider who is not on the list is added to it without leaving the form. */
export function NewProvider({ onAdded }: { onAdded: (id: string) => void }) {
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [kind, setKind] = useState<Kind>('training_provider')
  const [ids, setIds] = useState(() => ({ request_id: newId(), id: newId() }))
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const adding = useMutation(trpc.training.addProvider.mutationOptions())

  async function add() {
    const asked = { ...ids, name, kind }
    const read = AddProvider.safeParse(asked)
    if (!read.success) return setProblems(read.error.issues.map(({ message }) => ({ sentence: message })))
    try {
      const { id } = await adding.mutateAsync(asked)
      await queryClient.invalidateQueries(trpc.training.providers.pathFilter())
      onAdded(id)
      setOpen(false)
      setName('')
      setIds({ request_id: newId(), id: newId() })
    } catch (error) {
      setProblems(problemsOf(error))
    }
  }

  if (!open)
    return (
      <button type="button" className="link-button" onClick={() => setOpen(true)}>
        Add a provider that is not on the list
      </button>
    )
  return (
    <fieldset className="stack new-provider">
      <legend className="field-label">New provider</legend>
      <TextField
        label="Name of the provider"
        autoComplete="off"
        value={name}
        error={problems[0]?.sentence}
        onChange={({ target }) => setName(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          void add()
        }}
      />
      <SelectField
        label="Kind of organisation"
        choices={KINDS}
        value={kind}
        onChange={({ target }) => setKind(target.value as Kind)}
      />
      <div className="cluster">
        <Button size="small" icon="plus" busy={adding.isPending ? 'Adding' : undefined} onClick={() => void add()}>
          Add provider
        </Button>
        <Button size="small" look="quiet" onClick={() => setOpen(false)}>
          Cancel
        </Button>
      </div>
    </fieldset>
  )
}
