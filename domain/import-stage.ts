import { type ActualStage, type FigureKind, figureKindTable } from './figure.ts'
import type { FileCell } from './file-table.ts'
import { isPlain, type NumberStyle } from './number-format.ts'
import { searchKey } from './unit.ts'

/** A stage that a cell says of itself in brackets, as our Biểu does where its column's head says another: "3.593,5 (ước)". */

/** What stands in the brackets, folded, and nothing else. */
const exactly: readonly [RegExp, ActualStage][] = [
  [/^(so )?uoc( (thuc hien|th|dat|ca nam))?$|^est(\.|imated?)?$/, 'estimate'],
  [/^(so lieu )?so bo$|^prelim(\.|inary)?$/, 'preliminary'],
  [/^(so )?chinh thuc$|^official$/, 'official'],
  [/^khong (ro|neu) muc$|^stage not stated$/, 'unstaged'],
]
/** What stands among other words there. */
const among: readonly [RegExp, ActualStage][] = [
  [/(?<!\p{L})(ước|estimate)/iu, 'estimate'],
  [/(?<!\p{L})(sơ bộ|prelim)/iu, 'preliminary'],
  [/(?<!\p{L})(chính thức|official)/iu, 'official'],
]

export type StagedCell = { kind: FigureKind; cell: FileCell | undefined } | 'other_stage'

/**
 * The figure that a cell of a column is, and what is left of it to be read: one that names its stage is of that stage.
 * Refused where brackets name another stage among other words, or beside a plan. Our own export names stages by column.
 */
export function stageOfCell(kind: FigureKind, cell: FileCell | undefined, style: NumberStyle): StagedCell {
  const { group } = figureKindTable[kind]
  if (typeof cell !== 'string' || group === 'reported' || isPlain(style)) return { kind, cell }
  const [, before = '', inside = ''] = /^(.*)\(([^()]*)\)\s*$/su.exec(cell.normalize('NFC')) ?? []
  const said = searchKey(inside.trim())
  const stage = exactly.find(([pattern]) => pattern.test(said))?.[1]
  if (stage !== undefined && before.trim() !== '') {
    return group === 'actual' ? { kind: stage, cell: before.trim() } : 'other_stage'
  }
  return among.some(([pattern, other]) => other !== kind && pattern.test(inside)) ? 'other_stage' : { kind, cell }
}
