const FORMS: readonly [RegExp, (parts: readonly number[]) => number][] = [
  [/^(\d{1,4})\s*(?:m|min|mins|minutes)?$/, ([minutes = 0]) => minutes],
  [/^(\d{1,2}(?:\.\d+)?)\s*(?:h|hr|hrs|hour|hours)$/, ([hours = 0]) => hours * 60],
  [
    /^(\d{1,2})\s*(?:h|hr|hrs|hour|hours|:)\s*(\d{1,2})\s*(?:m|min|mins|minutes)?$/,
    ([hours = 0, minutes = 0]) => hours * 60 + minutes,
  ],
]

/** Reads `90`, `45 min`, `1.5h`, `1h30`, `1:30` as whole minutes; anything else is `undefined`. */
export function readMinutes(text: string): number | undefined {
  const tidy = text.trim().toLowerCase()
  for (const [form, made] of FORMS) {
    const found = form.exec(tidy)
    if (found) return Math.round(made(found.slice(1).map(Number)))
  }
  return undefined
}
