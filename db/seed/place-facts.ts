import { actualStages, type FigureKind, figureKindTable } from '#domain/figure.ts'
import { parseFigure } from '#domain/figure-text.ts'
import type { Quantity } from '#domain/quantity.ts'
import { requireLines } from './check-lines.ts'
import { cellOf, type Place, type PlacedFigure } from './fact-cells.ts'
import { type PublishedIndicator, publishedIndicators } from './published/indicators.ts'
import { publishedSheets } from './published/sheets.ts'
import { unitSlugs } from './published/units.ts'
import { type Fact, type FigureRow, type Published, SeedRefused, type StatementRow } from './read-published.ts'

export type PlacedStatement = Place & StatementRow & { document: string }
export type Placed = { figures: PlacedFigure[]; statements: PlacedStatement[] }

const catalogue = new Map(publishedIndicators.map((indicator) => [indicator.code, indicator]))
const cellKey = ({ unit, year, indicator, kind }: Place & Pick<PlacedFigure, 'indicator' | 'kind'>) =>
  [unit, year, indicator, kind].join(' ')

function refuseFact(fact: Pick<Fact, 'row'>, sentence: string): never {
  throw new SeedRefused(`Fact ${fact.row} cannot be placed: ${sentence}.`)
}

/**
 * Puts every fact where the placement says, and proves that nothing is lost or made up: each fact has a place, each
 * of its values is recorded, each recorded value is the fact's own (or what its article says beside it), and the lines,
 * sets, names, units of measure, stages and documents agree. Throws SeedRefused at the first that does not.
 */
export function placeFacts(published: Published): Placed {
  const { facts, documents, figures, statements, lines } = published
  const codes = new Set(documents.map(({ code }) => code))
  if (codes.size < documents.length) throw new SeedRefused('documents.csv names a document twice.')
  const factOf = (row: number, file: string): Fact => {
    const fact = facts[row - 1]
    if (!fact) throw new SeedRefused(`${file} places fact ${row}, which is not in facts.csv.`)
    return fact
  }
  for (const fact of facts) {
    placeOf(fact)
    if (!codes.has(fact.document_id)) refuseFact(fact, `its document "${fact.document_id}" is not in documents.csv`)
    const asFigure = figures.some((row) => row.fact === fact.row)
    const asStatement = statements.some((row) => row.fact === fact.row)
    if (!asFigure && !asStatement) refuseFact(fact, 'neither figures.csv nor statements.csv has a row for it')
    if (asFigure && asStatement) refuseFact(fact, 'figures.csv and statements.csv both have it')
  }

  const placedFigures = figures.map((row) => placeFigure(factOf(row.fact, 'figures.csv'), row, codes))
  requireOneEach(placedFigures)
  for (const fact of facts) requireAllCells(fact, placedFigures)
  requireLines(lines, placedFigures)
  const placedStatements = statements.map((row) => placeStatement(factOf(row.fact, 'statements.csv'), row))
  return { figures: placedFigures, statements: placedStatements }
}

function placeOf(fact: Fact): Place {
  const unit = unitSlugs[fact.unit]
  if (unit === undefined) refuseFact(fact, `the unit "${fact.unit}" is not in the catalogue`)
  if (!publishedSheets.some((sheet) => sheet.unit === unit && sheet.year === fact.year)) {
    refuseFact(fact, `${unit} has no sheet of ${fact.year}`)
  }
  return { unit, year: fact.year }
}

function read(fact: Fact, indicator: PublishedIndicator, kind: FigureKind, text: string): Quantity {
  const parsed = parseFigure(kind, text, indicator, 'plain')
  if (!parsed.ok) return refuseFact(fact, `"${text}" is no ${kind} (${parsed.error.reason})`)
  return parsed.value ?? refuseFact(fact, `it has no ${kind}`)
}

function placeFigure(fact: Fact, row: FigureRow, documents: ReadonlySet<string>): PlacedFigure {
  const indicator = catalogue.get(row.indicator)
  if (!indicator) return refuseFact(fact, `the indicator "${row.indicator}" is not in the catalogue`)
  requireSameIndicator(fact, indicator)
  requireStage(fact, row.kind)
  const document = row.document || fact.document_id
  if (!documents.has(document)) refuseFact(fact, `its document "${document}" is not in documents.csv`)

  const own = cellOf(fact, row.kind)
  const quantity = row.quantity || own
  const placed = read(fact, indicator, row.kind, quantity)
  if (own !== '' && read(fact, indicator, row.kind, own).value !== placed.value) {
    refuseFact(fact, `figures.csv says "${row.quantity}" where the fact says "${own}"`)
  }
  if (placed.value !== null && !Object.values(fact).some((text) => String(text).includes(String(placed.value)))) {
    refuseFact(fact, `figures.csv says "${row.quantity}", which is nowhere in the fact`)
  }
  return {
    ...placeOf(fact),
    fact: fact.row,
    indicator: row.indicator,
    kind: row.kind,
    quantity,
    document,
    note: row.note,
  }
}

