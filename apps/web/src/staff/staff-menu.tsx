import { ROLE_NAMES, STAFF_ROLES, type StaffRole } from '@hubline/domain/staff/permissions.ts'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { newId } from '../new-id.ts'
import { problemOf } from '../problem.ts'
import type { MenuGroup } from '../ui/menu-choices.ts'
import { Menu } from '../ui/menu.tsx'
import { toast } from '../ui/toast.tsx'
import { LetGoDialog } from './let-go-dialog.tsx'
import { NewLinkDialog } from './new-link-dialog.tsx'
import { type StaffRow, refreshStaff } from './staff-words.ts'

export type StaffMember = StaffRow & { role: StaffRole }

/** What an admin can do about one person. The only admin keeps their role and stays. */
export function StaffMenu({ person, isLastAdmin }: { person: StaffMember; isLastAdmin: boolean }) {
  const [asking, setAsking] = useState<'let go' | 'new link'>()
  const { giveRole, letBackIn } = useStaffMoves(person)
  const { name, role, is_active, has_account, invited_until } = person
  const groups: MenuGroup[] = []
  if (!is_active)
    groups.push({ items: [{ id: 'back', words: 'Let back in', icon: 'back', run: () => void letBackIn() }] })
  if (is_active && !has_account)
    groups.push({
      items: [
        {
          id: 'link',
          words: invited_until ? 'Send a new invitation' : 'Invite to sign in',
          icon: 'mail',
          run: () => setAsking('new link'),
        },
      ],
    })
  if (is_active && !isLastAdmin) {
    groups.push({
      title: 'Role',
      items: STAFF_ROLES.map((id) => ({
        id,
        words: ROLE_NAMES[id],
        chosen: id === role,
        run: () => id !== role && void giveRole(id),
      })),
    })
    groups.push({
      items: [{ id: 'go', words: 'Let go', icon: 'leave', tone: 'danger', run: () => setAsking('let go') }],
    })
  }
  if (groups.length === 0) return null
  return (
    <>
      <Menu label={`More for ${name}`} groups={groups} />
      {asking === 'let go' && <LetGoDialog person={person} onClose={() => setAsking(undefined)} />}
      {asking === 'new link' && <NewLinkDialog person={person} onClose={() => setAsking(undefined)} />}
    </>
  )
}

/** Done at once, with the way back offered. */
function useStaffMoves({ id, version, name, role: before }: StaffMember) {
  const changing = useMutation(trpc.staff.changeRole.mutationOptions())
  const returning = useMutation(trpc.staff.reactivate.mutationOptions())

  async function change(role: StaffRole, from: number): Promise<number | undefined> {
    try {
      const done = await changing.mutateAsync({ request_id: newId(), id, version: from, role })
      await refreshStaff()
      return done.version
    } catch (error) {
      toast(problemOf(error).sentence, { tone: 'bad' })
      await refreshStaff()
      return undefined
    }
  }

  async function giveRole(role: StaffRole): Promise<void> {
    const now = await change(role, version)
    if (now === undefined) return
    toast(`${name}: ${ROLE_NAMES[role].toLowerCase()}`, {
      action: { words: 'Undo', run: () => void change(before, now) },
    })
  }

  async function letBackIn(): Promise<void> {
    try {
      await returning.mutateAsync({ request_id: newId(), id, version })
      toast(`${name} works here again`)
    } catch (error) {
      toast(problemOf(error).sentence, { tone: 'bad' })
    }
    await refreshStaff()
  }

  return { giveRole, letBackIn }
}
