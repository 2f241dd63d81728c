import { type FrontDoor, hubsOf } from './front-door.ts'
import { hashOfPassword } from './passwords.ts'

/** Known to everyone: accounts with it are made only in hubs that are demonstrations. */
export const DEMONSTRATION_PASSWORD = 'demonstration-2122'

/** The people of a demonstration by whom visitors try it: one for each role. */
const NAMES = ['adviser', 'broker', 'manager', 'admin']

type Person = { hub_id: string; adviser_id: string; email: string; role: string; slug: string }

/** Those who can sign in to the demonstration, by hub and then in the order of the roles. */
export function demonstrationPeople(door: FrontDoor): Promise<Person[]> {
  return door
    .selectFrom('adviser')
    .innerJoin('auth.hub as directory', 'directory.id', 'adviser.hub_id')
    .select((eb) => [
      'adviser.hub_id',
      'adviser.id as adviser_id',
      eb.fn<string>('lower', ['adviser.email']).as('email'),
      'adviser.role',
      'directory.slug',
    ])
    .where('directory.is_demonstration', '=', true)
    .where('adviser.is_active', '=', true)
    .orderBy('directory.slug')
    .orderBy('adviser.email')
    .execute()
    .then((people) =>
      people
        .filter(({ email, slug }) => NAMES.some((name) => email === `${name}@${slug}.example`))
        .toSorted((one, other) => one.slug.localeCompare(other.slug) || place(one) - place(other)),
    )
}

const place = ({ email }: { email: string }) => NAMES.indexOf(email.split('@')[0] ?? '')

/** Lets the people of the demonstration hubs sign in with the known password; those who can already are left alone. */
export async function makeDemonstrationAccounts(door: FrontDoor): Promise<void> {
  for (const { hub_id, adviser_id, email } of await demonstrationPeople(door)) {
    const there = await door.selectFrom('auth.account').select('id').where('email', '=', email).executeTakeFirst()
    if (there && (await hubsOf(door, there.id)).length > 0) continue
    const password_hash = await hashOfPassword(DEMONSTRATION_PASSWORD)
    await door.transaction().execute(async (tx) => {
      const { id } = await tx
        .insertInto('auth.account')
        .values({ email, password_hash })
        .onConflict((conflict) => conflict.column('email').doUpdateSet({ password_hash }))
        .returning('id')
        .executeTakeFirstOrThrow()
      await tx
        .insertInto('auth.membership')
        .values({ account_id: id, hub_id, adviser_id })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    })
  }
}
