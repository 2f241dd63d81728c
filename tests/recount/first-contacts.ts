import type { Unit, View } from './view.ts'

const CONTACT = 'telephone helpline e-mail email email_website partner referral direct_referral'.split(' ')

/** People whose enquiry is the first that is known of them, and of the business that it names. */
export function firstContacts(view: View): Unit[] {
  const events = new Map(view.rows('events').map((event) => [event['reference'], event['held_on'] ?? '']))
  const touches = [
    ...view.rows('enquiries').map((row) => ({ row, on: row['received_on'] ?? '' })),
    ...view.rows('interactions').map((row) => ({ row, on: row['occurred_on'] ?? '' })),
    ...view.rows('attendances').flatMap((row) => {
      const on = events.get(row['event_reference'])
      return row['status'] === 'attended' && on !== undefined ? [{ row, on }] : []
    }),
  ]
  const first = new Map<string, string>()
  for (const { row, on } of touches)
    for (const client of [`p ${view.person(row['person_reference'])}`, `b ${view.business(row['business_reference'])}`])
      if (on < (first.get(client) ?? '9999')) first.set(client, on)
  const isKnown = (kind: string, client: Unit, before: string) =>
    client !== '' && (first.get(`${kind} ${client}`) ?? '9999') < before
  return view
    .rows('enquiries')
    .filter((row) => view.falls(row['received_on']) && CONTACT.includes(row['channel'] ?? ''))
    .filter((row) => row['status'] !== 'spam' && row['status'] !== 'duplicate')
    .filter(
      (row) =>
        !isKnown('p', view.person(row['person_reference']), row['received_on'] ?? '') &&
        !isKnown('b', view.business(row['business_reference']), row['received_on'] ?? ''),
    )
    .map((row) => view.person(row['person_reference']))
}
