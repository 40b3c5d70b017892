import type { CellAddress, Locale, SheetAddress } from './cell-place.ts'
import type { Attempt, CellProblem, Stall, Warning } from './cell-state.ts'

/** How the server answered; `theirs` still as text in the person's locale. */
export type Answer =
  | { type: 'saved'; version: number; warning: Warning | null }
  | { type: 'refused'; problem: CellProblem }
  | { type: 'conflict'; theirs: { quantity: string; version: number; by: string | null; at: string | null } }
  | { type: 'stalled'; cause: Stall }

type SavedBody = { saved: { version: number }[]; warnings?: Warning[] }
type RefusalBody = {
  code?: string
  message?: string
  problems?: CellProblem[]
  detail?: { theirs?: Extract<Answer, { type: 'conflict' }>['theirs'][] }
}

export const sheetApi = ({ unit, year }: SheetAddress): string => `/api/v1/sheets/${unit}/${year}`

/** Sends one cell, typed by this person (an account's id) whoever is signed in by now. Only what will not become true by waiting is a refusal; the rest may be tried again. */
export async function saveFigure(
  sheet: SheetAddress,
  person: string,
  { indicator, kind }: CellAddress,
  { key, text, expectedVersion, reason }: Attempt,
  locale: Locale,
): Promise<Answer> {
  const change = { indicator, kind, quantity: text, expectedVersion }
  try {
    const response = await fetch(`${sheetApi(sheet)}/figures`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ key, as: person, locale, ...(reason && { reason }), changes: [change] }),
    })
    return await read(response)
  } catch {
    return { type: 'stalled', cause: 'unsent' }
  }
}

async function read(response: Response): Promise<Answer> {
  if (response.status === 401) return { type: 'stalled', cause: 'signed_out' }
  if (response.status === 429 || response.status >= 500) return { type: 'stalled', cause: 'unsent' }
  if (response.ok) {
    // The shape is that of our own route, figures/route.ts.
    const { saved, warnings = [] } = (await response.json()) as SavedBody
    const version = saved[0]?.version
    if (version !== undefined) return { type: 'saved', version, warning: warnings[0] ?? null }
    return { type: 'stalled', cause: 'unsent' }
  }
  const { code = 'invalid', message, problems, detail } = (await response.json()) as RefusalBody
  const theirs = detail?.theirs?.[0]
  if (theirs) return { type: 'conflict', theirs }
  const problem = problems?.[0] ?? { reason: code, ...(message !== undefined && { message }) }
  return { type: 'refused', problem }
}
