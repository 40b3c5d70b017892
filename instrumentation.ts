import type { Instrumentation } from 'next'

const OLDEST_NODE = 24

/** Runs once, before the server answers anything. */
export function register(): void {
  // Written as a block, not as an early return: only so does the bundler leave it out of the edge build.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
      // better-sqlite3 would end the process with a segmentation fault and no word.
      console.error(
        `Sổ chỉ tiêu needs Node ${OLDEST_NODE} or newer; this is ${process.version}. Start it with "npm start".`,
      )
      process.exit(1)
    }
  }
}

/** Logs a fault under the digest that the error page shows, so that the two can be brought together. */
export const onRequestError: Instrumentation.onRequestError = async (error, { method, path }, { routePath }) => {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { logFault } = await import('./app/_server/log.ts')
    logFault(error, { method, path: path.split('?', 1)[0], routePath })
  }
}
