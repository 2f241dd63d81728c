import type { Made, TestHub } from './hub.ts'

/** A business with one of everything, and another that was merged into it. */
export async function aBusyBusiness(hub: TestHub): Promise<{ business: Made; merged: Made; person: Made }> {
  const business = await hub.aBusiness()
  const merged = await hub.aBusiness({ name: 'Amberwood Bakers', merged_into_id: business.id })
  const person = await hub.aPerson()
  const other = await hub.aPerson({ given_name: 'Dev', family_name: 'Smith' })
  await withWork(hub, business, merged, person)
  await withProgrammes(hub, business, person, other)
  return { business, merged, person }
}

async function withWork(hub: TestHub, business: Made, merged: Made, person: Made): Promise<void> {
  const { hub_id } = hub
  const adviser_id = hub.advisers.adviser
  const business_id = business.id
  await hub.inside(async (tx) => {
    await tx
      .insertInto('business_role')
      .values({ hub_id, reference: 'BR-1', business_id, person_id: person.id, job_title: 'Owner', is_main: true })
      .execute()
    await tx
      .insertInto('case')
      .values({
        hub_id,
        reference: 'C-1',
        business_id,
        kind: 'growth',
        opened_on: '2021-12-01',
        status: 'closed',
        closed_on: '2022-02-01',
        close_reason: 'goals_met',
      })
      .execute()
    await tx
      .insertInto('enquiry')
      .values({
        hub_id,
        reference: 'E-1',
        business_id,
        received_on: '2021-11-01',
        status: 'answered',
        subject: 'Premises',
      })
      .execute()
    await tx
      .insertInto('interaction')
      .values([
        {
          hub_id,
          reference: 'I-1',
          business_id,
          person_id: person.id,
          kind: 'advice_session',
          channel: 'video',
          occurred_on: '2022-01-20',
          minutes: 60,
          adviser_id,
          subject: 'Plan',
          notes: 'Talked about growth',
        },
        {
          hub_id,
          reference: 'I-2',
          business_id,
          kind: 'admin_note',
          channel: 'telephone',
          occurred_on: '2022-01-15',
          minutes: 30,
        },
        {
          hub_id,
          reference: 'I-3',
          business_id: merged.id,
          kind: 'mentoring',
          channel: 'telephone',
          occurred_on: '2021-06-01',
          minutes: 45,
        },
        {
          hub_id,
          reference: 'I-4',
          business_id,
          kind: 'mentoring',
          channel: 'telephone',
          occurred_on: '2022-02-28',
          minutes: 500,
          voided_at: new Date(),
          void_reason: 'Entered twice',
        },
      ])
      .execute()
    await tx
      .insertInto('diagnostic')
      .values({ hub_id, reference: 'D-1', business_id, completed_on: '2022-02-05' })
      .execute()
    const organisation = await tx
      .insertInto('organisation')
      .values({ hub_id, reference: 'ORG-1', name: 'The Chamber', kind: 'chamber' })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('referral')
      .values({
        hub_id,
        reference: 'R-1',
        business_id,
        organisation_id: organisation.id,
        category: 'finance',
        status: 'made',
        consent_on: '2022-02-10',
        made_on: '2022-02-10',
      })
      .execute()
    await tx
      .insertInto('partner_support')
      .values({
        hub_id,
        reference: 'PS-1',
        business_id,
        organisation_id: organisation.id,
        supported_on: '2022-03-20',
        minutes: 40,
      })
      .execute()
  })
}

async function withProgrammes(hub: TestHub, business: Made, person: Made, other: Made): Promise<void> {
  const { hub_id } = hub
  const business_id = business.id
  await hub.inside(async (tx) => {
    await tx
      .insertInto('skills_review')
      .values({
        hub_id,
        reference: 'SR-1',
        business_id,
        status: 'held',
        offered_on: '2022-02-01',
        held_on: '2022-02-15',
      })
      .execute()
    const course = await tx
      .insertInto('course')
      .values({ hub_id, reference: 'CR-1', title: 'Bookkeeping' })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('participation')
      .values({
        hub_id,
        reference: 'T-1',
        person_id: person.id,
        business_id,
        course_id: course.id,
        status: 'started',
        qualifying_start_on: '2022-02-20',
      })
      .execute()
    const event = await tx
      .insertInto('event')
      .values({
        hub_id,
        reference: 'EV-1',
        title: 'Selling abroad',
        held_on: '2022-03-01',
        minutes: 90,
        status: 'delivered',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('attendance')
      .values([
        { hub_id, reference: 'AT-1', event_id: event.id, business_id, person_id: person.id, status: 'attended' },
        { hub_id, reference: 'AT-2', event_id: event.id, business_id, person_id: other.id, status: 'attended' },
      ])
      .execute()
    await tx
      .insertInto('grant_award')
      .values({
        hub_id,
        reference: 'GR-1',
        business_id,
        scheme: 'Growth grants',
        regime: 'mfa',
        amount_pence: 500_000,
        accepted_on: '2022-03-05',
        status: 'offer_accepted',
      })
      .execute()
    await tx
      .insertInto('outcome')
      .values({
        hub_id,
        reference: 'O-1',
        business_id,
        kind: 'job_created',
        state: 'claimed',
        occurred_on: '2022-03-10',
        hours_per_week: '37.5',
      })
      .execute()
    const survey = await tx
      .insertInto('survey')
      .values({ hub_id, reference: 'SV-1', family: 'sitrep', title: 'Spring survey', fieldwork_from: '2022-03-01' })
      .returning('id')
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('survey_response')
      .values({
        hub_id,
        reference: 'SVR-1',
        survey_id: survey.id,
        business_id,
        submitted_on: '2022-03-15',
        valid: true,
      })
      .execute()
  })
}
