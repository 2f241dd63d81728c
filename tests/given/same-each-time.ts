import * as fc from 'fast-check'

/** What is drawn at random is the same in every run; `SEED=…` draws anew, to look for what nobody has thought of. */
fc.configureGlobal({ seed: Number(process.env['SEED'] ?? 2122) })
