import { ok, type Result, refuse } from '#domain/refusal.ts'
import type { Reader } from '../engine.ts'
import { type FoundLine, findLines } from '../queries/find-lines.ts'

/** The line of an indicator that is on the sheet still; an ended one may have the same code. */
export async function findLiveLine(reader: Reader, sheetId: string, indicator: string): Promise<Result<FoundLine>> {
  const named = (await findLines(reader, sheetId)).filter(({ code }) => code === indicator)
  const line = named.find(({ endedAt }) => endedAt === null)
  if (line) return ok(line)
  const reason = named.length > 0 ? 'line_ended' : 'not_on_sheet'
  return refuse('invalid', { problems: [{ path: 'indicator', reason }] })
}
