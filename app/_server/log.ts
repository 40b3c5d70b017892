import 'server-only'
import { pino } from 'pino'

/** One JSON line for each thing worth knowing later. Inputs, cookies and passwords are never passed to it. */
export const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime })
