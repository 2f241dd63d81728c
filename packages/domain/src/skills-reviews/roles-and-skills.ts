import type { COURSE_LEVELS } from '../training/training-files.ts'

/**
 * The words by which gaps and plan lines of many businesses can be put together. Roles are those of the Standard
 * Occupational Classification 2020 (major groups 1 to 9), Office for National Statistics, in plain words.
 */
export const ROLE_GROUPS = [
  'managers',
  'professionals',
  'technicians',
  'administrative',
  'skilled_trades',
  'care_and_leisure',
  'sales_and_service',
  'operatives',
  'elementary',
] as const
export type RoleGroup = (typeof ROLE_GROUPS)[number]

export const ROLE_GROUP_NAMES: Readonly<Record<RoleGroup, string>> = {
  managers: 'Managers and directors',
  professionals: 'Professionals',
  technicians: 'Technicians and associates',
  administrative: 'Administration',
  skilled_trades: 'Skilled trades',
  care_and_leisure: 'Care, leisure and other service',
  sales_and_service: 'Sales and customer service',
  operatives: 'Machine operators and drivers',
  elementary: 'Elementary work',
}

export const SKILL_AREAS = [
  'leadership',
  'technical',
  'digital',
  'green',
  'essential',
  'people',
  'sales_and_marketing',
  'finance_and_business',
  'safety_and_compliance',
  'care_and_health',
  'other',
] as const
export type SkillArea = (typeof SKILL_AREAS)[number]

export const SKILL_AREA_NAMES: Readonly<Record<SkillArea, string>> = {
  leadership: 'Leadership and management',
  technical: 'Technical and job-specific',
  digital: 'Digital',
  green: 'Green and net zero',
  essential: 'English, maths and basic digital',
  people: 'Customers, teams and communication',
  sales_and_marketing: 'Sales and marketing',
  finance_and_business: 'Finance and business administration',
  safety_and_compliance: 'Safety and compliance',
  care_and_health: 'Care and health',
  other: 'Other',
}

export const URGENCIES = ['now', 'this_year', 'later'] as const
export type Urgency = (typeof URGENCIES)[number]
export const URGENCY_NAMES: Readonly<Record<Urgency, string>> = {
  now: 'Now',
  this_year: 'Within a year',
  later: 'Later',
}

export type Level = (typeof COURSE_LEVELS)[number]
export const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  entry: 'Entry level',
  '1': 'Level 1',
  '2': 'Level 2',
  '3': 'Level 3',
  '4': 'Level 4',
  '5': 'Level 5',
  '6': 'Level 6',
  '7': 'Level 7',
  '8': 'Level 8',
  unregulated: 'No level',
}

// The first that fits wins, so a "sales manager" is a manager and an "office cleaner" a cleaner.
const ROLE_CLUES: readonly [RegExp, RoleGroup][] = [
  [
    /\b(clean|labour|porter|packer|picker|kitchen assistant|warehouse operative|general assistant|housekeep)/,
    'elementary',
  ],
  [
    /\b(manager|director|owner|head of|chief|founder|partner|proprietor|ceo|md)\b|\bmanagers\b|\bdirectors\b/,
    'managers',
  ],
  [
    /\b(care|carer|nursery|teaching assistant|hairdress|beauty|travel|leisure|support worker|early years)/,
    'care_and_leisure',
  ],
  [
    /\b(technician|supervisor|team lead|designer|trainer|buyer|paralegal|analyst|coordinator|marketing|estimator)/,
    'technicians',
  ],
  [
    /\b(engineer|accountant|solicitor|nurse|teacher|architect|developer|programmer|scientist|surveyor|chemist)/,
    'professionals',
  ],
  [/\b(sales|shop|retail|customer|call centre|call handler|front of house|reception desk)/, 'sales_and_service'],
  [/\b(admin|secretar|bookkeep|clerk|payroll|receptionist|office|accounts)/, 'administrative'],
  [
    /\b(electric|plumb|weld|fitter|setter|fabricat|machinist|joiner|carpent|brick|chef|cook|baker|butcher|potter|caster|mechanic|toolmak|decorator|mould)/,
    'skilled_trades',
  ],
  [/\b(operat|driver|assembl|machine|fork|kiln|press)/, 'operatives'],
]

/** The group that the words of a role point to; 'elementary' work and all else is for a person to say. */
export function guessRoleGroup(role: string): RoleGroup | undefined {
  const words = role.normalize('NFKC').toLowerCase()
  return ROLE_CLUES.find(([clue]) => clue.test(words))?.[1]
}

const SKILL_CLUES: readonly [RegExp, SkillArea][] = [
  [/\b(leader|manag|supervis|team lead|mentor|coach|succession|appraisal)/, 'leadership'],
  [
    /\b(safe|first aid|compliance|iso ?\d|audit|gdpr|food hygiene|haccp|manual handling|quality)/,
    'safety_and_compliance',
  ],
  [/\b(english|maths|esol|literacy|numeracy|basic digital|essential digital)/, 'essential'],
  [/\b(carbon|net zero|heat pump|retrofit|solar|energy|green|sustainab|electric vehicle|\bev\b|environment)/, 'green'],
  [/\b(market|sales|export|social media|e-?commerce|branding|tender)/, 'sales_and_marketing'],
  [
    /\b(cyber|data|excel|spreadsheet|software|digital|\bai\b|automation|robot|cad\b|crm|website|programming|coding|\bit\b)/,
    'digital',
  ],
  [/\b(account|bookkeep|payroll|finance|budget|cash|business admin|project)/, 'finance_and_business'],
  [/\b(care|dementia|medication|nurs|health|safeguard|mental)/, 'care_and_health'],
  [/\b(customer|communicat|conflict|presentation|team ?work|interview|induction|service)/, 'people'],
  [
    /\b(cnc|weld|machin|maintenance|electric|plumb|lean|ceramic|kiln|glaz|setting|fork|driv|hgv|install|fabricat|engineering|brick|join|chef|barista|cook|casting)/,
    'technical',
  ],
]

/** The area that the words of a skill point to. */
export function guessSkillArea(skill: string): SkillArea | undefined {
  const words = skill.normalize('NFKC').toLowerCase()
  return SKILL_CLUES.find(([clue]) => clue.test(words))?.[1]
}
