import type { Chance } from './chance.ts'
import { FAMILY_NAMES } from './people-names.ts'
import type { Trade } from './trades.ts'

/** Places that are on no map, so that no business is called like a real one. */
const BEGINNINGS = (
  'Brindle Hather Ocker Pellow Sallow Wych Ember Fenny Garrow Hollin Kestle Larken Mossel Nettle Orrel Pinder Quarn Rudy Saggar Tarn Umber ' +
  'Vennel Wether Yarn Alder Bramble Cloud Dunnel Elder Furnel Gritten Hazel Inker Jessel Kiln Linnet Marl Nab Otter Peveril Raven Slip Thistle Trenter'
).split(' ')
const ENDINGS = 'wick sow by low field mere combe ford ley stow burn dale hurst cote worth bank shaw gate'.split(' ')

const placeWord = (chance: Chance) => `${chance.one(BEGINNINGS)}${chance.one(ENDINGS)}`

const ENDS: Readonly<Record<string, readonly string[]>> = {
  limited_company: ['Ltd', 'Limited', 'Ltd', 'Limited', 'Ltd', 'Limited', '(UK) Ltd'],
  plc: ['plc'],
  llp: ['LLP'],
  cic: ['CIC', 'Community Interest Company'],
  charity: ['Trust', 'Foundation'],
  cio: ['CIO'],
  registered_society: ['Co-operative Ltd'],
  sole_trader: [''],
  partnership: [''],
  unknown: [''],
}

/** A name nobody has had yet. `taken` remembers it. */
export function businessName(
  chance: Chance,
  { trade, legal_form, taken }: { trade: Trade; legal_form: string; taken: Set<string> },
): string {
  for (;;) {
    const noun = chance.one(trade.nouns)
    const core = chance.weighted<() => string>([
      [() => `${placeWord(chance)} ${noun}`, 66],
      [() => `${placeWord(chance)} & ${chance.one(['Daughters', 'Sons', 'Co'])} ${noun}`, 7],
      [() => `The ${placeWord(chance)} ${noun} ${chance.one(['Company', 'Collective', 'Company', 'House'])}`, 8],
      [() => `${chance.one(FAMILY_NAMES)} ${placeWord(chance)} ${noun}`, 12],
      [() => `${noun} at ${placeWord(chance)} ${chance.one(['Mill', 'Hall', 'Wharf', 'Lock', 'Green'])}`, 7],
    ])()
    const name = `${core} ${chance.one(ENDS[legal_form] ?? [''])}`.trim()
    if (taken.has(core)) continue
    taken.add(core)
    return name
  }
}

/** The part of a web address that a name gives. */
export const slugOf = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/ (ltd|limited|llp|plc|cic|cio)$/, '')
    .replace(/[^a-z0-9]+/g, '')
