import type { Db } from '@hubline/db/connection.ts'
import type { Day } from '@hubline/domain/day.ts'
import { STAKES } from '@hubline/domain/data-quality/rule.ts'
import { QUALITY_RULES } from '@hubline/domain/data-quality/rules.ts'
import type { Sheet } from '@hubline/spreadsheet/sheet.ts'
import { howManyListed } from '../data-quality/listing.ts'
import type { Scope } from '../records.ts'
import { heldSheet } from './held-sheet.ts'

export const QUALITY_SHEET = 'Data quality'

/** Every check with the length of its list: the numbers of the data quality page. */
export const dataQuality = (db: Db, scope: Scope, today: Day): Sheet =>
  heldSheet(
    QUALITY_SHEET,
    {
      rule: 'text',
      'what is wrong': 'text',
      failures: 'number',
      'effect on counts': 'text',
      'at stake': 'text',
      indicators: 'text',
      'put right': 'text',
    },
    async () => {
      const listed = await howManyListed(db, { ...scope, today })
      return QUALITY_RULES.map(({ key, title, wrong, stakes, at_stake, figures, put_right }) => [
        title,
        wrong,
        String(listed[key] ?? 0),
        STAKES[stakes],
        at_stake,
        figures.join(' '),
        put_right,
      ])
    },
  )
