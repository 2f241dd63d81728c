import { MatchRequest } from '@hubline/domain/calendar/match-request.ts'
import { addBusiness, addPerson, linkTheTwo } from '../events/added-clients.ts'
import { mustBeClients } from '../records/must-be-clients.ts'
import { writes } from '../trpc.ts'
import { settleRequest } from './settle-request.ts'

/** Says whose booking it is: of a business and a person on record, or of ones that are added in the same go. */
export const matchRequest = writes('review:book')
  .input(MatchRequest)
  .mutation(async ({ ctx: { db, actor, now, today }, input }) => {
    const { hub_id, adviser_id: by } = actor
    const { id, business, person } = input
    const business_id = 'id' in business ? business.id : await addBusiness(db, actor, business)
    const person_id = 'id' in person ? person.id : await addPerson(db, actor, person)
    await mustBeClients(db, hub_id, { person_id, business_id })
    await linkTheTwo(db, actor, { person_id, business_id })
    const review_id = await settleRequest(db, { hub_id, id, business_id, by, now, today })
    return { review_id, business_id, person_id }
  })
