import type { Definition } from './definition.ts'

/** Records that name a programme, by themselves or through their case or event. */
export const RECORDS_OF_PROGRAMMES = ['interaction', 'diagnostic', 'attendance', 'grant_award', 'outcome'] as const
export type RecordOfProgramme = (typeof RECORDS_OF_PROGRAMMES)[number]

/** Whether a figure can be told for one programme: some of what brings a unit in names a programme. */
export const isToldOfProgrammes = ({ any_of }: Pick<Definition, 'any_of'>): boolean =>
  any_of.some(({ a, of_programme }) => of_programme !== undefined || RECORDS_OF_PROGRAMMES.some((kind) => kind === a))
