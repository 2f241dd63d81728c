import type { Theme } from './note-themes.ts'

export const PEOPLE_THEMES: readonly Theme[] = [
  {
    need: 'people', category: 'skills, training and apprenticeships',
    subjects: ['Recruitment', 'Skills in the team', 'Apprentices', 'First employee', 'Keeping good people'],
    found: [
      'Advertised {n} weeks for a skilled hand, two replies.', 'Three of the team retire within five years and nobody is learning {product}.', 'Team leaders promoted from the floor with no training.', 'Lost {n} people to the distribution centre since {month}.',
      'About to take on a first employee and worried about getting it wrong.', 'Pays into the levy and has never drawn on it.', 'Sickness at {percent}%; mostly the late shift.', 'Agency staff cost {sum} last quarter.',
    ],
    advised: [
      'Went through the job advert; it asks for things they do not need.', 'Drew a skills matrix on the wall: who can, who is learning, who could teach.', 'Explained levy transfer and the wage for the first year of an apprentice.', 'Offered a skills review; agreed to have one.',
      'Talked about exit talks and what they would learn.', 'Sent the starter pack for new employers: contract, pension, insurance.', 'Suggested a bootcamp intake in {month} as a way to meet candidates.', 'Looked at shift patterns that suit parents.',
    ],
    next: ['Next: skills broker to call this week.', 'Referred to {partner} for the training.', 'Next: {contact} to list the three hardest jobs to fill.', 'Will send funded courses for team leaders.', 'Next: open day for the college in {month}.'],
  },
  {
    need: 'net_zero', category: 'net zero and energy',
    subjects: ['Energy costs', 'Carbon reporting for a customer', 'Solar and heat', 'Waste and packaging', 'Heating and process energy'],
    found: [
      'Largest customer wants a carbon figure for {product} by {month}.', 'Energy is {percent}% of cost now.', 'Compressors run all weekend.', 'Quoted {sum} for solar; landlord has to agree.', 'Three skips a week, most of it clean cardboard.',
      'Heating is on for the whole building when half of it is empty.', 'Fixed tariff ends in {month}.', 'Fleet of {n} vans, all diesel, short rounds.',
    ],
    advised: [
      'Walked round with the meter readings; lighting and leaks first.', 'Worked out a first footprint from the bills.', 'Explained the free energy survey and the grant that can follow.', 'Looked at payback: {n} years without the grant, about half with it.',
      'Suggested running the hottest jobs together, one day a week.', 'Talked about what the customer really needs: a figure and a plan, not a certificate.', 'Went through lease cars against buying.', 'Found a local taker for the cardboard.',
    ],
    next: ['Next: energy survey by {partner}.', 'To send twelve months of half-hourly readings.', 'Next: {contact} to ask the landlord about the roof.', 'Will compare the two solar quotes.', 'Next: repeat the weekend meter check in {n} weeks.'],
  },
  {
    need: 'operations', category: 'leadership and management',
    subjects: ['Productivity on the floor', 'Late deliveries', 'Quality and scrap', 'Planning and stock', 'ISO and customer audits'],
    found: [
      'On-time delivery at {percent}%; customer has put them on notice.', 'Changing over from one job to the next takes most of a morning.', 'Stock worth {sum}, some of it years old.', 'Audit in {month} and the procedures are a binder from the last owner.',
      'Everyone busy, nobody sure with what.', 'Rework is hidden in overtime.', 'Layout grew by accident; parts travel the length of {n} bays.', 'Buys at list price from one supplier.',
    ],
    advised: [
      'Timed one order from door to door: {n} days, of which about four hours is work.', 'Started a board at the line: plan, actual, why.', 'Set a rule for reordering the top twenty parts.', 'Went through the audit list and marked what is missing.',
      'Ran a short session on changeovers; they filmed one and will do another.', 'Agreed to sell the dead stock, even at a loss.', 'Suggested a second source for the critical part.', 'Talked to the supervisors without the directors; good ideas there.',
    ],
    next: ['Next: back on the floor in {n} weeks to see the board.', 'Referred to {partner} for lean training.', 'Next: {contact} to send delivery figures weekly.', 'Will read the quality manual before {month}.', 'Next: supplier talks, want to see three quotes.'],
  },
]

export const START_UP_THEME: Theme = {
  need: 'start_up', category: 'start-up',
  subjects: ['Idea for a business', 'Starting up: first steps', 'Business plan', 'Sole trader or company', 'Test trading', 'Start-up loan'],
  found: [
    'Wants to start {idea}; has done it for friends so far.', 'Left a job in {month} and has about {sum} to put in.', 'Has a stall booked at the market for {month} to test {idea}.', 'Good product, no idea yet what to charge.',
    'Partner is unsure, so wants to see the numbers first.', 'On reduced hours and thinking of {idea}.', 'Has registered a name and a web address, nothing else.', 'Worried about tax, mostly because of what people say.', 'Has childcare until two, so mornings only to begin with.',
  ],
  advised: [
    'Went through sole trader against limited company; sole trader for now.', 'Worked out what has to be sold in a week to live on: {n} jobs.', 'Looked at three competitors together and what they charge.', 'Filled in the first page of the plan: who buys, why, how they hear of it.',
    'Explained registering for tax, and keeping receipts from day one.', 'Talked about insurance and food hygiene before the first sale.', 'Start-up loan: what it costs a month and what they ask for.', 'Suggested ten conversations with likely customers before spending anything.',
    'Set out a twelve-month cash flow; the first three months need cover.',
  ],
  next: ['Next: bring the plan back in {n} weeks.', 'Booked on the two-day start-up workshop.', 'Next: introduce to {partner}.', 'To ring after the first market day.', 'Next: look at the website draft in {month}.', 'Will send the template for the cash flow.'],
}

export const IDEAS: readonly string[] = [
  'a mobile dog-grooming round', 'a bakery from home', 'a garden design service', 'candle making', 'a coffee van', 'a mobile bar for weddings', 'bookkeeping for trades', 'a repair café that pays its way', 'upholstery and restoration',
  'a cleaning business', 'children’s drama classes', 'hand-thrown garden pots', 'a podcast studio', 'a vegan street-food stall', 'online tutoring', 'a handyman service', 'a beauty room', 'a cycling holiday company', 'a plumbing business',
  'personal training for over-sixties', 'a small-batch gin', 'an alterations shop', 'a web agency for charities', 'pre-loved children’s clothes', 'a mobile car valet', 'wedding photography', 'a counselling practice', 'a plant nursery', 'a craft café', 'joinery for boats',
]
