import { bundleFile, day, money, oneOf, reference, refersTo, required, text } from '../imports/bundle-file.ts'

export const MILESTONES = ['approved', 'contracted', 'start_on_site', 'practical_completion', 'operational'] as const
export const FUNDING_SOURCES = ['lep', 'public', 'private'] as const
export const FUNDING_STATES = ['forecast', 'contracted', 'defrayed'] as const

export const capitalProjectsFile = bundleFile({
  file: 'capital_projects.csv',
  kind: 'capital_project',
  noun: 'capital project',
  prefix: 'CP',
  columns: {
    reference: reference(),
    name: required(text(300)),
    site: text(300),
    district_code: text(20),
    lep_investment_gbp: money('lep_investment_pence'),
    programme_reference: refersTo('programme'),
  },
})

export const capitalMilestonesFile = bundleFile({
  file: 'capital_milestones.csv',
  kind: 'capital_milestone',
  noun: 'capital milestone',
  prefix: 'CM',
  columns: {
    reference: reference(),
    capital_project_reference: required(refersTo('capital_project')),
    milestone: required(oneOf(MILESTONES)),
    forecast_on: day(),
    actual_on: day(),
  },
})

export const capitalFundingFile = bundleFile({
  file: 'capital_funding.csv',
  kind: 'capital_funding',
  noun: 'capital funding line',
  prefix: 'CF',
  columns: {
    reference: reference(),
    capital_project_reference: required(refersTo('capital_project')),
    source: required(oneOf(FUNDING_SOURCES)),
    amount_gbp: required(money('amount_pence')),
    state: required(oneOf(FUNDING_STATES)),
    defrayed_on: day(),
    verified_on: day(),
  },
})
