import type { FinderOption } from '../ui/finder-state.ts'

export type Firm = {
  reference: string
  name: string
  contact: string
  stage: 'Open' | 'Diagnosed' | 'Plan agreed' | 'In delivery' | 'Dormant'
  step: string
  due: string
  state: 'overdue' | 'soon' | 'later'
  group: 'Overdue' | 'Today' | 'Later'
  last: string
  minutes: number
  district: string
}

// Invented, all of them.
export const FIRMS: readonly Firm[] = [
  firm(
    'B-4128',
    'Saxonmill Energy Group Ltd',
    'Chidi Okafor',
    'Diagnosed',
    ['Send skills review slots', '2 days overdue', 'Overdue'],
    120,
    'South Staffordshire',
  ),
  firm(
    'B-4114',
    'Quarrybridge Ceramics LLP',
    'Niamh Murphy',
    'Dormant',
    ['Agree action plan', '1 day overdue', 'Overdue'],
    168,
    'Stafford',
  ),
  firm(
    'B-4156',
    'Amberwood Bakery Ltd',
    'Chidi Okafor',
    'Diagnosed',
    ['Collect payroll evidence for 2 jobs', 'Today', 'Today'],
    342,
    'Stafford',
  ),
  firm(
    'B-4184',
    'Lanternton Bakery Group Ltd',
    'Amelia Khan',
    'Open',
    ['Agree action plan', 'Today', 'Today'],
    912,
    'Tamworth',
  ),
  firm(
    'B-4254',
    'Graniteton Design Ltd',
    'Niamh Murphy',
    'In delivery',
    ['Collect payroll evidence', 'Today', 'Today'],
    558,
    'South Staffordshire',
  ),
  firm(
    'B-4268',
    'Orchardgate Robotics Ltd',
    'Niamh Murphy',
    'In delivery',
    ['Chase partner referral', '27 Nov', 'Later'],
    18,
    'Stafford',
  ),
  firm(
    'B-4121',
    'Willowbrook Design Ltd',
    'Imran Ahmed',
    'Plan agreed',
    ['Call back about grant quotes', '28 Nov', 'Later'],
    700,
    'Newcastle-under-Lyme',
  ),
]

function firm(
  reference: string,
  name: string,
  contact: string,
  stage: Firm['stage'],
  [step, due, group]: readonly [string, string, Firm['group']],
  minutes: number,
  district: string,
): Firm {
  const state = group === 'Overdue' ? 'overdue' : group === 'Today' ? 'soon' : 'later'
  return { reference, name, contact, stage, step, due, group, state, minutes, district, last: '27 days ago' }
}

/** Answers after a while, as a server would: the longer the text, the sooner. */
export async function findFirms(text: string): Promise<readonly FinderOption[]> {
  await new Promise((resolve) => setTimeout(resolve, 250))
  const part = text.toLowerCase()
  return FIRMS.filter((one) =>
    [one.name, one.reference, one.contact].some((words) => words.toLowerCase().includes(part)),
  ).map((one) => ({
    id: one.reference,
    name: one.name,
    detail: `${one.reference} · ${one.district}`,
    reason: one.name.toLowerCase().includes(part) ? undefined : one.contact,
    tag: { words: one.stage === 'Dormant' ? 'Lapsed' : 'Current', tone: one.stage === 'Dormant' ? 'plain' : 'ok' },
    icon: 'building',
  }))
}
