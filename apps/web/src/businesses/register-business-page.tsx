import { RegisterBusiness } from '@hubline/domain/businesses/register-business.ts'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { z } from 'zod'
import { trpc } from '../api.ts'
import { choicesOf } from '../cases/case-words.ts'
import { newId } from '../new-id.ts'
import { refreshClients } from '../people/refresh-clients.ts'
import { useLog } from '../shell/log.tsx'
import { Page } from '../shell/page.tsx'
import { useMe } from '../staff/me.ts'
import { Button } from '../ui/button.tsx'
import { DraftOffer } from '../ui/draft-offer.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import { useTypedBefore } from '../ui/typed-before.ts'
import { useDraft } from '../ui/use-draft.ts'
import { useRecordForm } from '../ui/use-record-form.ts'
import { useSettled } from '../ui/use-settled.ts'
import { LEGAL_FORM_NAMES } from './business-words.ts'
import { type Candidate, PossibleDuplicates } from './possible-duplicates.tsx'
import { prefillFrom } from './prefill.ts'

const FewFacts = RegisterBusiness.pick({
  name: true,
  legal_form: true,
  company_number: true,
  postcode: true,
  town: true,
  phone: true,
  email: true,
})
type Filled = Partial<z.input<typeof FewFacts>>

const worthKeeping = ({ name }: Filled) => Boolean(name?.trim())

/** Takes in a business that the hub has not met: few facts, and whom it may be already. */
export function RegisterBusinessPage() {
  const { typed } = useTypedBefore()
  const [start] = useState(() => ({
    name: '',
    company_number: '',
    postcode: '',
    town: '',
    phone: '',
    email: '',
    ...prefillFrom(typed),
  }))
  const form = useRecordForm(FewFacts, start)
  const filled = form.watch()
  const [different, setDifferent] = useState<readonly Candidate[]>([])
  const candidates = useCandidates(filled)
  const draft = useDraft<Filled>(`register:business:${useMe().adviser_id}`, filled, worthKeeping)
  const save = useRegistering(different, draft.forget)
  const thenLog = useRef(false)
  const { register } = form

  function keepDraft() {
    if (draft.found) form.reset(draft.found.value)
    draft.settle()
  }

  return (
    <Page title="Register a business">
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
          <TextField label="Name" autoFocus autoComplete="off" {...register('name')} />
          <SelectField
            label="Legal form"
            none="Choose one"
            choices={choicesOf(LEGAL_FORM_NAMES)}
            {...register('legal_form')}
          />
          <div className="register-pair">
            <TextField label="Company number" optional short autoComplete="off" {...register('company_number')} />
            <TextField label="Postcode" optional short autoComplete="off" {...register('postcode')} />
            <TextField label="Phone" optional type="tel" autoComplete="off" {...register('phone')} />
            <TextField label="E-mail" optional type="email" autoComplete="off" {...register('email')} />
          </div>
          <TextField label="Town" optional autoComplete="off" {...register('town')} />
        </div>
        <PossibleDuplicates kind="business" candidates={candidates} different={different} onDifferent={setDifferent} />
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

function useCandidates({ name = '', company_number, postcode, phone, email }: Filled): readonly Candidate[] {
  const described = useSettled({ name, company_number, postcode, phone, email })
  const told =
    described.name.trim().length > 2 ||
    Boolean(described.company_number || described.postcode || described.phone || described.email)
  const asked = trpc.businesses.possibleDuplicates.queryOptions(described, { enabled: told })
  const { data } = useQuery({ ...asked, placeholderData: keepPreviousData })
  return told ? (data?.candidates ?? []) : []
}

function useRegistering(different: readonly Candidate[], forgetDraft: () => Promise<void>) {
  const navigate = useNavigate()
  const { log } = useLog()
  const [ids] = useState(() => ({ request_id: newId(), id: newId() }))
  const registering = useMutation(trpc.businesses.register.mutationOptions())

  return async (read: FewFactsRead, thenLog: boolean) => {
    const { id, reference } = await registering.mutateAsync({
      ...read,
      ...ids,
      although_similar_to: different.map((one) => one.id),
    })
    await forgetDraft()
    await refreshClients()
    await navigate({ to: '/b/$reference', params: { reference } })
    toast(`Registered ${read.name} as ${reference}`)
    if (thenLog) log({ kind: 'business', id, reference, name: read.name })
  }
}

type FewFactsRead = ReturnType<(typeof FewFacts)['parse']>
