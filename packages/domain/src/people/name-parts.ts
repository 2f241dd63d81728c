/** "Mary Ann Okafor" in two parts: the last word is the family name, as most people in this country write themselves. */
export function nameParts(name: string): { given_name: string; family_name: string } {
  const words = name.trim().split(/\s+/)
  const family_name = words.length > 1 ? (words.pop() ?? '') : ''
  return { given_name: words.join(' '), family_name }
}
