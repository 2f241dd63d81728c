import { type Making, type YearInMaking, referenceOf } from './making.ts'
import { someWorkingDay } from './working-days.ts'

/** Clients that partners helped, by name, in a year; and the numbers that they give without names. */
export function addPartnerReturns(making: Making, year: YearInMaking): void {
  const { chance, setting } = making
  const partners = setting.partners.filter(({ kind }) => kind !== 'council').slice(0, 6)
  for (const business of chance.some(year.served, Math.max(2, Math.round(year.served.length * 0.045))))
    making.add('partner_support', {
      organisation_reference: chance.one(partners).reference,
      business_reference: business.reference,
      supported_on: someWorkingDay(chance, business.since > year.from ? business.since : year.from, year.to),
      minutes: chance.one(['', '30', '60', '60', '120', '240']),
      evidence_level: chance.weighted([
        ['', 3],
        ['self_declared', 3],
        ['documented', 3],
        ['none', 0.3],
      ]),
    })
  const totals = [
    ['lep.businesses_supported', 0.05, 'Callers to the helpline, no names taken'],
    ['lep.individuals_upskilled', 0.04, 'Short online courses, numbers only'],
    ['local.event_businesses', 0.02, 'Breakfast meetings, head count at the door'],
  ] as const
  totals.forEach(([indicator_key, share, note], at) => {
    const partner = partners[at % partners.length]
    if (partner)
      making.add('partner_totals', {
        reference: referenceOf(making, 'PT'),
        organisation_reference: partner.reference,
        year: year.plan.year,
        indicator_key,
        value: String(Math.max(1, Math.round(year.plan.supported * share + chance.between(0, 9)))),
        note,
      })
  })
}
