/**
 * A row's cells as one text, for the browser to write them from: of each a sign for its look and marks, then what stands
 * in it; nothing where the sheet has no such line.
 */

export const heatLooks = ['deep', 'miss', 'met', 'over', 'far', 'neutral', 'bare', 'plan', 'none'] as const

/**
 * How a cell looks: by its verdict and how far it is from the plan (deep, miss, met, over, far), neutral, without a plan
 * (bare), a plan without a result (plan), or nothing at all (none).
 */
export type HeatLook = (typeof heatLooks)[number]

export type PackedCell = {
  look: HeatLook
  /** What a source states and nothing here computes. */
  reported: boolean
  /** A check found something. */
  flagged: boolean
  text: string
}

const BETWEEN = '|'

export function packCell({ look, reported, flagged, text }: PackedCell): string {
  const sign = heatLooks.indexOf(look) * 4 + (reported ? 2 : 0) + (flagged ? 1 : 0)
  return `${sign.toString(36)}${text.replaceAll(BETWEEN, '/')}`
}

export const packRow = (cells: readonly (string | null)[]): string => cells.map((cell) => cell ?? '').join(BETWEEN)

export const unpackRow = (row: string): (PackedCell | null)[] => row.split(BETWEEN).map(unpackCell)

function unpackCell(packed: string): PackedCell | null {
  if (packed === '') return null
  const sign = Number.parseInt(packed.charAt(0), 36)
  const look = heatLooks[sign >> 2]
  return look ? { look, reported: (sign & 2) > 0, flagged: (sign & 1) > 0, text: packed.slice(1) } : null
}
