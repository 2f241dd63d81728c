import type { Theme } from './note-themes.ts'

export const MARKET_THEMES: readonly Theme[] = [
  {
    need: 'export', category: 'export and trade',
    subjects: ['First export order', 'Customs and commodity codes', 'Selling to Europe', 'Trade show abroad', 'Export plan'],
    found: [
      'Has an enquiry about {product} from a buyer in Rotterdam and no idea of the paperwork.', 'About {percent}% of sales abroad, nearly all through one agent.', 'Two pallets stuck at customs since {month}.',
      'Approached by a hotel group in Dubai; sample shipment only so far.', 'Web orders come in from the States but postage eats the margin.', 'Was exporting before 2021 and gave it up.',
      'Wants to exhibit in Frankfurt in {month}; stand is {sum}.', 'Unsure who pays the duty and has been burned once.',
    ],
    advised: [
      'Found the commodity codes and duty rates together.', 'Explained incoterms with their own shipment as the example.', 'Suggested starting with one market and a proper price list.', 'Looked at payment terms: part up front until they know the buyer.',
      'Sent the checklist for origin statements.', 'Went through what an agent’s agreement must say.', 'Talked about protecting the name before the show.', 'Worked out a landed price; still competitive by {percent}%.',
    ],
    next: ['Next: specialist call with {partner}.', 'Will send the guide to customs declarations.', 'Next: {contact} to get two quotes from freight forwarders.', 'To apply for a place on the trade mission in {month}.', 'Next: look at the price list in {n} weeks.'],
  },
  {
    need: 'marketing', category: 'procurement and supply chain',
    subjects: ['Finding new customers', 'Marketing plan', 'Website and search', 'Public tenders', 'Pricing and offer'],
    found: [
      'Spent {sum} on advertising last year and cannot say what it brought.', 'Website is from 2014 and does not show {product} at all.', 'Good reviews, no repeat orders.', 'Lost a council tender by {percent} points on social value.',
      'Relies on one trade counter for enquiries.', 'Has a mailing list of {n}00 and never writes to it.', 'Photographs let the range down.', 'Wants to sell to schools and the NHS.',
    ],
    advised: [
      'Described their three best customers and where more like them are.', 'Looked at the tender feedback line by line and wrote a better social value answer.', 'Set up alerts on the public contracts portal.', 'Mapped the website visit; the price list is four clicks away.',
      'Agreed a test: {sum} over eight weeks, one audience, count the calls.', 'Suggested asking ten customers why they came.', 'Talked about raising prices on {product}; they are {percent}% under the market.', 'Drafted a simple calendar for the next quarter.',
    ],
    next: ['Next: workshop on selling online.', 'To send draft web pages for comment by {month}.', 'Next: meet-the-buyer day through {partner}.', 'Will read the next bid before it goes.', 'Next: {contact} to ring lapsed customers and note the answers.'],
  },
  {
    need: 'digital', category: 'digital and technology adoption',
    subjects: ['Stock and orders system', 'Moving off spreadsheets', 'Web shop', 'Cyber basics', 'Bookings and diary'],
    found: [
      'Everything is in one spreadsheet that only {contact} understands.', 'Orders for {product} are typed three times.', 'Had a phishing scare in {month}; nobody sure who has which password.', 'Paper job cards; about {n} a week go missing.',
      'Two systems that do not speak to each other.', 'Wants online booking before the season.', 'Quote of {sum} for a system twice the size they need.', 'Till and web shop disagree about stock.',
    ],
    advised: [
      'Wrote down what the system has to do, in plain words, before anyone sells them one.', 'Compared three packages on cost over three years.', 'Went through the five cyber basics; backups were the gap.', 'Suggested a pilot on one product line.',
      'Looked at who enters what and cut two steps.', 'Explained what the voucher covers and what it does not.', 'Showed a neighbour’s set-up as an example, with their leave.', 'Talked about training time, always forgotten in the price.',
    ],
    next: ['Next: technology adviser from {partner} to visit.', 'To send the specification by {month}.', 'Next: demo with the preferred supplier.', 'Will check how the pilot is going in {n} weeks.', 'Next: {contact} to switch on two-step sign-in for all.'],
  },
  {
    need: 'innovation', category: 'innovation and R&D',
    subjects: ['R&D and new products', 'University collaboration', 'Patent or trade mark', 'Prototype', 'Innovation grant'],
    found: [
      'Has a working prototype and {sum} spent on it so far; it would stand beside {product}.', 'Has never claimed R&D relief although half of what they do is new.', 'Needs materials testing they cannot do in house.', 'A customer wants a recycled version by {month}.',
      'Idea is good but anyone could copy it.', 'Waste runs at {percent}% and nobody has looked into why.', 'Competition closes in {month}; application half written.', 'Would take a graduate if someone helped to find one.',
    ],
    advised: [
      'Explained R&D relief with two of their own projects; will send guide.', 'Described how a knowledge transfer partnership runs and who pays what.', 'Sketched the milestones and the budget for the application.', 'Advised not to show it at the fair before filing.',
      'Looked at the trial data; sample too small to claim {percent}%.', 'Suggested the university’s test lab days.', 'Talked about a letter of interest from the first customer.', 'Went through what is new, to whom, and how they can prove it.',
    ],
    next: ['Next: introduce to {partner}.', 'To read the second draft before {month}.', 'Next: visit the test lab together.', 'Will ask their accountant about the claim window.', 'Next: {contact} to write a page on what failed and why.'],
  },
]
