import { AskBrokersTimes, BOOKING_CONSENT } from '@hubline/domain/calendar/book-with-broker.ts'
import { readsByLink } from '../by-link.ts'
import { brokerByLink } from './broker-by-link.ts'
import { timesToChoose } from './times-to-choose.ts'

/** What a broker's page shows: who it is, and the times that are free. Nothing of anybody who has one. */
export const brokersTimes = readsByLink('book_broker')
  .input(AskBrokersTimes)
  .query(async ({ ctx: { db, link, now, today }, input: { place } }) => {
    const { hub_id } = link
    const broker = await brokerByLink(db, link)
    const hub = await db
      .selectFrom('hub')
      .select('name')
      .where('hub_id', '=', hub_id)
      .where('id', '=', hub_id)
      .executeTakeFirstOrThrow()
    const minutes = broker.review_minutes
    return {
      hub: hub.name,
      broker: broker.name,
      minutes,
      consent: BOOKING_CONSENT,
      times: await timesToChoose(db, { hub_id, brokers: [broker], minutes, place, now, today }),
    }
  })
