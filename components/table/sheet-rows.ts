import { type Assessment, assessLine } from '#domain/assessment.ts'
import { type ActualStage, bestActual } from '#domain/figure.ts'
import type { Finding } from '#domain/finding.ts'
import { groupLetter, type IndicatorGroup, indicatorGroups } from '#domain/indicator.ts'
import type { Quantity } from '#domain/quantity.ts'
import type { IndicatorView, SheetLine } from '#domain/sheet.ts'

/** An actual as a cell shows it: its best stage. */
export type StagedQuantity = { stage: ActualStage; quantity: Quantity }

export type SheetRow = {
  line: SheetLine
  assessment: Assessment
  /** The same indicator's actual of the year before; null where there is none, or another definition. */
  previous: StagedQuantity | null
  /** The indicator that this one is a part of, where that is on the sheet. */
  parent: IndicatorView | null
  /** What needs a second look here: warnings, never refusals. */
  findings: readonly Finding[]
}

type RowGroup = { group: IndicatorGroup; letter: string; rows: SheetRow[] }
export type SheetRows = { groups: RowGroup[]; ended: SheetRow[] }

/** Those of the lines that are on the sheet still, in its order. */
export const liveRows = ({ groups }: SheetRows): SheetRow[] => groups.flatMap(({ rows }) => rows)

/**
 * The rows of an official sheet under A, B, C …; ended lines stand apart, after all others. Each is judged here once, for
 * whatever shows it; `findings` are those of the checks, each of which goes to its line.
 */
export function sheetRows(
  lines: readonly SheetLine[],
  previousLines: readonly SheetLine[],
  findings: readonly Finding[] = [],
): SheetRows {
  const before = new Map(previousLines.map((line) => [line.indicator.id, line]))
  const byCode = new Map(lines.map(({ indicator }) => [indicator.code, indicator]))
  const found = Map.groupBy(findings, ({ lineId }) => lineId)
  const rowOf = (line: SheetLine): SheetRow => {
    const same = before.get(line.indicator.id) ?? null
    const best = same && bestActual(same.figures)
    return {
      line,
      assessment: assessLine(line, same),
      previous: best?.figure.quantity ? { stage: best.stage, quantity: best.figure.quantity } : null,
      parent: byCode.get(line.indicator.parentCode ?? '') ?? null,
      findings: found.get(line.id) ?? [],
    }
  }
  const live = lines.filter(({ endedAt }) => endedAt === null)
  const groups = indicatorGroups
    .map((group) => ({ group, rows: live.filter(({ indicator }) => indicator.group === group).map(rowOf) }))
    .filter(({ rows }) => rows.length > 0)
    .map(({ group, rows }, index) => ({ group, rows, letter: groupLetter(index) }))
  return { groups, ended: lines.filter(({ endedAt }) => endedAt !== null).map(rowOf) }
}
