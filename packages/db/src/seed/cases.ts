import { type Making, referenceOf } from './making.ts'

export type CaseOpened = {
  business_reference?: string
  person_reference?: string
  kind: string
  programme_reference: string
  owner_email: string
  opened_on: string
  status: string
  closed_on?: string
  close_reason?: string
}

/** `2021-05-17` gives `2122`. */
export function shortYear(day: string): string {
  const start = Number(day.slice(2, 4)) - (day.slice(5) < '04-01' ? 1 : 0)
  return `${String(start).padStart(2, '0')}${String(start + 1).padStart(2, '0')}`
}

/** Opens a case and gives its reference. */
export function addCase(making: Making, opened: CaseOpened): string {
  const reference = referenceOf(making, `C-${shortYear(opened.opened_on)}`)
  making.add('cases', { reference, ...opened })
  return reference
}

/** Why a case was closed, most often because the work was done. */
export const someCloseReason = ({ chance }: Making): string =>
  chance.weighted([
    ['goals_met', 52],
    ['referred_on', 16],
    ['no_response', 13],
    ['client_withdrew', 8],
    ['programme_ended', 5],
    ['ceased', 3],
    ['ineligible', 2],
    ['moved', 1],
  ])

/** The programme that pays for help given on a day. */
export function programmeOn(making: Making, on: string, start_up = false): string {
  if (start_up) return 'PRG-10004'
  const shared = on >= '2022-10-01' ? 'PRG-10006' : 'PRG-10002'
  return making.chance.weighted([
    ['PRG-10001', 5],
    [shared, 3],
    ['', 2],
  ])
}
