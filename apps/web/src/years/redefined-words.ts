/** Of a figure that is counted by another definition than was signed off. */
export const redefinedWords = ({ signed, now }: { signed: number; now: number }): string =>
  signed === now
    ? `Its definition, version ${now}, reads otherwise than when it was signed off`
    : `Counted by version ${now} of its definition, and was signed off by version ${signed}`
