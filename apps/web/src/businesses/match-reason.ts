/** Why a client answers to what was typed, when its name and reference do not show it: "phone 01785 000000". */
export function reasonOf({ field, matched }: { field: string; matched: string }, name: string): string | undefined {
  if (field === 'reference' || !matched || matched === name) return undefined
  return `${field} ${matched}`
}
