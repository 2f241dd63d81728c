import { BUNDLE } from '@hubline/domain/imports/bundle.ts'
import { expect, test } from 'vitest'
import { aHub } from '../../given/hub.ts'
import { importInto } from './folder.ts'
import { type Cells, type FileName, likeTheGood, wholeBundle } from './whole-bundle.ts'

/** The closed lists as the contract of the bundle writes them. */
const LISTS: readonly [file: FileName, column: string, words: string][] = [
  [
    'organisations.csv',
    'kind',
    'council, combined_authority, chamber, university, college, training_provider, national_agency, bank_or_fund, charity, school, other',
  ],
  ['advisers.csv', 'role', 'adviser, skills_broker, manager, admin'],
  [
    'businesses.csv',
    'legal_form',
    'limited_company, plc, llp, sole_trader, partnership, cic, charity, cio, registered_society, public_body, education, overseas, unknown',
  ],
  ['businesses.csv', 'trading_status', 'pre_trading, trading, dormant, in_difficulty, insolvent, ceased'],
  ['cases.csv', 'kind', 'start_up, growth, scale_up, in_difficulty, inward_investment, skills, grant_only'],
  ['cases.csv', 'status', 'open, diagnosed, plan_agreed, in_delivery, dormant, closed'],
  [
    'enquiries.csv',
    'status',
    'new, assigned, in_triage, answered, signposted, case_opened, referred, not_eligible, no_response, duplicate, spam',
  ],
  [
    'interactions.csv',
    'kind',
    'advice_session, triage_call, diagnostic_meeting, account_management, mentoring, skills_review_meeting, site_visit, email_advice, admin_note, attempted_contact, intelligence',
  ],
  [
    'interactions.csv',
    'channel',
    'face_to_face, video, telephone, email_website, letter, sms_chat, social_media, at_event',
  ],
  ['interactions.csv', 'evidence_level', 'none, self_declared, documented, verified'],
  ['diagnostics.csv', 'evidence_level', 'none, self_declared, documented, verified'],
  [
    'referrals.csv',
    'status',
    'made, acknowledged, accepted, started, completed, declined_by_partner, declined_by_client, no_response, ineligible, withdrawn',
  ],
  [
    'skills_reviews.csv',
    'status',
    'offered, declined, no_response, accepted, booked, cancelled, no_show, held, report_issued, plan_agreed, uptake_recorded, closed',
  ],
  ['skills_reviews.csv', 'evidence_level', 'none, self_declared, documented, verified'],
  ['courses.csv', 'level', 'entry, 1, 2, 3, 4, 5, 6, 7, 8, unregulated'],
  ['courses.csv', 'kind', 'short_course, bootcamp, apprenticeship, regulated, other'],
  [
    'participations.csv',
    'status',
    'applied, enrolled, started, in_learning, completed, achieved, withdrawn, transferred, did_not_start',
  ],
  ['participations.csv', 'evidence_level', 'none, self_declared, documented, verified'],
  ['events.csv', 'status', 'published, delivered, cancelled'],
  ['attendances.csv', 'status', 'invited, booked, waitlist, cancelled, attended, no_show'],
  ['attendances.csv', 'evidence_level', 'none, self_declared, documented, verified'],
  ['grants.csv', 'regime', 'mfa, spei, de_minimis, small_amount, streamlined_route, not_a_subsidy'],
  [
    'grants.csv',
    'status',
    'enquiry, applied, approved, rejected, withdrawn, offer_issued, offer_accepted, in_delivery, paid, recovered',
  ],
  ['capital_milestones.csv', 'milestone', 'approved, contracted, start_on_site, practical_completion, operational'],
  ['capital_funding.csv', 'source', 'lep, public, private'],
  ['capital_funding.csv', 'state', 'forecast, contracted, defrayed'],
  [
    'outcomes.csv',
    'kind',
    'job_created, job_safeguarded, construction_job, investment_private, investment_public, business_started, new_product_to_firm, new_product_to_market, qualification_gained, employment_entered, other',
  ],
  ['outcomes.csv', 'state', 'forecast, contracted, claimed, evidenced, verified, rejected, withdrawn'],
  ['outcomes.csv', 'evidence_level', 'none, self_declared, documented, verified'],
  ['surveys.csv', 'family', 'sitrep, skills_for_growth, satisfaction, follow_up'],
  ['partner_support.csv', 'evidence_level', 'none, self_declared, documented, verified'],
]

test('these are all the closed lists there are', () => {
  const described = BUNDLE.flatMap(({ file, columns }) =>
    Object.entries(columns).flatMap(([column, { type }]) => (type.is === 'one_of' ? [`${file} ${column}`] : [])),
  )
  expect(LISTS.map(([file, column]) => `${file} ${column}`).toSorted()).toEqual(described.toSorted())
})

test('every word of every closed list is taken, and any other is refused with the words to choose from', async () => {
  const hub = await aHub()
  const good: Partial<Record<FileName, Cells[]>> = {}
  const wrong: Partial<Record<FileName, Cells[]>> = {}
  const refusals: { file: string; column: string; found: string; problem: string }[] = []
  for (const [file, column, words] of LISTS) {
    for (const word of words.split(', '))
      (good[file] ??= []).push(likeTheGood(file, { [column]: word }, (good[file]?.length ?? 0) + 100))
    ;(wrong[file] ??= []).push(likeTheGood(file, { [column]: 'Unheard of' }, (wrong[file]?.length ?? 0) + 100))
    refusals.push({ file, column, found: 'Unheard of', problem: `Choose one of ${words}` })
  }

  expect((await importInto(hub, wholeBundle(good))).rejected).toEqual([])

  const told = await importInto(await aHub(), wholeBundle(wrong))
  expect(told.accepted).toBe(false)
  expect(told.rejected.map(({ line: _, ...rest }) => rest)).toEqual(expect.arrayContaining(refusals))
  expect(told.rejected).toHaveLength(LISTS.length)
})
