/** By headcount, as official statistics draw the bands: under 10, 50 and 250. */
export const SIZE_BANDS = ['micro', 'small', 'medium', 'large', 'unknown'] as const
export type SizeBand = (typeof SIZE_BANDS)[number]

export const SIZE_NAMES: Readonly<Record<SizeBand, string>> = {
  micro: 'Micro, under 10',
  small: 'Small, 10 to 49',
  medium: 'Medium, 50 to 249',
  large: 'Large, 250 or more',
  unknown: 'Not known',
}
