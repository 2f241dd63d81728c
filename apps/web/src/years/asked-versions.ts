import { showDay } from '@hubline/domain/day.ts'
import { type ChosenVersion, movingTogether, versionsAt } from '@hubline/domain/indicators/year-versions.ts'
import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../api.ts'

export type AskedFigure = inferOutput<typeof trpc.years.versionsAsked>['figures'][number]
type Offered = AskedFigure['versions'][number]

/** How a year began, before any version of the questions was published. */
const START = 'start'

/** What was answered, by the first figure of each question; what was not touched is as it is counted now. */
export type Answers = Readonly<Record<string, string>>

/** One question: the figures that move together, and the publications up to which they may be counted. */
export type VersionQuestion = {
  key: string
  figures: readonly AskedFigure[]
  stages: readonly { value: string; words: string }[]
  /** The stage by which the year is counted now. */
  proposed: string
}

/** `Version 2, from 01/07/2026`. */
export const versionInWords = ({ version, from_on }: Pick<Offered, 'version' | 'from_on'>): string =>
  `Version ${version}${from_on ? `, from ${showDay(from_on)}` : ', as Hubline brings it'}`

export const versionQuestions = (asked: readonly AskedFigure[]): VersionQuestion[] =>
  movingTogether(asked).flatMap((figures) => {
    const [first] = figures
    if (!first) return []
    const all = figures.flatMap(({ versions }) => versions)
    const times = [...new Set(all.map(({ published_at }) => published_at ?? ''))].toSorted()
    const now = figures.map(({ counts_now, versions }) => versions.find(({ version }) => version === counts_now))
    return [
      {
        key: first.key,
        figures,
        stages: times.map((time) => {
          const one = all.find(({ published_at }) => (published_at ?? '') === time)
          return { value: time || START, words: one ? versionInWords(one) : '' }
        }),
        proposed:
          now
            .map((one) => one?.published_at ?? '')
            .toSorted()
            .at(-1) || START,
      },
    ]
  })

/** The version of each figure that the answers come to. */
export const chosenBy = (questions: readonly VersionQuestion[], answers: Answers): ChosenVersion[] =>
  questions.flatMap(({ key, figures, proposed }) => {
    const stage = answers[key] ?? proposed
    return versionsAt(figures, stage === START ? null : stage)
  })
