import { CONSENT_WORDS, Register } from '@hubline/domain/events/register.ts'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { TextArea, TextField } from '../ui/text-field.tsx'
import { useRecordForm } from '../ui/use-record-form.ts'

type Props = {
  token: string
  /** All places are taken: whoever registers waits. */
  waits: boolean
  onDone: (done: { full: boolean; ahead: number; email: string }) => void
}

/** A box that starts without a tick, and is refused in the schema's own words. */
const RegisterOutside = Register.extend({
  agrees: z.boolean().refine((agrees) => agrees, 'Tick that you agree, or we cannot keep a place for you'),
})

/** Few questions, no account. */
export function RegisterForm({ token, waits, onDone }: Props) {
  const [request_id] = useState(newId)
  const registering = useMutation(trpc.events.register.mutationOptions())
  const form = useRecordForm(RegisterOutside, {
    given_name: '',
    family_name: '',
    business_name: '',
    email: '',
    phone: '',
    access_needs: '',
    agrees: false,
    website: '',
  })
  const { register } = form
  const agrees = form.register('agrees')

  const save = form.onSubmit(async (read) => {
    const reply = await registering.mutateAsync({ ...read, agrees: true, token, request_id })
    onDone({ ...reply, email: read.email })
  })

  return (
    <form noValidate className="door-form" onSubmit={(event) => void save(event)}>
      <h2>{waits ? 'Join the waiting list' : 'Have a place'}</h2>
      <ErrorSummary problems={form.problems} attempt={form.attempt} />
      <TextField label="First name" autoComplete="given-name" {...register('given_name')} />
      <TextField label="Last name" autoComplete="family-name" {...register('family_name')} />
      <TextField
        label="Business"
        optional
        hint="Leave it blank if you come for yourself"
        autoComplete="organization"
        {...register('business_name')}
      />
      <TextField label="E-mail" type="email" autoComplete="email" {...register('email')} />
      <TextField label="Phone" optional type="tel" autoComplete="tel" {...register('phone')} />
      <TextArea
        label="What you need to take part"
        optional
        hint="Such as step-free access, an interpreter, large print"
        rows={2}
        {...register('access_needs')}
      />
      <div className="public-unseen" aria-hidden="true">
        <label>
          Website
          <input type="text" tabIndex={-1} autoComplete="off" {...unseen(register('website'))} />
        </label>
      </div>
      <div className={agrees.error ? 'field wrong' : 'field'}>
        {agrees.error && <p className="field-error">{agrees.error}</p>}
        <Checkbox {...boxOf(agrees)}>{CONSENT_WORDS}</Checkbox>
      </div>
      <Button look="filled" type="submit" busy={form.saving ? 'Sending' : undefined}>
        {waits ? 'Join the waiting list' : 'Have a place'}
      </Button>
    </form>
  )
}

type Registered = ReturnType<ReturnType<typeof useRecordForm<typeof RegisterOutside>>['register']>

const unseen = ({ error: _, id: _id, ...input }: Registered) => input
const boxOf = ({ error, ...input }: Registered) => ({ ...input, 'aria-invalid': error ? (true as const) : undefined })
