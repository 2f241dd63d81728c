import { InvitePerson } from '@hubline/domain/staff/invite.ts'
import { STAFF_ROLES, ROLE_NAMES, type StaffRole } from '@hubline/domain/staff/permissions.ts'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useId, useState } from 'react'
import { trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { Button } from '../ui/button.tsx'
import { Sheet } from '../ui/dialog.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import { useRecordForm } from '../ui/use-record-form.ts'
import { InvitationLink } from './invitation-link.tsx'
import { refreshStaff } from './staff-words.ts'

const Fields = InvitePerson.omit({ request_id: true })
const CHOICES = STAFF_ROLES.map((value) => ({ value, words: ROLE_NAMES[value] }))

/** Invites a person: their link goes by mail, or is shown here once to be handed on. */
export function InviteSheet({ onClose }: { onClose: () => void }) {
  const formId = useId()
  const [request_id] = useState(newId)
  const [invited, setInvited] = useState<{ name: string; link: string }>()
  const inviting = useMutation(trpc.staff.invite.mutationOptions())
  const form = useRecordForm(Fields, { email: '', name: '', role: '' as StaffRole })
  useEffect(() => document.getElementById('name')?.focus(), [])

  const save = form.onSubmit(async ({ name, email, role }) => {
    const { link } = await inviting.mutateAsync({ request_id, name, email, role })
    await refreshStaff()
    if (link) return setInvited({ name, link })
    toast(`The invitation goes to ${email} by mail`)
    onClose()
  })

  if (invited)
    return (
      <Sheet
        title={`${invited.name} is invited`}
        open
        onClose={onClose}
        foot={<Button onClick={onClose}>Close</Button>}
      >
        <InvitationLink {...invited} />
      </Sheet>
    )
  return (
    <Sheet
      title="Invite a person"
      open
      onClose={onClose}
      foot={
        <>
          <Button look="filled" icon="check" type="submit" form={formId} busy={form.saving ? 'Inviting' : undefined}>
            Invite
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <form id={formId} noValidate className="stack" onSubmit={(event) => void save(event)}>
        <ErrorSummary problems={form.problems} attempt={form.attempt} />
        <TextField label="Name" autoComplete="off" {...form.register('name')} />
        <TextField label="E-mail" type="email" autoComplete="off" {...form.register('email')} />
        <SelectField
          label="Role"
          hint="Managers also hand over cases and void records. Admins also look after people and mail."
          none="Choose a role"
          choices={CHOICES}
          {...form.register('role')}
        />
      </form>
    </Sheet>
  )
}
