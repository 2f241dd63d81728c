/** The facts that a form changes: read from its boxes, unlike what it was filled from. Blank and not known are one. */
export function changedFacts<Read extends Readonly<Record<string, unknown>>>(
  read: Read,
  was: Readonly<Record<string, unknown>>,
): Partial<Read> {
  return Object.fromEntries(Object.entries(read).filter(([fact, value]) => !same(value, was[fact]))) as Partial<Read>
}

/** Numbers of the database may come as text: 12.50 is 12.5. */
function same(one: unknown, other: unknown): boolean {
  const [left, right] = [one ?? null, other ?? null]
  if (typeof left === 'number' && right !== null) return left === Number(right)
  return left === right
}
