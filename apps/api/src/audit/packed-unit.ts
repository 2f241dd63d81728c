import type { SampledDocument, SampledUnit } from './sampled-units.ts'

/** What an audit pack says of itself. */
export type PackedSample = {
  hub: string
  year: string
  version: number
  signed_at: Date
  signed_by: string
  seed: string
  drawn_at: Date
  drawn_by: string
}
/** A unit with its documents and where each lies in the pack. */
export type PackedUnit = SampledUnit & { documents: (SampledDocument & { path: string })[] }
