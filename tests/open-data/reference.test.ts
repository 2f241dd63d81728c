import path from 'node:path'
import { postcodeDistrictEntries } from '@hubline/db/seed/postcode-districts.ts'
import {
  STAFFORDSHIRE_DISTRICTS,
  districtName,
  districtToday,
  districtsToday,
} from '@hubline/domain/businesses/districts.ts'
import {
  normaliseCompanyNumber,
  isUsualCompanyNumber,
  normalisePostcode,
  sectorOf,
} from '@hubline/domain/businesses/identifiers.ts'
import { sicCodes } from '@hubline/domain/businesses/sic-codes.ts'
import { readCsv } from '@hubline/spreadsheet/read-csv.ts'
import { describe, expect, test } from 'vitest'
import { OPEN_DATA, hasOpenData } from './folder.ts'

async function rowsOf(file: string): Promise<Record<string, string>[]> {
  const { header, batches } = await readCsv(path.join(OPEN_DATA, file))
  const rows: Record<string, string>[] = []
  for await (const batch of batches)
    for (const { cells } of batch)
      rows.push(Object.fromEntries(header.map((column, index) => [column, cells[index] ?? ''])))
  return rows
}

const POSTCODES = ['st', 'ws', 'de', 'tf', 'staffordshire_in_other_areas'].map(
  (area) => `reference/postcodes/postcodes_${area}.csv`,
)

describe.runIf(hasOpenData)('postcodes', () => {
  const districts = new Map([...postcodeDistrictEntries()].map((entry) => [entry.prefix, entry.district_code]))
  const find = (postcode: string) => districts.get(postcode) ?? districts.get(sectorOf(postcode))

  test('every live postcode of the tables lies in its own district, all 29,579 of Staffordshire among them', async () => {
    const rows = (await Promise.all(POSTCODES.map(rowsOf))).flat()
    const nine: readonly string[] = STAFFORDSHIRE_DISTRICTS

    expect(rows.length).toBe(57_576)
    expect(rows.filter((row) => nine.includes(row['admin_district_code'] ?? '')).length).toBe(29_579)
    expect(rows.filter((row) => find(row['postcode'] ?? '') !== row['admin_district_code'])).toEqual([])
    expect(rows.filter((row) => normalisePostcode(row['postcode'] ?? '') !== row['postcode'])).toEqual([])
  })

  test('a withdrawn postcode still lies where it lay', async () => {
    const rows = await rowsOf('reference/postcodes/postcodes_st_withdrawn_since_2014.csv')
    expect(rows.length).toBe(666)
    expect(rows.filter((row) => find(row['postcode'] ?? '') !== row['district_code_2014'])).toEqual([])
  })

  test('a postcode of a neighbour, of a shared sector or of nowhere has no district', () => {
    expect(['B74 2XX', 'WV1 1AA', 'ZZ99 9ZZ', 'DE1 9ZZ'].map(find)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })
})

describe.runIf(hasOpenData)('codes', () => {
  test('every district since 2011 has its name and its successor', async () => {
    const rows = await rowsOf('reference/gss_local_authority_districts_uk.csv')
    expect(districtsToday().length).toBe(rows.filter((row) => row['Current'] === 'TRUE').length)
    for (const row of rows) {
      expect(districtName(row['LADCD'] ?? '')).toBe(row['LADNM'])
      expect(districtToday(row['LADCD'] ?? '')).toEqual({ code: row['LADCD_ACTIVE'], name: row['LADNM_ACTIVE'] })
    }
  })

  test('every industry code has its label and section', async () => {
    const rows = await rowsOf('reference/sic2007_companies_house.csv')
    expect(sicCodes()).toEqual(
      rows
        .map((row) => ({ code: row['code'], label: row['description'], section: row['section'] }))
        .toSorted((a, b) => Number(a.code) - Number(b.code)),
    )
  })

  test('the company numbers of real companies are usual, however a spreadsheet has mangled them', async () => {
    const rows = await rowsOf('companies/companies_house_search_2024-01_week1.csv')
    const numbers = rows.map((row) => row['company_number'] ?? '')
    expect(numbers.length).toBe(16_305)
    expect(numbers.filter((number) => !isUsualCompanyNumber(number))).toEqual([])
    expect(
      numbers.filter((number) => normaliseCompanyNumber(number.toLowerCase().replace(/^0+/, '')) !== number),
    ).toEqual([])
  })
})
