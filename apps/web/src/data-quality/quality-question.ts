import { type Address, isYearName, text } from '../address.ts'

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What the address asks of the data-quality lists; a word that means nothing is dropped. */
export function readQualityQuestion(address: Address) {
  const year = text(address, 'year')
  const whose = text(address, 'whose')
  return {
    year: year && isYearName(year) ? year : undefined,
    whose: whose === 'mine' || (whose && UUID.test(whose)) ? whose : 'everyone',
  }
}

export type QualityQuestion = ReturnType<typeof readQualityQuestion>
