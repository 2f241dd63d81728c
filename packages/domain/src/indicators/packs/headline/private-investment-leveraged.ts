import type { Definition } from '../../definition.ts'
import { HEADLINE_SOURCE } from '../countable.ts'

export const privateInvestmentLeveraged: Definition = {
  key: 'lep.private_investment_leveraged',
  version: 1,
  pack: 'headline',
  title: 'Private investment leveraged',
  counts: { sum: 'amount_pence' },
  any_of: [
    {
      a: 'outcome',
      dated: 'occurred_on',
      is: { kind: ['investment_private'], state: ['verified'] },
      yes: ['is_primary'],
    },
    {
      a: 'capital_funding',
      dated: 'defrayed_on',
      is: { source: ['private'], state: ['defrayed'] },
      filled: ['verified_on'],
    },
  ],
  note: 'Money that has left the bank. Public money, the grant itself and sums only promised do not count.',
  source: HEADLINE_SOURCE,
}
