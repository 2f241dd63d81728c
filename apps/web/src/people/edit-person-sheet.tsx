import { districtsToday } from '@hubline/domain/businesses/districts.ts'
import { type Day, parseIsoDay } from '@hubline/domain/day.ts'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useId, useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { changedFacts } from '../businesses/changed-facts.ts'
import { ChangedMeanwhile } from '../businesses/changed-meanwhile.tsx'
import { choicesOf } from '../cases/case-words.ts'
import { newId } from '../new-id.ts'
import { problemOf } from '../problem.ts'
import { useMe } from '../staff/me.ts'
import { Button } from '../ui/button.tsx'
import { DateField } from '../ui/date-field.tsx'
import { Sheet } from '../ui/dialog.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import { useFormDraft } from '../ui/use-form-draft.tsx'
import { useRecordForm } from '../ui/use-record-form.ts'
import type { PersonField } from './person-facts.tsx'
import { filledFrom, MAILINGS_NAMES, PersonForm, type PersonRead } from './person-form.ts'
import type { PersonShown } from './person-shown.ts'
import { refreshClients } from './refresh-clients.ts'

type Props = {
  person: PersonShown
  /** The box that takes the focus. */ first: PersonField
  today: Day
  onClose: () => void
}

const DISTRICTS = districtsToday().map(({ code, name }) => ({ value: code, words: name }))

/** Changes the facts about a person; only what was changed is sent. */
export function EditPersonSheet({ person, first, today, onClose }: Props) {
  const formId = useId()
  const [was] = useState(person)
  const { save, newest } = useChange(was)
  const form = useRecordForm(PersonForm, filledFrom(was))
  const draft = useFormDraft({
    name: `edit:person:${was.reference}:${useMe().adviser_id}`,
    filled: form.watch(),
    put: (filled) => form.reset(filled),
    onClose,
  })
  const { register } = form
  useEffect(() => document.getElementById(first)?.focus(), [first])
  return (
    <Sheet
      title="Edit details"
      open
      onClose={draft.close}
      foot={
        <>
          <Button look="filled" icon="check" type="submit" form={formId} busy={form.saving ? 'Saving' : undefined}>
            Save
          </Button>
          <Button onClick={draft.cancel}>Cancel</Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        className="stack"
        onSubmit={(event) =>
          void form.onSubmit(async (read) => {
            await save(read)
            await draft.forget()
            onClose()
          })(event)
        }
      >
        {draft.offer}
        <ErrorSummary problems={form.problems} attempt={form.attempt} />
        {newest && <ChangedMeanwhile was={filledFrom(was)} now={filledFrom(newest)} />}
        <TextField label="First name" {...register('given_name')} />
        <TextField label="Last name" {...register('family_name')} />
        <TextField label="Phone" optional type="tel" {...register('phone')} />
        <TextField label="E-mail" optional type="email" {...register('email')} />
        <TextField label="Postcode" optional short {...register('postcode')} />
        <SelectField
          label="District"
          optional
          hint="Left open, it follows from the postcode"
          none="By postcode"
          choices={DISTRICTS}
          {...register('district_code')}
        />
        <DateField
          id="trading_since"
          label="Trading since"
          optional
          today={today}
          value={parseIsoDay(form.watch('trading_since') ?? '')}
          error={form.errorOf('trading_since')}
          onChange={(day, text) => form.setValue('trading_since', day ?? text)}
        />
        <SelectField
          label="Offers by e-mail"
          optional
          hint="Whoever wants none is never written to; sole traders and partnerships only once they agreed"
          none="Not asked"
          choices={choicesOf(MAILINGS_NAMES)}
          {...register('mailings')}
        />
      </form>
    </Sheet>
  )
}

function useChange(was: PersonShown) {
  const [newest, setNewest] = useState<PersonShown>()
  const [request_id] = useState(newId)
  const change = useMutation(trpc.people.change.mutationOptions())

  async function save(read: PersonRead) {
    const changes = changedFacts(read, was)
    if (Object.keys(changes).length > 0) {
      try {
        await change.mutateAsync({ request_id, id: was.id, version: newest?.version ?? was.version, ...changes })
      } catch (error) {
        if (problemOf(error).code === 'stale') setNewest(await fetchNewest(was.reference))
        throw error
      }
      await refreshClients()
      toast(`Saved the details of ${read.given_name} ${read.family_name}`)
    }
  }

  return { save, newest }
}

async function fetchNewest(reference: string): Promise<PersonShown> {
  const page = await queryClient.fetchQuery(trpc.people.page.queryOptions({ reference }, { staleTime: 0 }))
  return page.person
}
