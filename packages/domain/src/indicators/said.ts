/** The words of the language as people say them. */
export const say = (word: string): string => (word === 'sitrep' ? 'SITREP' : word.replaceAll('_', ' '))

export const orList = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
