import { nameParts } from '@hubline/domain/people/name-parts.ts'
import { RegisterPerson } from '@hubline/domain/people/register-person.ts'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { z } from 'zod'
import { trpc } from '../api.ts'
import type { Client } from '../businesses/client.ts'
import { findClients } from '../businesses/find-clients.ts'
import { type Candidate, PossibleDuplicates } from '../businesses/possible-duplicates.tsx'
import { prefillFrom } from '../businesses/prefill.ts'
import { newId } from '../new-id.ts'
import { useLog } from '../shell/log.tsx'
import { Page } from '../shell/page.tsx'
import { useMe } from '../staff/me.ts'
import { Button } from '../ui/button.tsx'
import { DraftOffer } from '../ui/draft-offer.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Finder } from '../ui/finder.tsx'
import { TextField } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import { useTypedBefore } from '../ui/typed-before.ts'
import { useDraft } from '../ui/use-draft.ts'
import { useRecordForm } from '../ui/use-record-form.ts'
import { useSettled } from '../ui/use-settled.ts'
import { refreshClients } from './refresh-clients.ts'

const FewFacts = RegisterPerson.pick({ given_name: true, family_name: true, email: true, phone: true, postcode: true })
type FewFactsRead = ReturnType<(typeof FewFacts)['parse']>
type Filled = Partial<z.input<typeof FewFacts>>

const worthKeeping = ({ given_name, family_name }: Filled) => Boolean(given_name?.trim() || family_name?.trim())

function startFrom(typed: string) {
  const { name, phone, email, postcode } = prefillFrom(typed)
  return { ...nameParts(name ?? ''), phone: phone ?? '', email: email ?? '', postcode: postcode ?? '' }
}

/** Takes in a person whom the hub has not met, and where they work. */
export function RegisterPersonPage() {
  const before = useTypedBefore()
  const [start] = useState(() => startFrom(before.typed))
  const form = useRecordForm(FewFacts, start)
  const filled = form.watch()
  const [different, setDifferent] = useState<readonly Candidate[]>([])
  const [business, setBusiness] = useState<Client | undefined>(before.works_at)
  const [job_title, setJobTitle] = useState('')
  const candidates = useCandidates(filled)
  const draft = useDraft<Filled>(`register:person:${useMe().adviser_id}`, filled, worthKeeping)
  const save = useRegistering({ different, business, job_title, cameFrom: before.works_at }, draft.forget)
  const thenLog = useRef(false)
  const { register } = form

  function keepDraft() {
    if (draft.found) form.reset(draft.found.value)
    draft.settle()
  }

  return (
    <Page title="Register a person">
      <form
        noValidate
        className="register"
        onSubmit={(event) => void form.onSubmit((read) => save(read, thenLog.current))(event)}
      >
        <div className="register-head">
          {draft.found && (
            <DraftOffer saved_at={draft.found.saved_at} onKeep={keepDraft} onDiscard={() => void draft.forget()} />
          )}
          <ErrorSummary problems={form.problems} attempt={form.attempt} />
        </div>
        <div className="register-fields">
          <div className="register-pair">
            <TextField label="First name" autoFocus autoComplete="off" {...register('given_name')} />
            <TextField label="Last name" autoComplete="off" {...register('family_name')} />
            <TextField label="Phone" optional type="tel" autoComplete="off" {...register('phone')} />
            <TextField label="E-mail" optional type="email" autoComplete="off" {...register('email')} />
          </div>
          <TextField label="Postcode" optional short autoComplete="off" {...register('postcode')} />
          <Finder
            label="Works at"
            optional
            placeholder="Business name or number"
            search={(text) => findClients(text, { kinds: ['business'] })}
            nothing="No business matches"
            startsWith={business?.name}
            onChoose={(found) => setBusiness(found?.client)}
          />
          {business && (
            <TextField
              label="Job title"
              optional
              value={job_title}
              onChange={({ target }) => setJobTitle(target.value)}
            />
          )}
        </div>
        <PossibleDuplicates kind="person" candidates={candidates} different={different} onDifferent={setDifferent} />
        <div className="register-actions">
          <Button
            look="filled"
            icon="check"
            type="submit"
            busy={form.saving ? 'Registering' : undefined}
            onClick={() => void (thenLog.current = false)}
          >
            Register
          </Button>
          <Button
            type="submit"
            icon="plus"
            busy={form.saving ? 'Registering' : undefined}
            onClick={() => void (thenLog.current = true)}
          >
            Register and log
          </Button>
        </div>
      </form>
    </Page>
  )
}

function useCandidates({ given_name = '', family_name = '', phone, email, postcode }: Filled): readonly Candidate[] {
  const described = useSettled({ given_name, family_name, phone, email, postcode })
  const told = described.family_name.trim().length > 1 || Boolean(described.phone || described.email)
  const asked = trpc.people.possibleDuplicates.queryOptions(described, { enabled: told })
  const { data } = useQuery({ ...asked, placeholderData: keepPreviousData })
  return told ? (data?.candidates ?? []) : []
}

type Around = {
  different: readonly Candidate[]
  business: Client | undefined
  job_title: string
  cameFrom: Client | undefined
}

function useRegistering({ different, business, job_title, cameFrom }: Around, forgetDraft: () => Promise<void>) {
  const navigate = useNavigate()
  const { log } = useLog()
  const [ids] = useState(() => ({ request_id: newId(), id: newId() }))
  const registering = useMutation(trpc.people.register.mutationOptions())

  return async (read: FewFactsRead, thenLog: boolean) => {
    const works_at = business ? { business_id: business.id, job_title } : null
    const { id, reference } = await registering.mutateAsync({
      ...read,
      ...ids,
      works_at,
      although_similar_to: different.map((one) => one.id),
    })
    await forgetDraft()
    await refreshClients()
    const name = `${read.given_name} ${read.family_name}`
    // Whoever came from the page of a business goes back to it.
    if (cameFrom && business?.id === cameFrom.id && !thenLog)
      await navigate({ to: '/b/$reference', params: { reference: cameFrom.reference } })
    else await navigate({ to: '/p/$reference', params: { reference } })
    toast(`Registered ${name} as ${reference}`)
    if (thenLog) log({ kind: 'person', id, reference, name })
  }
}
