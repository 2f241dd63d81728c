/** `2,968` or `1,296.67`: thousands set off by commas, decimals as they are given. Takes digits as text, too. */
export function showNumber(value: number | string): string {
  const [whole = '', part] = String(value).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return part === undefined ? grouped : `${grouped}.${part}`
}