/** The fact speaks of this indicator: its published name, unit of measure and whether it is a part of another. */
function requireSameIndicator(fact: Fact, indicator: PublishedIndicator): void {
  const { code, nameVi, alsoPublishedAs = [], unitOfMeasure } = indicator
  if (![nameVi, ...alsoPublishedAs].includes(fact.indicator_vi)) {
    refuseFact(fact, `"${fact.indicator_vi}" is not a published name of ${code}`)
  }
  // A remark of the reader's stands in brackets behind the published unit.
  if (fact.unit_of_measure.replace(/ \(.*\)$/, '') !== unitOfMeasure) {
    refuseFact(fact, `it is in "${fact.unit_of_measure}", ${code} in "${unitOfMeasure}"`)
  }
  if ((fact.breakdown_parent !== '') !== (indicator.parent !== undefined)) {
    refuseFact(fact, `its parent "${fact.breakdown_parent}" does not agree with ${code}`)
  }
}

/** An actual is recorded in the stage that the source gives it. */
function requireStage(fact: Fact, kind: FigureKind): void {
  const stage = fact.actual_kind === 'uoc_ca_nam' ? 'estimate' : fact.actual_kind === 'khong_ro' ? 'unstaged' : null
  if (figureKindTable[kind].group === 'actual' && kind !== stage) {
    refuseFact(fact, `its stage "${fact.actual_kind}" is not "${kind}"`)
  }
}

/** No two rows write one cell. */
function requireOneEach(figures: readonly PlacedFigure[]): void {
  const cells = new Map<string, PlacedFigure>()
  for (const figure of figures) {
    const other = cells.get(cellKey(figure))
    if (other) refuseFact({ row: figure.fact }, `fact ${other.fact} is placed in the same cell, ${cellKey(figure)}`)
    cells.set(cellKey(figure), figure)
  }
}

/** Every value of a fact is recorded: by its own row, or by that of another article which said the same before it. */
function requireAllCells(fact: Fact, figures: readonly PlacedFigure[]): void {
  const own = figures.find((figure) => figure.fact === fact.row)
  const indicator = own && catalogue.get(own.indicator)
  if (!own || !indicator) return
  const recorded = (kind: FigureKind) => figures.find((figure) => cellKey(figure) === cellKey({ ...own, kind }))
  const requireOne = (kinds: readonly FigureKind[], only = kinds) => {
    for (const kind of kinds) {
      const cell = cellOf(fact, kind)
      if (cell === '') continue
      const values = only.flatMap((candidate) => {
        const figure = recorded(candidate)
        return figure ? [read(fact, indicator, candidate, figure.quantity).value] : []
      })
      if (!values.includes(read(fact, indicator, kind, cell).value)) refuseFact(fact, `its ${kind} ${cell} is nowhere`)
    }
  }
  requireOne(['assigned_plan'])
  requireOne(['adopted_plan'])
  requireOne(['reported_growth'])
  requireOne(actualStages)
  const percents = ['reported_percent_assigned', 'reported_percent_adopted', 'reported_percent_unstated'] as const
  if (fact.stated_pct_of_plan.includes('=')) for (const kind of percents) requireOne([kind])
  else requireOne(percents)
}

function placeStatement(fact: Fact, row: StatementRow): PlacedStatement {
  const plan = fact.plan_city || fact.plan_district
  const [count, total] = fact.actual === '' ? [plan, ''] : [fact.actual, plan]
  if (count !== String(row.count))
    refuseFact(fact, `statements.csv counts ${row.count}, the fact ${count || 'nothing'}`)
  if (total !== '' && total !== String(row.total))
    refuseFact(fact, `statements.csv says of ${row.total}, not of ${total}`)
  if ((fact.actual_kind === 'du_kien') !== (row.qualifier === 'dự kiến')) {
    refuseFact(fact, `the qualifier "${row.qualifier}" does not agree with "${fact.actual_kind}"`)
  }
  return { ...row, ...placeOf(fact), document: fact.document_id }
}
