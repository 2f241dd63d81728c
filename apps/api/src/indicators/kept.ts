import { KeptFigures } from '@hubline/reporting/figures.ts'

/** The figures that this server has worked out, each good until its hub's records change. */
export const kept = new KeptFigures()
