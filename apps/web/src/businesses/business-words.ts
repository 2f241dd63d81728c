import type { LEGAL_FORMS, TRADING_STATUSES } from '@hubline/domain/businesses/businesses-file.ts'

export const LEGAL_FORM_NAMES: Readonly<Record<(typeof LEGAL_FORMS)[number], string>> = {
  limited_company: 'Limited company',
  sole_trader: 'Sole trader',
  partnership: 'Partnership',
  llp: 'Limited liability partnership',
  plc: 'Public limited company',
  cic: 'Community interest company',
  charity: 'Charity',
  cio: 'Charitable incorporated organisation',
  registered_society: 'Registered society',
  public_body: 'Public body',
  education: 'School, college or university',
  overseas: 'Overseas company',
  unknown: 'Not known',
}

export const TRADING_STATUS_NAMES: Readonly<Record<(typeof TRADING_STATUSES)[number], string>> = {
  pre_trading: 'Not trading yet',
  trading: 'Trading',
  dormant: 'Dormant',
  in_difficulty: 'In difficulty',
  insolvent: 'Insolvent',
  ceased: 'Ceased',
}
