import { SIZE_BANDS, SIZE_NAMES, type SizeBand } from '@hubline/domain/businesses/size-bands.ts'
import { SIC_SECTIONS, type SicSection } from '@hubline/domain/businesses/sic-codes.ts'
import { districtName } from '@hubline/domain/businesses/districts.ts'
import { type CallListCriteria, MOST_ON_A_LIST } from '@hubline/domain/skills-reviews/call-list.ts'
import { type Address, text, words as wordsOf } from '../address.ts'
import type { Chip } from '../ui/filter-chips.tsx'

const USUAL_MONTHS = 12
const USUAL_MOST = 40
const SECTIONS = Object.keys(SIC_SECTIONS) as SicSection[]

/** The ticks of the form, by their word in the address. */
export const TICKS = {
  referred: 'Referred for skills, or an open skills case',
  never_reviewed: 'Never had a review',
  waiting: 'Waiting to answer an offer',
  has_contact: 'Has a named contact',
  has_phone: 'Has a telephone number',
  has_email: 'Has a contact with e-mail',
} as const
export type Tick = keyof typeof TICKS

const oneOfThese = <Word extends string>(found: readonly string[] | undefined, all: readonly Word[]): Word[] =>
  all.filter((word) => found?.includes(word))

const whole = (given: string | undefined, usual: number, most: number): number =>
  given !== undefined && /^\d{1,3}$/.test(given) && Number(given) <= most ? Number(given) : usual

/** What the address asks of a call list; a word that means nothing is dropped. */
export function readCallListQuestion(address: Address) {
  const sectors = oneOfThese(wordsOf(address, 'sector'), SECTIONS)
  const sizes = oneOfThese(wordsOf(address, 'size'), SIZE_BANDS)
  const districts = wordsOf(address, 'district') ?? []
  const ticks = (Object.keys(TICKS) as Tick[]).filter((tick) => text(address, tick) === 'yes')
  return {
    criteria: {
      ...(sectors.length > 0 ? { sectors } : {}),
      ...(sizes.length > 0 ? { sizes } : {}),
      ...(districts.length > 0 ? { districts: [...districts] } : {}),
      not_offered_months: whole(text(address, 'months'), USUAL_MONTHS, 120),
      ...Object.fromEntries(ticks.map((tick) => [tick, true])),
    } as CallListCriteria,
    most: Math.max(1, whole(text(address, 'most'), USUAL_MOST, MOST_ON_A_LIST)),
  }
}

/** The address with one word more of a list of words. */
export const added = (list: readonly string[] | undefined, word: string): string =>
  [...new Set([...(list ?? []), word])].join(',')

const without = (list: readonly string[], word: string): string | undefined =>
  list.filter((one) => one !== word).join(',') || undefined

/** Each condition as a sentence that can be taken out. */
export function criteriaChips({
  sectors = [],
  sizes = [],
  districts = [],
  not_offered_months,
  ...ticks
}: CallListCriteria): Chip[] {
  return [
    ...sectors.map((sector) => chip('sector', 'Sector', SIC_SECTIONS[sector].name, without(sectors, sector), sector)),
    ...sizes.map((size) => chip('size', 'Size', SIZE_NAMES[size], without(sizes, size), size)),
    ...districts.map((code) => chip('district', 'District', districtName(code), without(districts, code), code)),
    ...(ticks.waiting || not_offered_months === 0
      ? []
      : [{ key: 'months', words: 'Not offered in', value: `${not_offered_months} months`, without: { months: '0' } }]),
    ...(Object.keys(TICKS) as Tick[])
      .filter((tick) => ticks[tick])
      .map((tick) => ({ key: tick, words: '', value: TICKS[tick], without: { [tick]: undefined } })),
  ]
}

const chip = (name: string, title: string, value: string, rest: string | undefined, word: string): Chip => ({
  key: `${name}-${word}`,
  words: title,
  value,
  without: { [name]: rest },
})

/** A name for the list from what was asked: `Manufacturing, Stafford`. */
export function listName({ sectors = [], sizes = [], districts = [], referred, waiting }: CallListCriteria): string {
  const words = [
    ...(waiting ? ['Waiting for an answer'] : referred ? ['Referred for skills'] : []),
    ...sectors.slice(0, 2).map((sector) => SIC_SECTIONS[sector].name.split(/[,;]/)[0] ?? sector),
    ...sizes.slice(0, 2).map((size: SizeBand) => (SIZE_NAMES[size].split(',')[0] ?? size).toLowerCase()),
    ...districts.slice(0, 2).map(districtName),
  ]
  return words.length > 0 ? words.join(', ') : 'All sectors and districts'
}
