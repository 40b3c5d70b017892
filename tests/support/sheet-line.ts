import { type FigureKind, figureKinds } from '#domain/figure.ts'
import { parseFigure } from '#domain/figure-text.ts'
import type { FigureView, IndicatorView, SheetLine } from '#domain/sheet.ts'

/** Texts of cells in the plain style, as a CSV has them: { adopted_plan: '3504', estimate: '>14000' }; '' is cleared. */
type Cells = Partial<Record<FigureKind, string>>

type Described = Partial<Omit<SheetLine, 'indicator' | 'figures'>> & {
  indicator?: Partial<IndicatorView>
  cells?: Cells
  /** What every figure of the line has in common. */
  figure?: Partial<FigureView>
}

/** A line of a sheet as the queries read it: an amount where higher is better, in both sets, unless told otherwise. */
export function sheetLine({ indicator = {}, cells = {}, figure = {}, ...line }: Described = {}): SheetLine {
  const { code = 'NS-THU' } = indicator
  const view: IndicatorView = {
    id: `indicator ${code}`,
    code,
    version: 1,
    nameVi: 'Thu ngân sách nhà nước trên địa bàn',
    nameEn: 'State budget revenue in the area',
    shortVi: null,
    shortEn: null,
    group: 'budget',
    valueType: 'amount',
    direction: 'higher',
    unitOfMeasure: 'tỷ đồng',
    decimals: 0,
    parentCode: null,
    breakdownRule: 'none',
    heading: false,
    caution: null,
    ...indicator,
  }
  const figures: SheetLine['figures'] = {}
  for (const kind of figureKinds) {
    const typed = cells[kind]
    if (typed === undefined) continue
    const read = parseFigure(kind, typed, view, 'plain')
    if (!read.ok) throw new Error(`${code}, ${kind}: "${typed}" ${read.error.reason}`)
    figures[kind] = {
      quantity: read.value,
      version: 1,
      note: null,
      document: null,
      at: '2023-12-15T03:00:00.000Z',
      by: 'Nguyễn Thị Nhập',
      ...figure,
    }
  }
  return {
    id: `line ${code}`,
    position: 1,
    number: '1',
    office: null,
    inAssignedSet: true,
    inAdoptedSet: true,
    endedAt: null,
    ...line,
    indicator: view,
    figures,
  }
}
