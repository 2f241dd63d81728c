import type { LEGAL_FORMS } from './businesses-file.ts'

type LegalForm = (typeof LEGAL_FORMS)[number]

const SAID: readonly [RegExp, LegalForm][] = [
  [/\b(?:c\.?i\.?c\.?|community interest company)$/i, 'cic'],
  [/\b(?:plc|p\.l\.c\.?)$/i, 'plc'],
  [/\b(?:llp|l\.l\.p\.?)$/i, 'llp'],
  [/\b(?:ltd\.?|limited)$/i, 'limited_company'],
  [/\b(?:council|nhs trust|nhs foundation trust|fire and rescue service)$/i, 'public_body'],
  [/\b(?:college|university|school|academy)$/i, 'education'],
]

/** The legal form that a name says of itself; unknown where it says none. A sole trader's name never does. */
export function legalFormInName(name: string): LegalForm {
  const written = name.trim().replace(/\s*\(uk\)\s*/i, ' ')
  return SAID.find(([pattern]) => pattern.test(written.trim()))?.[1] ?? 'unknown'
}
