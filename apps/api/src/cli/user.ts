import { inHub } from '@hubline/db/connection.ts'
import { Problem } from '@hubline/domain/problem.ts'
import type { Role } from '@hubline/domain/staff/permissions.ts'
import { InvitePerson } from '@hubline/domain/staff/invite.ts'
import { addressOf, readSettings } from '../settings.ts'
import { inviteAdviser } from '../staff/invite-adviser.ts'
import { hubCalled, say, withDatabase } from './outside.ts'

const Invitation = InvitePerson.pick({ email: true, name: true, role: true })

export type AddUserOptions = { hub: string; role: Role; name?: string; json?: true }

/** `hub user add`: invites a person, by mail where a mail server is set; else prints the link, which is shown this once. */
export function addUserCommand(email: string, { hub: slug, role, name, json }: AddUserOptions): Promise<boolean> {
  const read = Invitation.safeParse({ email, name: name ?? email.split('@')[0], role })
  if (!read.success) throw new Problem('invalid', read.error.issues.map(({ message }) => message).join('\n'))
  const settings = readSettings(process.env)
  const [public_url, sends_mail] = [addressOf(settings), settings.smtp_url !== undefined]
  return withDatabase(async (database) => {
    const hub = await hubCalled(database, slug)
    const { link } = await inHub(database.db, { hub_id: hub.id }, (tx) =>
      inviteAdviser(tx, { ...read.data, hub_id: hub.id, public_url, sends_mail }),
    )
    if (json)
      say(JSON.stringify({ email: read.data.email, role, ...(link === undefined ? { by_mail: true } : { link }) }))
    else say(link ?? `The invitation goes to ${read.data.email} by mail as soon as Hubline runs`)
    return true
  })
}
