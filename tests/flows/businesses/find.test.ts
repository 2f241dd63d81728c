import { describe, expect, test } from 'vitest'
import { aRecord } from '../../given/records.ts'
import { type TestHub, aHub } from '../../given/hub.ts'

async function aKnownHub(): Promise<TestHub> {
  const hub = await aHub()
  await aRecord(hub, 'business', {
    hub_id: hub.hub_id,
    name: 'Saxonmill Energy Group Ltd',
    trading_name: 'Bright Spark',
    legal_form: 'limited_company',
    company_number: '00445566',
    charity_number: '1136419',
    town: 'Tamworth',
    postcode: 'B79 7DL',
    email: 'hello@saxonmill.example',
    phone: '+44 (0)1827 555123',
  })
  await hub.aBusiness({ name: 'Churnet Packaging Limited', company_number: '10000021' })
  await aRecord(hub, 'person', {
    hub_id: hub.hub_id,
    given_name: 'Zoë',
    family_name: 'Hughes-Hall',
    email: 'zoe@mail.example',
    phone: '07700 900123',
    postcode: 'ST5 1AA',
  })
  return hub
}

const SCRAPS: readonly [scrap: string, name: string, field: string][] = [
  ['sax', 'Saxonmill Energy Group Ltd', 'name'],
  ['SAXONMILL', 'Saxonmill Energy Group Ltd', 'name'],
  ['energy', 'Saxonmill Energy Group Ltd', 'name'],
  ['group saxon', 'Saxonmill Energy Group Ltd', 'name'],
  ['saxonmil enrgy', 'Saxonmill Energy Group Ltd', 'name'],
  ['bright spark', 'Saxonmill Energy Group Ltd', 'name'],
  ['saxonmill tamworth', 'Saxonmill Energy Group Ltd', 'name'],
  ['00445566', 'Saxonmill Energy Group Ltd', 'company number'],
  ['445566', 'Saxonmill Energy Group Ltd', 'company number'],
  ['4455', 'Saxonmill Energy Group Ltd', 'company number'],
  ['1136419', 'Saxonmill Energy Group Ltd', 'charity number'],
  ['B79 7DL', 'Saxonmill Energy Group Ltd', 'postcode'],
  ['b797dl', 'Saxonmill Energy Group Ltd', 'postcode'],
  ['B79', 'Saxonmill Energy Group Ltd', 'postcode'],
  ['hello@saxonmill.example', 'Saxonmill Energy Group Ltd', 'e-mail'],
  ['someone-else@saxonmill.example', 'Saxonmill Energy Group Ltd', 'e-mail'],
  ['01827 555123', 'Saxonmill Energy Group Ltd', 'phone'],
  ['+441827555123', 'Saxonmill Energy Group Ltd', 'phone'],
  ['01827 55', 'Saxonmill Energy Group Ltd', 'phone'],
  ['zoe', 'Zoë Hughes-Hall', 'name'],
  ['Hughes', 'Zoë Hughes-Hall', 'name'],
  ['zoe hughs', 'Zoë Hughes-Hall', 'name'],
  ['zoe@mail', 'Zoë Hughes-Hall', 'e-mail'],
  ['+44 7700 900 123', 'Zoë Hughes-Hall', 'phone'],
]

describe('a client is found', () => {
  test('by any scrap of what it is known by', async () => {
    const hub = await aKnownHub()
    const adviser = hub.as('adviser')
    for (const [text, name, field] of SCRAPS) {
      const { hits } = await adviser.find.find({ text })
      expect([text, hits[0]?.name, hits[0]?.why.field]).toEqual([text, name, field])
    }
  })

  test('by its reference, and only of the kind asked for', async () => {
    const hub = await aHub()
    const business = await hub.aBusiness({ reference: 'B-4156' })
    await hub.aPerson({ reference: 'P-4156', given_name: 'Ann', family_name: 'Amberwood' })

    expect((await hub.as('adviser').find.find({ text: 'b-4156' })).hits).toMatchObject([
      { kind: 'business', id: business.id, why: { field: 'reference' } },
    ])
    expect(
      (await hub.as('adviser').find.find({ text: 'amberwood', kinds: ['person'] })).hits.map((hit) => hit.kind),
    ).toEqual(['person'])
  })

  test('with the day of its last contact, its state and where a person works', async () => {
    const hub = await aHub()
    const business = await hub.aBusiness()
    const person = await hub.aPerson()
    await aRecord(hub, 'business_role', { hub_id: hub.hub_id, business_id: business.id, person_id: person.id })
    await aRecord(hub, 'interaction', {
      hub_id: hub.hub_id,
      business_id: business.id,
      kind: 'mentoring',
      channel: 'video',
      occurred_on: '2020-05-05',
      minutes: 30,
    })

    const [found] = (await hub.as('adviser').find.find({ text: 'amberwood' })).hits
    const [met] = (await hub.as('adviser').find.find({ text: 'nadia' })).hits

    expect(found).toMatchObject({
      last_contact_on: '2020-05-05',
      relationship_state: 'lapsed',
      district_code: 'E07000197',
      merged_into: null,
    })
    expect(met).toMatchObject({ business: 'Amberwood Bakery Ltd', relationship_state: 'new' })
  })

  test('as a signpost where it was merged, and not at all where it was voided', async () => {
    const hub = await aHub()
    const survivor = await hub.aBusiness({ name: 'Trentham Tiles Ltd' })
    await hub.aBusiness({ name: 'Old Kiln Works', merged_into_id: survivor.id })
    await aRecord(hub, 'business', {
      hub_id: hub.hub_id,
      name: 'Old Kiln Mistake',
      legal_form: 'unknown',
      voided_at: new Date(),
      void_reason: 'Entered twice',
    })

    const { hits } = await hub.as('adviser').find.find({ text: 'old kiln' })

    expect(hits).toMatchObject([
      { name: 'Old Kiln Works', merged_into: { reference: survivor.reference, name: 'Trentham Tiles Ltd' } },
    ])
  })
})

test('the other hub finds nothing of ours, whatever it types', async () => {
  await aKnownHub()
  const stranger = (await aHub()).as('admin')
  for (const [text] of SCRAPS) expect([text, (await stranger.find.find({ text })).hits]).toEqual([text, []])
})

test('signs with a meaning in patterns stand for themselves', async () => {
  const hub = await aKnownHub()
  for (const text of ['%', '_', '%%%', '\\', "'; drop table app.business; --", '%axonmill', 'sax_nmill']) {
    const { hits } = await hub.as('adviser').find.find({ text })
    expect([text, hits.filter((hit) => text.length < 5 && hit.name)]).toEqual([text, []])
  }
})

test('someone who has not signed in cannot find anything', async () => {
  const hub = await aKnownHub()
  await hub.database.owner.query('update auth.session set ended_at = now() where hub_id = $1', [hub.hub_id])

  await expect(hub.as('adviser').find.find({ text: 'sax' })).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
})
