import type { Pack, Row } from './read-pack.ts'
import { minutesOf } from './recount-pack.ts'

/** What a pack says of a client, a post or a survey beside its records, held against those records. */
export function checkTold(pack: Pack): string[] {
  return [...otherClients(pack), ...otherPosts(pack), ...otherWaves(pack), ...otherReviews(pack)]
}

const sheet = (pack: Pack, name: string): readonly Row[] => pack[name] ?? []
const told = (pack: Pack, key: string) => sheet(pack, 'Headlines').find((row) => row['key'] === key)?.['value']

/** As many businesses of an intensity as its figure counts, each counted in by the record that it names. */
function otherClients(pack: Pack): string[] {
  const rows = sheet(pack, 'Businesses')
  const minutes = minutesOf(pack)
  const proof = new Set(sheet(pack, 'Proof').map((row) => `${row['key']} ${row['unit ref']} ${row['record ref']}`))
  return [
    ...['light', 'medium', 'high'].flatMap((band) => {
      const many = rows.filter((row) => row['intensity'] === band).length
      return String(many) === told(pack, `gh.${band}`)
        ? []
        : [`${many} businesses stand as ${band}, gh.${band} differs`]
    }),
    ...rows.flatMap((row) => {
      const many = minutes.get(row['business ref'] ?? '') ?? 0
      return row['intensity'] === '' || String(many) === (row['minutes in year'] || '0')
        ? []
        : [`${row['business ref']} is said to have had ${row['minutes in year']} minutes, and had ${many}`]
    }),
    ...rows.flatMap((row) => {
      const [ref, record] = [row['business ref'], row['qualifying record ref'] ?? '']
      return record === '' || proof.has(`lep.businesses_supported ${ref} ${record}`)
        ? []
        : [`${ref} is said to be brought in by ${record}, and the proof does not say so`]
    }),
  ]
}

/** The equivalents of the posts in the proof are those of their own rows. */
function otherPosts(pack: Pack): string[] {
  const posts = new Map(sheet(pack, 'Jobs').map((row) => [row['ref'], row]))
  return sheet(pack, 'Proof').flatMap((row) => {
    if (!['lep.jobs_created', 'lep.jobs_safeguarded'].includes(row['key'] ?? '')) return []
    const post = posts.get(row['record ref'])
    return post?.['FTE'] === row['amount'] && post?.['share'] === '1'
      ? []
      : [`${row['record ref']} adds ${row['amount']} FTE, and its own row says ${post?.['FTE']}`]
  })
}

function otherWaves(pack: Pack): string[] {
  const answers = Map.groupBy(sheet(pack, 'Surveys'), (row) => row['survey ref'])
  return sheet(pack, 'Survey waves').flatMap((wave) => {
    const found = answers.get(wave['survey ref']) ?? []
    const valid = found.filter((row) => row['valid'] === 'yes')
    const businesses = new Set(valid.flatMap((row) => row['business ref'] || [])).size
    const counted = [found.length, valid.length, businesses, valid.filter((row) => row['anonymous'] === 'yes').length]
    const said = ['responses', 'valid', 'distinct businesses', 'anonymous'].map((name) => wave[name])
    return counted.join() === said.join()
      ? []
      : [`The wave ${wave['wave']} is told as ${said.join()}, and has ${counted.join()}`]
  })
}

const otherReviews = (pack: Pack): string[] =>
  sheet(pack, 'Skills reviews').flatMap((row) =>
    Number(row['lines taken up']) <= Number(row['plan lines'])
      ? []
      : [`${row['ref']} has more lines taken up than lines`],
  )
