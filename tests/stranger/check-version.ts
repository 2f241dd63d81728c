import type { Pack, Row } from './read-pack.ts'

/** What does not agree in the pack of a signed-off version: its figures, its lists and their proof, each in a sentence. */
export function checkVersion(pack: Pack): string[] {
  const units = Map.groupBy(pack['Units'] ?? [], ({ key }) => key)
  const proof = Map.groupBy(pack['Proof'] ?? [], ({ key }) => key)
  const told = new Map((pack['Signed off'] ?? []).map((row) => [row['key'], row]))
  const headlines = pack['Headlines'] ?? []
  return [
    ...(told.size === headlines.length ? [] : [`${told.size} figures were signed off, ${headlines.length} are told`]),
    ...headlines.flatMap((row) => {
      const key = row['key'] ?? ''
      return [
        ...otherThanSigned(row, told.get(key) ?? {}),
        ...otherThanCounted(row, units.get(key) ?? [], proof.get(key) ?? []),
      ]
    }),
  ]
}

const otherThanSigned = (row: Row, signed: Row): string[] =>
  ['title', 'value', 'unit', 'units', 'definition version']
    .filter((name) => row[name] !== signed[name])
    .map((name) => `${row['key']} is told with the ${name} ${row[name]}, and ${signed[name]} was signed off`)

function otherThanCounted({ key, value, unit, units: many }: Row, units: readonly Row[], proof: readonly Row[]) {
  const [listed, proved] = [units, proof].map((rows) => new Set(rows.map((row) => row['unit id'])))
  const counted = valueOf(unit ?? '', units.length, proof)
  return [
    ...(String(units.length) === many ? [] : [`${key} is told with ${many} units, and ${units.length} are listed`]),
    ...(counted === value ? [] : [`${key} is told as ${value || 'nothing'}, and its list gives ${counted}`]),
    ...(listed?.symmetricDifference(proved ?? new Set()).size === 0
      ? []
      : [`The list of ${key} and its proof name different units`]),
  ]
}

/** Amounts add up, scores have a mean, everything else is as long as its list. */
export function valueOf(unit: string, listed: number, proof: readonly Row[]): string {
  const sum = proof.reduce((total, row) => total + trillionths(row['amount'] ?? ''), 0n)
  if (unit === 'score') return proof.length === 0 ? '' : hundredths(sum / BigInt(proof.length))
  return unit === 'FTE' || unit === 'GBP' ? hundredths(sum) : String(listed)
}

/** Amounts have twelve decimals at most; blank is nothing. */
export function trillionths(amount: string): bigint {
  const [whole = '0', part = ''] = amount.split('.')
  return BigInt((whole || '0') + part.padEnd(12, '0'))
}

/** Half up; what the cut digits of thirds may lack is far less than the thousand added. */
function hundredths(sum: bigint): string {
  const found = (sum + 5_000_001_000n) / 10_000_000_000n
  return `${found / 100n}.${String(found % 100n).padStart(2, '0')}`
}
