import type { Tx } from '@hubline/db/connection.ts'
import { districtName } from '@hubline/domain/businesses/districts.ts'
import { DECLINE_REASON_NAMES } from '@hubline/domain/skills-reviews/decline-reasons.ts'
import { REVIEW_STATUS_NAMES } from '@hubline/domain/skills-reviews/stages.ts'
import type { RequestHandler } from 'express'
import { asPage, pageSql } from '../records/key-page.ts'
import type { CallSettings } from '../web/calls.ts'
import { csvDownload } from '../web/csv-download.ts'
import { type ReviewRow, rowsSql } from './list-reviews.ts'
import { AskReviews, type ReviewsAsked, type Scope } from './reviews-sql.ts'

/** `2026-11-25 09:30`: the Swedish way of writing is the one that sorts. */
const IN_LONDON = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/London',
  dateStyle: 'short',
  timeStyle: 'short',
})

const COLUMNS: readonly (readonly [string, (row: ReviewRow) => string | number | null])[] = [
  ['reference', ({ reference }) => reference],
  ['status', ({ status }) => REVIEW_STATUS_NAMES[status]],
  ['business_reference', ({ business }) => business.reference],
  ['business', ({ business }) => business.name],
  ['district', ({ business }) => (business.district_code === null ? null : districtName(business.district_code))],
  ['broker', ({ broker }) => broker],
  ['offered_on', ({ offered_on }) => offered_on],
  ['offer_channel', ({ offer_channel }) => offer_channel],
  ['offered_to', ({ offered_to }) => offered_to],
  ['answered_on', ({ answered_on }) => answered_on],
  ['decline_reason', ({ decline_reason }) => decline_reason && DECLINE_REASON_NAMES[decline_reason]],
  ['slot_start', ({ slot_start }) => slot_start && IN_LONDON.format(slot_start)],
  ['held_on', ({ held_on }) => held_on],
  ['plan_agreed_on', ({ plan_agreed_on }) => plan_agreed_on],
  ['uptake_on', ({ uptake_on }) => uptake_on],
  ['plan_lines', ({ lines }) => lines],
  ['lines_taken_up', ({ taken_up }) => taken_up],
]
const PAGE = 1000

/** The list of skills reviews that is on the screen. */
export const downloadReviews = (settings: CallSettings): RequestHandler =>
  csvDownload(settings, {
    asks: AskReviews,
    otherwise: 'That list does not exist: open it again from the skills reviews',
    taken: 'reviews',
    has_records: true,
    file: ({ tx, actor, now, asked }) => ({
      name: `skills reviews${asked.year ? ` ${asked.year}` : ''}`,
      header: COLUMNS.map(([name]) => name),
      rows: asLines(everyReview(tx, asked, { hub_id: actor.hub_id, now })),
    }),
  })

async function* everyReview(tx: Tx, asked: ReviewsAsked, scope: Scope): AsyncGenerator<ReviewRow> {
  let after: string | null = null
  do {
    const page: { direction: 'desc'; after: string | null; size: number } = { direction: 'desc', after, size: PAGE }
    const found = await rowsSql(asked, scope, { sort: 'offered_on', ...pageSql(page) }).execute(tx)
    const { rows, next } = asPage(found.rows, page)
    yield* rows
    after = next
  } while (after !== null)
}

async function* asLines(rows: AsyncIterable<ReviewRow>): AsyncGenerator<string[]> {
  for await (const row of rows) yield COLUMNS.map(([, of]) => String(of(row) ?? ''))
}
