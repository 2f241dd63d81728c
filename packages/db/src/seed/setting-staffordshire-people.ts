import type { Partner, StaffMember } from './settings.ts'

/** The first four can sign in. */
export const STAFF: readonly StaffMember[] = [
  { email: 'adviser@demo.example', name: 'Hannah Okafor', role: 'adviser' },
  { email: 'broker@demo.example', name: 'Rajesh Mistry', role: 'skills_broker' },
  { email: 'manager@demo.example', name: 'Helen Brindley', role: 'manager' },
  { email: 'admin@demo.example', name: 'Tomasz Wozniak', role: 'admin' },
  { email: 'colin.sherratt@demo.example', name: 'Colin Sherratt', role: 'adviser' },
  { email: 'farah.akhtar@demo.example', name: 'Farah Akhtar', role: 'adviser' },
  { email: 'gareth.machin@demo.example', name: 'Gareth Machin', role: 'adviser' },
  { email: 'niamh.docksey@demo.example', name: 'Niamh Docksey', role: 'adviser' },
  { email: 'sukhdev.johal@demo.example', name: 'Sukhdev Johal', role: 'adviser' },
  { email: 'claire.tunnicliffe@demo.example', name: 'Claire Tunnicliffe', role: 'skills_broker' },
  { email: 'marcus.osei@demo.example', name: 'Marcus Osei', role: 'skills_broker' },
  { email: 'wendy.colclough@demo.example', name: 'Wendy Colclough', role: 'manager' },
  { email: 'ian.fernyhough@demo.example', name: 'Ian Fernyhough', role: 'manager' },
  { email: 'joanna.leese@demo.example', name: 'Joanna Leese', role: 'admin' },
]

const partner = (number: number, name: string, kind: string, themes: string): Partner => ({
  reference: `ORG-${10_000 + number}`,
  name,
  kind,
  email: `referrals${number}@partners.example`,
  themes: themes.split(' '),
})

/** The organisations that clients are passed on to. */
export const PARTNERS: readonly Partner[] = [
  partner(1, 'Potteries & Moorlands Chamber (demonstration)', 'chamber', 'export people growth'),
  partner(2, 'Trentside University Enterprise Unit (demonstration)', 'university', 'innovation digital'),
  partner(3, 'Blithe Valley College (demonstration)', 'college', 'people'),
  partner(4, 'Midland Growth Finance Fund (demonstration)', 'bank_or_fund', 'finance'),
  partner(5, 'Six Towns Community Loans (demonstration)', 'bank_or_fund', 'finance start_up'),
  partner(6, 'Low Carbon Works Programme (demonstration)', 'university', 'net_zero'),
  partner(7, 'Made Here Supply Network (demonstration)', 'other', 'operations marketing'),
  partner(8, 'Start Right Enterprise Agency (demonstration)', 'charity', 'start_up'),
  partner(9, 'City Property & Planning Desk (demonstration)', 'council', 'premises'),
  partner(10, 'County Council Trading Standards Advice (demonstration)', 'council', 'operations resilience'),
  partner(11, 'Turnaround & Debt Advice Charity (demonstration)', 'charity', 'resilience'),
  partner(12, 'Digital Adoption Service (demonstration)', 'national_agency', 'digital marketing'),
  partner(13, 'Kilnwood Training (demonstration)', 'training_provider', 'people'),
  partner(14, 'Export Advice Service (demonstration)', 'national_agency', 'export'),
  partner(15, 'Tame Valley Training (demonstration)', 'training_provider', 'people'),
]
