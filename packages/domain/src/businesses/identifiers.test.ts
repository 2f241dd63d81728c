import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  isUsualCompanyNumber,
  normaliseCompanyNumber,
  normaliseName,
  normalisePhone,
  normalisePostcode,
  sectorOf,
} from './identifiers.ts'

describe('a company number', () => {
  test.each([
    ['01234567', '01234567'],
    ['1234567', '01234567'],
    [' 123 4567 ', '01234567'],
    ['12', '00000012'],
    ['sc123456', 'SC123456'],
    ['SC12345', 'SC012345'],
    ['oc 301234', 'OC301234'],
    ['R0000123', 'R0000123'],
    ['r123', 'R0000123'],
    ['IP12345R', 'IP12345R'],
    ['SP1234RS', 'SP1234RS'],
    ['DST017', 'DST017'],
    ['123456789', '123456789'],
    ['GB123456789', 'GB123456789'],
    ['０１２３４５６７', '01234567'],
  ])('"%s" is kept as %s', (typed, kept) => expect(normaliseCompanyNumber(typed)).toBe(kept))

  test.each(['', ' - ', 'n/a', 'none yet'])('"%s" is none', (typed) =>
    expect(normaliseCompanyNumber(typed)).toBeUndefined(),
  )

  test('is usual by its shape alone', () => {
    const usual = [
      '01234567',
      'SC123456',
      'OC301234',
      'R0000123',
      'IP12345R',
      'SP1234RS',
      'NI012345',
      'OE000123',
      'CE012345',
    ]
    const unusual = ['DST017', '123456789', 'GB123456', '00000000', 'NA', '1234567', 'SC1234567']
    expect(usual.filter((number) => !isUsualCompanyNumber(number))).toEqual([])
    expect(unusual.filter(isUsualCompanyNumber)).toEqual([])
  })

  test('once normalised stays as it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const once = normaliseCompanyNumber(text)
        expect(normaliseCompanyNumber(once ?? '')).toBe(once)
      }),
    )
  })
})

describe('a postcode', () => {
  test.each([
    ['st1 1ab', 'ST1 1AB'],
    ['ST11AB', 'ST1 1AB'],
    [' st16  2lh ', 'ST16 2LH'],
    ['s t 1 1 a b', 'ST1 1AB'],
    ['ec1a1bb', 'EC1A 1BB'],
    ['W1A 0AX', 'W1A 0AX'],
    ['m1 1ae', 'M1 1AE'],
    ['gir0aa', 'GIR 0AA'],
    ['ST1\u00A01AB', 'ST1 1AB'],
    ['B33 8TH', 'B33 8TH'],
  ])('"%s" is %s', (typed, kept) => expect(normalisePostcode(typed)).toBe(kept))

  test.each([
    '',
    'ST1',
    'ST1 1',
    'ST1 1A',
    'ST1 1ABC',
    'ST1 1CI',
    '1ST 1AB',
    'STT1 1AB',
    'ST1 AAB',
    'ST-1 1AB',
    'STO 1AB',
    'unknown',
  ])('"%s" is none', (typed) => expect(normalisePostcode(typed)).toBeUndefined())

  test('lies in its sector', () => {
    expect(['ST1 1AB', 'ST16 2LH', 'EC1A 1BB'].map(sectorOf)).toEqual(['ST1 1', 'ST16 2', 'EC1A 1'])
  })
})

