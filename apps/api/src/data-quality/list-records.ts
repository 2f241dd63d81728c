import { lineOf } from '@hubline/domain/data-quality/rule.ts'
import { findQualityRule } from '@hubline/domain/data-quality/rules.ts'
import { Problem } from '@hubline/domain/problem.ts'
import { listedBy } from '@hubline/reporting/data-quality/listing.ts'
import { z } from 'zod'
import { YearInput, yearsOf } from '../indicators/board.ts'
import { AskPage, asPage, pageSql } from '../records/key-page.ts'
import { reads } from '../trpc.ts'
import { AskWhose, scopeFor } from './scope.ts'
import { shownRule } from './shown-rule.ts'

const { after, before, size } = AskPage

/** The records that a rule lists: clients by name, other records the newest first. */
export const list = reads('figures:read')
  .input(z.object({ rule: z.string().max(60), year: YearInput, whose: AskWhose, after, before, size }))
  .query(async ({ ctx: { db, actor, today }, input: { rule: key, year, whose, ...page } }) => {
    const rule = findQualityRule(key)
    if (!rule) throw new Problem('not_found', 'There is no such rule: choose one under Data quality')
    const scope = await scopeFor(db, { actor, year, whose, today })
    const asked = { ...page, direction: rule.lists === 'business' || rule.lists === 'person' ? 'asc' : 'desc' } as const
    const found = await listedBy(db, rule.key, scope, pageSql(asked))
    const { rows, next, previous } = asPage(found.rows, asked)
    return {
      rule: shownRule(rule),
      year,
      years: await yearsOf(db, actor.hub_id, today),
      listed: found.listed,
      rows: rows.map(({ facts, ...row }) => ({ ...row, kind: rule.lists, line: lineOf(rule, facts) })),
      next,
      previous,
    }
  })
