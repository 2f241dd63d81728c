import type { Db } from '@hubline/db/connection.ts'
import type { Day } from '@hubline/domain/day.ts'
import { STAKES } from '@hubline/domain/data-quality/rule.ts'
import { QUALITY_RULES } from '@hubline/domain/data-quality/rules.ts'
import type { Sheet } from '@hubline/spreadsheet/sheet.ts'
import { howManyOwned } from '../data-quality/listing.ts'
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
      owner: 'text',
      'put right': 'text',
    },
    async () => {
      const found = await howManyOwned(db, { ...scope, today })
      return QUALITY_RULES.map(({ key, title, wrong, stakes, at_stake, figures, put_right }) => [
        title,
        wrong,
        String((found[key] ?? []).reduce((sum, { listed }) => sum + listed, 0)),
        STAKES[stakes],
        at_stake,
        figures.join(' '),
        ownersOf(found[key] ?? []),
        put_right,
      ])
    },
  )

/** Who should put how many right; the hub, where nobody knows the client. */
const ownersOf = (found: readonly { owner: string | null; listed: number }[]) =>
  found.length === 0 ? null : found.map(({ owner, listed }) => `${owner ?? 'the hub'}: ${listed}`).join('; ')