describe('a telephone number', () => {
  test.each([
    ['01782 000000', '+441782000000', '01782 000000'],
    ['01782000000', '+441782000000', '01782 000000'],
    ['+44 1782 000000', '+441782000000', '01782 000000'],
    ['+44 (0)1782 000000', '+441782000000', '01782 000000'],
    ['0044 1782 000000', '+441782000000', '01782 000000'],
    ['(01782) 000-000', '+441782000000', '01782 000000'],
    ['1782000000', '+441782000000', '01782 000000'],
    ['01782 000000 ext 12', '+441782000000', '01782 000000'],
    ['01782 000000 x12', '+441782000000', '01782 000000'],
    ['07700 900123', '+447700900123', '07700 900123'],
    ['020 7946 0018', '+442079460018', '020 7946 0018'],
    ['0121 496 0000', '+441214960000', '0121 496 0000'],
    ['0113 496 0000', '+441134960000', '0113 496 0000'],
    ['0300 000 0000', '+443000000000', '0300 000 0000'],
    ['0800 000000', '+44800000000', '0800 000 000'],
    ['01889 56789', '+44188956789', '01889 56789'],
    ['(0)1782 000000', '+441782000000', '01782 000000'],
    ['0(1782) 000000', '+441782000000', '01782 000000'],
    ['+33 1 23 45 67 89', '+33123456789', '+33123456789'],
    ['00353 1 234 5678', '+35312345678', '+35312345678'],
  ])('"%s" is %s and is shown as %s', (typed, e164, national) =>
    expect(normalisePhone(typed)).toEqual({ e164, national }),
  )

  test.each([
    '',
    '000000',
    '12345',
    '01782 000000 / 07700 900123',
    'ring the office',
    '01782',
    '+44 123',
    '0012',
    '999',
    '178200000',
    '+0123456789',
    '04782 000000',
    '+44 01782 000000 00',
  ])('"%s" is none', (typed) => expect(normalisePhone(typed)).toBeUndefined())

  test('is the same again from either of its forms', () => {
    for (const typed of ['01782 000000', '020 7946 0018', '0121 496 0000', '0800 000000', '+33 1 23 45 67 89']) {
      const phone = normalisePhone(typed)
      expect([phone?.e164, phone?.national].map((form) => normalisePhone(form ?? ''))).toEqual([phone, phone])
    }
  })
})

describe('a name', () => {
  test.each([
    ['The Café & Bar Ltd.', 'cafe and bar'],
    ['CAFE AND BAR LIMITED', 'cafe and bar'],
    ["O'Neill's Bakery", 'oneills bakery'],
    ['O’Neill’s  Bakery', 'oneills bakery'],
    ['J.P. Smith (Stoke) P.L.C.', 'jp smith stoke'],
    ['J P Smith Stoke plc', 'jp smith stoke'],
    ['A.B.C. Engineering LLP', 'abc engineering'],
    ['ABC Engineering', 'abc engineering'],
    ['A&B', 'a and b'],
    ['A & B', 'a and b'],
    ['Straße Œuvre Ørsted Łódź', 'strasse oeuvre orsted lodz'],
    ['Smith-Jones', 'smith jones'],
    ['Widgets Limited (in liquidation)', 'widgets in liquidation'],
    ['The Limited', 'the limited'],
    ['', ''],
    ['  ', ''],
    ['!!!', ''],
    ['24/7 Fitness', '24 7 fitness'],
    ['ＡＢＣ Ｌｔｄ', 'abc'],
    ['Ltd Edition', 'edition'],
    ['Theatre Plchaven', 'theatre plchaven'],
    ['中国人 Ltd', '中国人'],
  ])('"%s" is compared as "%s"', (name, compared) => expect(normaliseName(name)).toBe(compared))

  test('is compared the same in any case, with any marks and with any ending', () => {
    const word = fc.constantFrom('smith', 'Café', 'A', '7', 'łódź', 'and', 'widgets', 'O’Neill')
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(' Ltd', ' LIMITED.', ', plc', ' (LLP)'),
        (words, ending) => {
          const compared = normaliseName(words.join(' '))
          expect(compared).toMatch(/^[a-z0-9]+( [a-z0-9]+)*$/)
          expect(normaliseName(`The ${words.join('  ').toUpperCase()}${ending}`)).toBe(compared)
          expect(normaliseName(words.join('-').normalize('NFD'))).toBe(compared)
        },
      ),
    )
  })
})
