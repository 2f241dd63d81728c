import type { District } from './settings.ts'

/** The nine districts, by how many businesses each has. */
export const DISTRICTS: readonly District[] = [
  {
    code: 'E06000021',
    weight: 25,
    towns: [
      ['Hanley', 'ST1'],
      ['Burslem', 'ST6'],
      ['Longton', 'ST3'],
      ['Stoke-on-Trent', 'ST4'],
      ['Fenton', 'ST4'],
      ['Tunstall', 'ST6'],
      ['Etruria', 'ST1'],
    ],
  },
  {
    code: 'E07000195',
    weight: 12,
    towns: [
      ['Newcastle-under-Lyme', 'ST5'],
      ['Kidsgrove', 'ST7'],
      ['Chesterton', 'ST5'],
      ['Silverdale', 'ST5'],
    ],
  },
  {
    code: 'E07000197',
    weight: 14,
    towns: [
      ['Stafford', 'ST16'],
      ['Stafford', 'ST17'],
      ['Stone', 'ST15'],
      ['Eccleshall', 'ST21'],
      ['Gnosall', 'ST20'],
    ],
  },
  {
    code: 'E07000193',
    weight: 12,
    towns: [
      ['Burton upon Trent', 'DE14'],
      ['Burton upon Trent', 'DE13'],
      ['Uttoxeter', 'ST14'],
      ['Barton-under-Needwood', 'DE13'],
    ],
  },
  {
    code: 'E07000192',
    weight: 9,
    towns: [
      ['Cannock', 'WS11'],
      ['Hednesford', 'WS12'],
      ['Rugeley', 'WS15'],
    ],
  },
  {
    code: 'E07000194',
    weight: 9,
    towns: [
      ['Lichfield', 'WS13'],
      ['Burntwood', 'WS7'],
      ['Lichfield', 'WS14'],
    ],
  },
  {
    code: 'E07000198',
    weight: 8,
    towns: [
      ['Leek', 'ST13'],
      ['Cheadle', 'ST10'],
      ['Biddulph', 'ST8'],
      ['Werrington', 'ST9'],
    ],
  },
  {
    code: 'E07000196',
    weight: 7,
    towns: [
      ['Codsall', 'WV8'],
      ['Wombourne', 'WV5'],
      ['Penkridge', 'ST19'],
      ['Cheslyn Hay', 'WS6'],
    ],
  },
  {
    code: 'E07000199',
    weight: 4,
    towns: [
      ['Tamworth', 'B77'],
      ['Tamworth', 'B79'],
    ],
  },
]

/** Neighbours whose businesses come too, and do not count. */
export const OUTSIDE: readonly District[] = [
  {
    code: 'E06000049',
    weight: 3,
    towns: [
      ['Alsager', 'ST7'],
      ['Congleton', 'CW12'],
    ],
  },
  { code: 'E06000051', weight: 2, towns: [['Market Drayton', 'TF9']] },
  { code: 'E07000039', weight: 2, towns: [['Swadlincote', 'DE11']] },
  {
    code: 'E08000030',
    weight: 2,
    towns: [
      ['Walsall', 'WS1'],
      ['Aldridge', 'WS9'],
    ],
  },
]
