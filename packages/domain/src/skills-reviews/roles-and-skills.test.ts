import { expect, test } from 'vitest'
import { guessRoleGroup, guessSkillArea } from './roles-and-skills.ts'

test.each([
  ['CNC setter', 'skilled_trades'],
  ['Production manager', 'managers'],
  ['Sales managers', 'managers'],
  ['Office cleaner', 'elementary'],
  ['Design engineer', 'professionals'],
  ['Maintenance technician', 'technicians'],
  ['Team leader', 'technicians'],
  ['Fork-lift driver', 'operatives'],
  ['Kiln operator', 'operatives'],
  ['Care assistant', 'care_and_leisure'],
  ['Accounts clerk', 'administrative'],
  ['Shop staff', 'sales_and_service'],
  ['Wizard', undefined],
])('a %s is put with the %s', (role, group) => {
  expect(guessRoleGroup(role)).toBe(group)
})

test.each([
  ['Supervisory management', 'leadership'],
  ['CNC setting and operating', 'technical'],
  ['Excel beyond the basics', 'digital'],
  ['Heat pump installation', 'green'],
  ['English for work', 'essential'],
  ['Customer service', 'people'],
  ['Digital marketing', 'sales_and_marketing'],
  ['Payroll', 'finance_and_business'],
  ['Food safety', 'safety_and_compliance'],
  ['Dementia care principles', 'care_and_health'],
  ['Juggling', undefined],
])('%s is a skill of the area %s', (skill, area) => {
  expect(guessSkillArea(skill)).toBe(area)
})
