/** What `npm run backup` and `npm run restore` say in the same way. */
import { LedgerRefused, type LedgerSummary } from '#db/check-ledger.ts'
import type { CopiedFiles } from '#db/copy-files.ts'
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

/** " and 12 files"; nothing where the ledger names none. */
export const describeFiles = ({ files }: CopiedFiles): string =>
  files === 0 ? '' : ` and ${files} ${files === 1 ? 'file' : 'files'}`

/** After all that could be done is done: the operator must hear of files that are lost, and so must cron. */
export function requireFiles({ lost }: CopiedFiles): void {
  if (lost.length === 0) return
  const shown = [...lost.slice(0, 5), ...(lost.length > 5 ? ['…'] : [])]
  throw new Stop(
    `The ledger names ${lost.length} ${lost.length === 1 ? 'file' : 'files'} that can no longer be read as stored: ${shown.join(', ')}. All the rest is done.`,
  )
}
