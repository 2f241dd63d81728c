import { businessesFile } from '../businesses/businesses-file.ts'
import { capitalFundingFile, capitalMilestonesFile, capitalProjectsFile } from '../capital-projects/capital-files.ts'
import { casesFile } from '../cases/cases-file.ts'
import { diagnosticsFile } from '../diagnostics/diagnostics-file.ts'
import { enquiriesFile } from '../enquiries/enquiries-file.ts'
import { attendancesFile, eventsFile } from '../events/event-files.ts'
import { grantsFile } from '../grants/grants-file.ts'
import { interactionsFile } from '../interactions/interactions-file.ts'
import { outcomesFile } from '../outcomes/outcomes-file.ts'
import { organisationsFile } from '../partners/organisations-file.ts'
import { partnerSupportFile, partnerTotalsFile } from '../partners/partner-files.ts'
import { businessRolesFile, peopleFile } from '../people/people-file.ts'
import { programmesFile } from '../programmes/programmes-file.ts'
import { referralsFile } from '../referrals/referrals-file.ts'
import { skillsReviewsFile } from '../skills-reviews/skills-reviews-file.ts'
import { advisersFile } from '../staff/advisers-file.ts'
import { surveyResponsesFile, surveysFile } from '../surveys/survey-files.ts'
import { coursesFile, participationsFile } from '../training/training-files.ts'
import { targetsFile } from '../years/targets-file.ts'
import type { BundleFile, RecordKind } from './bundle-file.ts'
import { hubFile } from './hub-file.ts'

/** Every file of the bundle, each after those that its references point into. */
export const BUNDLE: readonly BundleFile[] = [
  hubFile,
  organisationsFile,
  programmesFile,
  advisersFile,
  businessesFile,
  peopleFile,
  businessRolesFile,
  casesFile,
  enquiriesFile,
  interactionsFile,
  diagnosticsFile,
  referralsFile,
  skillsReviewsFile,
  coursesFile,
  participationsFile,
  eventsFile,
  attendancesFile,
  grantsFile,
  capitalProjectsFile,
  capitalMilestonesFile,
  capitalFundingFile,
  outcomesFile,
  surveysFile,
  surveyResponsesFile,
  partnerSupportFile,
  partnerTotalsFile,
  targetsFile,
]

const BY_KIND = new Map(BUNDLE.map((file) => [file.kind, file]))

/** The file that holds records of a kind. */
export function fileOf(kind: RecordKind): BundleFile {
  const file = BY_KIND.get(kind)
  if (!file) throw new Error(`No file of the bundle holds ${kind}`)
  return file
}
