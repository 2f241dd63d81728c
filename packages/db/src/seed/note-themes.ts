/**
 * What advisers write, by what the client needs. `{contact}`, `{product}`, `{sum}`, `{n}`, `{month}`, `{percent}` and
 * `{partner}` are filled in.
 */
export type Theme = {
  need: string
  /** How the need is called in an enquiry's subject and a referral's category. */
  category: string
  subjects: readonly string[]
  found: readonly string[]
  advised: readonly string[]
  next: readonly string[]
}

export const MONEY_THEMES: readonly Theme[] = [
  {
    need: 'finance',
    category: 'finance and funding',
    subjects: [
      'Cash flow and working capital',
      'Funding for new kit',
      'Preparing for the bank',
      'Grant or loan for expansion',
      'Asset finance options',
    ],
    found: [
      'Wants {sum} towards {product}; bank has asked for a three-year forecast.',
      'Order book full to {month} but two customers pay at 90 days.',
      'Overdraft of {sum} up for review in {month} and {contact} is nervous about it.',
      'Quote of {sum} in hand; has saved about a third.',
      'Last accounts show {percent}% margin, down on the year, mostly materials.',
      'No management accounts, only a year-end set from the accountant.',
      'Turned down by the high-street bank in {month}: too little security.',
      'Looking to buy out a partner for {sum} without draining the business.',
    ],
    advised: [
      'Cash flow forecast reviewed line by line; VAT quarter was missing.',
      'Explained the difference between asset finance and a growth loan, with costs of each.',
      'Went through what the fund will ask for: forecast, quotes, bank statements, management accounts.',
      'Suggested invoice terms of 30 days and a polite chasing letter; sent a template.',
      'Worked up three cases (low, expected, high) so the bank can see the headroom.',
      'Talked through the grant’s rules: no spending before the offer letter.',
      'Pointed out that slow stock ties up most of the cash.',
      'Sense-checked the pricing; two lines lose money once labour is counted.',
    ],
    next: [
      'Next: introduce to {partner}.',
      'Will send the forecast template and look at it together once filled in.',
      'Next: {contact} to get a second and third quote.',
      'To meet the bank’s relationship manager together in {month}.',
      'Next: read the draft application before it goes in.',
    ],
  },
  {
    need: 'growth',
    category: 'mentoring and peer networks',
    subjects: ['Growth plan', 'Where next for the business', 'Strategy session', 'Scaling up', 'Board and owners'],
    found: [
      'Sales up {percent}% on last year and everything still goes through {contact}.',
      'Two directors, two different ideas of where this goes; neither written down.',
      'Wants to double {product} within three years but has no plan on paper.',
      'Has an approach from a competitor to buy them out; not for sale yet.',
      '{n} staff now and the first layer of managers is struggling.',
      'One customer is {percent}% of sales.',
      'Family business, son and daughter taking over in stages.',
      'Growing by word of mouth; has never costed what a new customer is worth.',
    ],
    advised: [
      'Drew up a one-page plan: three goals, who, by when.',
      'Used the diagnostic scores to rank what matters; people and finance came out weakest.',
      'Talked through holding shares and roles separately.',
      'Agreed five numbers to look at every Monday.',
      'Suggested the peer group for owners of firms with 10 to 50 staff.',
      'Challenged the {n}-site idea: fix margins at the first one first.',
      'Looked at what would happen if the largest customer left.',
      'Walked through the leadership course; 90% funded and twelve weeks.',
    ],
    next: [
      'Next: draft plan to come back from {contact} before {month}.',
      'Will join their management meeting in {month}.',
      'Next: match with a volunteer mentor from {partner}.',
      'Review against the plan in {n} weeks.',
      'Next: site visit with a specialist.',
    ],
  },
  {
    need: 'resilience',
    category: 'insolvency and business in difficulty',
    subjects: [
      'Trading difficulties',
      'Keeping going',
      'Rising costs',
      'Creditors and arrears',
      'Help after a bad quarter',
    ],
    found: [
      'Sales down {percent}% since {month}; owes about {sum} in tax.',
      'Energy bill went from manageable to {sum} a quarter.',
      'Lost the contract for {product}; {n} posts could go by {month}.',
      'Landlord pressing for arrears of {sum}.',
      'Closed for {n} weeks and has used up the reserve.',
      'Supplier moved them to pro forma and cash is tight every Friday.',
      '{contact} is exhausted and has not drawn a wage since {month}.',
      'Insurer has not paid out after the flood; stock is still in the yard.',
    ],
    advised: [
      'Drew up a 13-week cash flow; the pinch is in week {n}.',
      'Went through time-to-pay and what the tax office will want to hear.',
      'Listed every subscription and standing order; found {sum} a year to save.',
      'Explained support for rates and how to apply this week.',
      'Agreed who to pay first, and a letter for the others.',
      'Talked about short-time working and what it needs in writing.',
      'Was plain that directors must take advice if it gets worse; gave the helpline.',
      'Looked at which lines still earn their keep; {product} does.',
    ],
    next: [
      'Next: call every Friday until the end of {month}.',
      'Introduced to {partner} today.',
      'Next: {contact} to ring the tax office and report back.',
      'Will look at the cash flow again in {n} weeks.',
      'Next: three-way call with their accountant.',
    ],
  },
  {
    need: 'premises',
    category: 'premises and inward investment',
    subjects: ['Outgrown the unit', 'Looking for premises', 'Lease ending', 'Planning question', 'Second site'],
    found: [
      'Lease ends in {month}; needs about {n}00 square metres more, three-phase.',
      'Working out of two units a mile apart and losing an hour a day.',
      'Wants to stay in the district for the staff’s sake.',
      'Roof leaks over the stock; landlord slow.',
      'Has seen a unit at {sum} a year and cannot tell if it is fair.',
      'Neighbours object to early lorries.',
      'Considering buying the freehold; agent quotes {sum}.',
      'Needs food-grade space, hardly any about.',
    ],
    advised: [
      'Sent the list of vacant units; three fit on size.',
      'Explained change of use and who to ask before signing.',
      'Compared rent, rates and moving costs over five years.',
      'Suggested a break clause at year three.',
      'Talked about the enterprise zone sites and what they offer.',
      'Checked rates relief; they may be due some back.',
      'Drew the flow of work on the back of the plan; they may need less room than they think.',
      'Warned about dilapidations on the way out.',
    ],
    next: [
      'Next: viewing with {partner} in {month}.',
      'To send the heads of terms over for a look.',
      'Next: {contact} to ask the landlord for a rolling term.',
      'Will chase the planning desk for an informal view.',
      'Next: layout session at the unit.',
    ],
  },
]
