import type { Definition } from '../../definition.ts'
import { HEADLINE_SOURCE } from '../countable.ts'

export const capitalProjectsProgressed: Definition = {
  key: 'lep.capital_projects_progressed',
  version: 1,
  pack: 'headline',
  title: 'Capital projects reaching a milestone',
  counts: { each: 'capital_project' },
  any_of: [
    {
      a: 'capital_milestone',
      dated: 'actual_on',
      is: { milestone: ['start_on_site', 'practical_completion', 'operational'] },
    },
  ],
  source: HEADLINE_SOURCE,
}
