/** What an evidence document can be, by what is in it, with the endings that its name may have. The first is the usual one. */
export const DOCUMENT_TYPES = {
  'application/pdf': { words: 'PDF', endings: ['pdf'] },
  'image/jpeg': { words: 'JPEG picture', endings: ['jpg', 'jpeg'] },
  'image/png': { words: 'PNG picture', endings: ['png'] },
  'text/plain': { words: 'plain text', endings: ['txt'] },
  'text/csv': { words: 'CSV list', endings: ['csv'] },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    words: 'Word document',
    endings: ['docx'],
  },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { words: 'Excel workbook', endings: ['xlsx'] },
  'application/vnd.oasis.opendocument.text': { words: 'OpenDocument text', endings: ['odt'] },
} as const satisfies Readonly<Record<string, { words: string; endings: readonly [string, ...string[]] }>>

export type DocumentType = keyof typeof DOCUMENT_TYPES
export const DOCUMENT_TYPE_NAMES = Object.keys(DOCUMENT_TYPES) as DocumentType[]

/** Every ending, for the box in which files are chosen: `.pdf,.jpg,…` */
export const DOCUMENT_ENDINGS = Object.values(DOCUMENT_TYPES)
  .flatMap(({ endings }) => endings.map((ending) => `.${ending}`))
  .join(',')

/** The most that a document may hold, in bytes: 20 MB. */
export const LARGEST_DOCUMENT = 20 * 1024 * 1024
/** A record that needs more than this is proved by something else. */
export const MOST_DOCUMENTS = 50
/** What the documents of one record may hold together, those that were withdrawn as well, in bytes: 200 MB. */
export const MOST_OF_RECORD = 200 * 1024 * 1024

export const TOO_LARGE = 'That file is larger than 20 MB: send a smaller one, or split it'
export const NOTHING_IN_IT = 'There is nothing in that file: choose another'
export const OTHER_TYPE =
  'Attach a PDF, a JPEG or PNG picture, plain text, a CSV list, or a Word (.docx), Excel (.xlsx) or OpenDocument (.odt) file: that file is none of these'

/** The last ending of a name, in small letters, without its dot; empty where there is none. */
export const endingOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''

/** Why a file of this name and content is not taken, or undefined. `found` is undefined where the content is of no known type. */
export function whyNot(name: string, found: DocumentType | undefined): string | undefined {
  if (found === undefined) return OTHER_TYPE
  const { words, endings } = DOCUMENT_TYPES[found]
  if ((endings as readonly string[]).includes(endingOf(name))) return undefined
  return `That file is a ${words}, and its name does not end so: call it something that ends with .${endings[0]}`
}
