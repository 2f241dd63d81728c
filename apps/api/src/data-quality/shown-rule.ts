import type { QualityRule } from '@hubline/domain/data-quality/rule.ts'
import { fileOf } from '@hubline/domain/imports/bundle.ts'
import { findDefinition } from '@hubline/domain/indicators/catalogue.ts'

/** A rule as screens show it: its sentences, what it lists, and the figures by their titles. */
export function shownRule({ key, title, lists, of, wrong, put_right, stakes, at_stake, figures }: QualityRule) {
  return {
    key,
    title,
    noun: fileOf(lists).noun,
    of,
    wrong,
    put_right,
    stakes,
    at_stake,
    figures: figures.flatMap((figure) => {
      const definition = findDefinition(figure)
      return definition ? [{ key: definition.key, title: definition.title }] : []
    }),
  }
}
