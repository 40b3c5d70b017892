import type { Actor } from '#domain/permissions.ts'
import type { Result } from '#domain/refusal.ts'
import type { Command, Found, Keyed } from '../command.ts'
import { addLine } from '../commands/add-line.ts'
import { moveSheet } from '../commands/move-sheet.ts'
import { openYear } from '../commands/open-year.ts'
import { recordStatements } from '../commands/record-statements.ts'
import { saveDocument } from '../commands/save-document.ts'
import { saveIndicator } from '../commands/save-indicator.ts'
import { saveUnit } from '../commands/save-unit.ts'
import { setFigures } from '../commands/set-figures.ts'
import type { Engine } from '../engine.ts'
import { ensureSystemActor } from '../system-actor.ts'
import { refusalForLog, write } from '../write.ts'
import { type Placed, placeFacts } from './place-facts.ts'
import { publishedIndicators } from './published/indicators.ts'
import { nextSheets, publishedSheets } from './published/sheets.ts'
import { keptFrom, publishedUnits } from './published/units.ts'
import { type LineRow, type Published, readPublished, SeedRefused } from './read-published.ts'

/** Writes one thing under a key that is always the same: loading again changes nothing. */
export type Load = <Input extends Keyed, Output, Place extends Found>(
  command: Command<Input, Output, Place>,
  key: string,
  input: Record<string, unknown>,
) => Promise<void>

/** The write door for a loader: a refusal is a SeedRefused that names what was being loaded. */
export const loader =
  (engine: Engine, actor: Actor): Load =>
  async (command, key, input) => {
    const result: Result<unknown> = await write(engine, command, actor, { ...input, key })
    if (!result.ok) throw new SeedRefused(`"${key}" was refused: ${JSON.stringify(refusalForLog(result.error))}`)
  }

/** Left out where it is empty: an absent key and an empty cell are the same. */
const filled = (fields: Record<string, string | number | null>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '' && value !== null))

/**
 * Loads the published facts through the write door, as the system actor "Nạp dữ liệu đã công bố". Nothing is written
 * unless every fact has its place. Throws SeedRefused with a sentence.
 */
export async function seedPublished(engine: Engine, published: Published = readPublished()): Promise<void> {
  const placed = placeFacts(published)
  const load = loader(engine, await ensureSystemActor(engine, 'published'))
  await loadCatalogue(load, published)

  // Newest first, and before any has lines: published sheets hold the lines that were published, none carried over.
  for (const { unit, year } of publishedSheets.toSorted((a, b) => b.year - a.year)) {
    await load(openYear, `published/open/${unit}/${year}`, { unit, year })
  }
  // A draft that goes back further than the last sheet is opened while that one is still empty, and given its lines.
  const carriedByHand = nextSheets.filter(({ year, linesFrom }) => linesFrom !== year - 1)
  for (const { unit, year, linesFrom } of carriedByHand) {
    await load(openYear, `published/open/${unit}/${year}`, { unit, year })
    const former = published.lines.filter((line) => line.unit === unit && line.year === linesFrom)
    for (const line of former) await loadLine(load, { ...line, year })
  }
  for (const line of published.lines) await loadLine(load, line)
  for (const sheet of publishedSheets) await fillSheet(load, sheet, placed)
  for (const { unit, year } of nextSheets.filter((sheet) => !carriedByHand.includes(sheet))) {
    await load(openYear, `published/open/${unit}/${year}`, { unit, year })
  }
}

async function loadCatalogue(load: Load, { documents }: Published): Promise<void> {
  for (const { parent, validTo, ...unit } of publishedUnits) {
    const input = { ...unit, validFrom: keptFrom, ...filled({ parent, validTo }) }
    await load(saveUnit, `published/unit/${unit.slug}`, input)
  }
  for (const {
    alsoPublishedAs: _names,
    breakdownRule = 'none',
    heading = false,
    ...indicator
  } of publishedIndicators) {
    const validFromYear = Number(keptFrom.slice(0, 4))
    await load(saveIndicator, `published/indicator/${indicator.code}`, {
      ...indicator,
      breakdownRule,
      heading,
      validFromYear,
    })
  }
  for (const document of documents) {
    await load(saveDocument, `published/document/${document.code}`, filled(document))
  }
}

async function loadLine(load: Load, { unit, year, number, indicator, sets }: LineRow): Promise<void> {
  await load(addLine, `published/line/${unit}/${year}/${indicator}`, {
    unit,
    year,
    number,
    indicator,
    inAssignedSet: sets.includes('assigned'),
    inAdoptedSet: sets.includes('adopted'),
  })
}

type Sheet = (typeof publishedSheets)[number]

/** Figures and statements of one sheet, one write for each document, and the steps to its state. */
async function fillSheet(load: Load, { unit, year, state }: Sheet, placed: Placed): Promise<void> {
  const here = (one: { unit: string; year: number }) => one.unit === unit && one.year === year
  const figures = Map.groupBy(placed.figures.filter(here), ({ document }) => document)
  for (const [document, own] of figures) {
    const changes = own.map(({ indicator, kind, quantity, note }) => ({
      indicator,
      kind,
      quantity,
      ...filled({ note }),
      expectedVersion: null,
    }))
    // The facts are written with a decimal point and without groups, as English allows.
    const input = { unit, year, document, locale: 'en', changes }
    await load(setFigures, `published/figures/${unit}/${year}/${document}`, input)
  }
  const statements = Map.groupBy(placed.statements.filter(here), ({ document }) => document)
  for (const [document, own] of statements) {
    const stated = own.map(({ subject, tier, set_name: setName, count, total, qualifier, note }) => ({
      subject,
      tier,
      count,
      ...filled({ setName, total, qualifier, note }),
    }))
    const input = { unit, year, document, statements: stated }
    await load(recordStatements, `published/statements/${unit}/${year}/${document}`, input)
  }
  const steps = { draft: [], submitted: ['submit'], approved: ['submit', 'approve'] } as const
  for (const step of steps[state]) await load(moveSheet[step], `published/${step}/${unit}/${year}`, { unit, year })
}
