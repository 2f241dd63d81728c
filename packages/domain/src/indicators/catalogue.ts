import type { Definition } from './definition.ts'
import { businessesStarted } from './packs/headline/businesses-started.ts'
import { businessesSupported } from './packs/headline/businesses-supported.ts'
import { capitalProjectsProgressed } from './packs/headline/capital-projects-progressed.ts'
import { individualsHelpedToStart } from './packs/headline/individuals-helped-to-start.ts'
import { individualsUpskilled } from './packs/headline/individuals-upskilled.ts'
import { jobsCreated } from './packs/headline/jobs-created.ts'
import { jobsSafeguarded } from './packs/headline/jobs-safeguarded.ts'
import { privateInvestmentLeveraged } from './packs/headline/private-investment-leveraged.ts'
import { skillsReviewsOffered } from './packs/headline/skills-reviews-offered.ts'
import { sitrepBusinesses, skillsForGrowthBusinesses } from './packs/headline/survey-businesses.ts'
import { highIntensity, lightIntensity, mediumIntensity } from './packs/hub-metrics/intensity.ts'
import { individualsStart } from './packs/hub-metrics/individuals-start.ts'
import { referredAny, referredByCategory } from './packs/hub-metrics/referred-any.ts'
import { scaleupPotential } from './packs/hub-metrics/scaleup-potential.ts'
import { satisfaction } from './packs/hub-metrics/satisfaction.ts'
import { eventBusinesses, initialContacts, oneToOne, referralsMovedOn } from './packs/local/local.ts'
import { bootcampOutcomes, bootcampStarts } from './packs/skills/bootcamps.ts'
import { plansAgreed, reviewsHeld } from './packs/skills/skills.ts'

import {
  brokerage,
  employmentIncrease,
  enterpriseReady,
  enterprisesAssisted,
  enterprisesGranted,
  enterprisesSupported,
  matchingInvestment,
  newEnterprises,
  newToFirm,
  newToMarket,
} from './packs/programmes/erdf.ts'
import {
  businessesGranted,
  businessesHelped,
  jobsOfProgrammes,
  newToFirmProducts,
  peopleQualified,
  peopleReady,
} from './packs/programmes/ukspf.ts'

/** Every indicator, in the order in which people expect them on the board. */
export const CATALOGUE: readonly Definition[] = [
  businessesSupported,
  individualsHelpedToStart,
  jobsCreated,
  privateInvestmentLeveraged,
  skillsReviewsOffered,
  individualsUpskilled,
  sitrepBusinesses,
  skillsForGrowthBusinesses,
  capitalProjectsProgressed,
  jobsSafeguarded,
  businessesStarted,
  lightIntensity,
  mediumIntensity,
  highIntensity,
  individualsStart,
  scaleupPotential,
  referredAny,
  referredByCategory,
  satisfaction,
  initialContacts,
  referralsMovedOn,
  oneToOne,
  eventBusinesses,
  reviewsHeld,
  plansAgreed,
  bootcampStarts,
  bootcampOutcomes,
  enterprisesSupported,
  enterprisesGranted,
  enterprisesAssisted,
  newEnterprises,
  matchingInvestment,
  employmentIncrease,
  newToMarket,
  newToFirm,
  enterpriseReady,
  brokerage,
  businessesHelped,
  businessesGranted,
  peopleReady,
  jobsOfProgrammes,
  newToFirmProducts,
  peopleQualified,
]

export function findDefinition(key: string): Definition | undefined {
  return CATALOGUE.find((definition) => definition.key === key)
}
