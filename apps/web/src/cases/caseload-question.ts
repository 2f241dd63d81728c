import { DUE } from '@hubline/domain/cases/due.ts'
import { type Address, oneOf, text } from '../address.ts'
import { CASE_KIND_NAMES, type CaseKind } from './case-words.ts'
import { type CaseStatus, CASE_STATUS_NAMES } from '@hubline/domain/cases/stages.ts'

const SORTS = ['next_on', 'last_contact', 'opened_on', 'name'] as const
const KINDS = Object.keys(CASE_KIND_NAMES) as CaseKind[]
const STATUSES = Object.keys(CASE_STATUS_NAMES) as CaseStatus[]
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What the address asks of the caseload; a word that means nothing is dropped. */
export function readCaseloadQuestion(address: Address) {
  const whose = text(address, 'whose')
  const sort = text(address, 'sort') ?? 'next_on'
  const filter = {
    kind: oneOf(address, 'kind', KINDS),
    status: oneOf(address, 'status', STATUSES),
    district: text(address, 'district'),
    programme: text(address, 'programme'),
    text: text(address, 'q'),
    due: oneOf(address, 'due', DUE),
    silent: address['silent'] === 'yes' ? (true as const) : undefined,
  }
  return {
    whose: whose === 'team' || (whose && UUID.test(whose)) ? whose : 'mine',
    filter: Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as typeof filter,
    sort: SORTS.find((one) => one === sort.replace(/^-/, '')) ?? 'next_on',
    direction: sort.startsWith('-') ? ('desc' as const) : ('asc' as const),
    after: text(address, 'after'),
    before: text(address, 'before'),
    size: 50,
  }
}

export type CaseloadQuestion = ReturnType<typeof readCaseloadQuestion>

/** Whether the rows can stand under headings: only in the order of their next steps. */
export function isGrouped({ sort, direction }: Pick<CaseloadQuestion, 'sort' | 'direction'>): boolean {
  return sort === 'next_on' && direction === 'asc'
}
