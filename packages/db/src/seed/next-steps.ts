import type { Making } from './making.ts'
import { filled } from './notes.ts'
import type { Theme } from './note-themes.ts'
import { LAST_DAY } from './settings.ts'
import { workingDaysAfter } from './working-days.ts'

const ANY = [
  'Ring {contact} to see how it went',
  'Check whether {partner} has been in touch',
  'Agree the action plan with {contact}',
  'Send notes of the last meeting and the plan',
  'Book the next visit',
  'Ask for the signed registration form',
  'Review progress against the plan',
  'Ask for evidence of new posts',
]

const BY_NEED: Readonly<Record<string, readonly string[]>> = {
  finance: [
    'Read the draft forecast',
    'Chase the two missing quotes',
    'Set up a meeting with the fund',
    'Check the grant claim before it goes',
  ],
  growth: [
    'Go through the one-page plan',
    'Match with a mentor',
    'Put forward for the leadership course',
    'Join the management meeting',
  ],
  resilience: [
    'Friday call about cash',
    'Ask what the tax office said',
    'Look at the 13-week cash flow again',
    'Three-way call with the accountant',
  ],
  premises: [
    'Send details of the two vacant units',
    'Viewing with the property desk',
    'Read the heads of terms',
    'Chase the planning desk',
  ],
  export: [
    'Call with the export adviser',
    'Send the customs checklist',
    'Check the freight quotes',
    'Look at the price list for Europe',
  ],
  marketing: [
    'Comment on the draft web pages',
    'Read the tender answer',
    'Book on the selling online workshop',
    'Ask how the test campaign did',
  ],
  digital: [
    'Introduce the technology adviser',
    'Go through the specification',
    'Ask how the stock pilot is going',
    'Check the voucher is still open',
  ],
  innovation: [
    'Introduce to the university team',
    'Read the second draft of the application',
    'Visit the test lab together',
    'Send the R&D relief guide',
  ],
  people: [
    'Book the skills review',
    'Send the funded course list',
    'Ask about the apprentice interviews',
    'Chase the training plan',
    'Enrol the team leaders',
    'Agree dates with the college',
  ],
  net_zero: [
    'Arrange the energy survey',
    'Ask for the meter readings',
    'Compare the solar quotes',
    'Send the carbon template',
  ],
  operations: [
    'Back on the shop floor: look at the board',
    'Ask for the delivery figures',
    'Read the quality manual',
    'Arrange the lean taster day',
  ],
  start_up: [
    'Look at the business plan draft',
    'Ring after the first market day',
    'Go through the twelve-month cash flow',
    'Help with the start-up loan form',
  ],
}

/** What the owner of an open case does next and by when, counted from the last day; now and then nothing is planned. */
export function someNextStep(
  making: Making,
  { theme, last, contact }: { theme: Theme; last: string; contact: string },
): { next_step: string; next_on: string } | undefined {
  const { chance } = making
  const [least, most] = chance.weighted<readonly [number, number]>([
    [[-16, -1], 34],
    [[0, 0], 4],
    [[1, 5], 30],
    [[6, 22], 25],
    [[27, 45], 11],
    [[99, 99], 8],
  ])
  if (least === 99) return undefined
  const wanted = workingDaysAfter(LAST_DAY, chance.between(least, most))
  const overdue = workingDaysAfter(last, chance.between(1, 8))
  const next_on =
    wanted > last ? wanted : overdue < LAST_DAY ? overdue : workingDaysAfter(LAST_DAY, chance.between(1, 5))
  const words = chance.one(chance.often(0.4) ? ANY : (BY_NEED[theme.need] ?? ANY))
  const partner = chance.one(making.setting.partners).name.replace(/ \(demonstration\)$/, '')
  return { next_step: filled(chance, words, { theme, contact, partner, product: '', place: '', on: last }), next_on }
}
