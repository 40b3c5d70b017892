/** What `npm run backup` and `npm run restore` say in the same way. */
import { LedgerRefused, type LedgerSummary } from '#db/check-ledger.ts'
import { Stop } from './stop.ts'

/** Runs a step that a file or the disk may refuse, and says which with `failure` before the reason. Bugs throw. */
export function attempt<T>(failure: string, step: () => T): T {
  try {
    return step()
  } catch (error) {
    // Faults of SQLite and of the system carry a code.
    const isFault = error instanceof LedgerRefused || (error instanceof Error && 'code' in error)
    throw isFault ? new Stop(`${failure}: ${error.message}.`) : error
  }
}

export const describe = ({ journalRows, lastWrite }: LedgerSummary): string =>
  lastWrite === null ? 'no write yet' : `${journalRows} journal rows, the last of ${lastWrite}`
