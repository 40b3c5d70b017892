import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { unitReader } from '#domain/block-units.ts'
import type { FileTable } from '#domain/file-table.ts'
import type { ImportDiff, ImportProgress, ImportRecord } from '#domain/import.ts'
import {
  columnsOf,
  csvCell,
  findHeader,
  labelsKey,
  missingColumns,
  tableUnit,
  unguarded,
  unreadColumns,
} from '#domain/import-columns.ts'
import { differ } from '#domain/import-diff.ts'
import type { ImportChoices, ImportColumn, ImportQuestion } from '#domain/import-reading.ts'
import { rowLocator } from '#domain/import-rows.ts'
import { suspectsOf } from '#domain/import-scale.ts'
import { styleOfFile } from '#domain/import-style.ts'
import { type ErrorRow, errorRowsOf, groupRecords, signatureOf, summarize } from '#domain/import-summary.ts'
import { type SheetWrite, writesOf } from '#domain/import-writes.ts'
import type { NumberStyle } from '#domain/number-format.ts'
import { type Action, type Actor, type Authority, authority } from '#domain/permissions.ts'
import type { Reader } from '../engine.ts'
import { mappingOf, namesUsed, type Remembered, readMapping } from './import-mapping.ts'
import { type ImportUnit, readDefinitions, readImportUnits } from './import-names.ts'
import { type ImportSheetFound, readImportSheets } from './import-sheets.ts'
import { lastSeq } from './last-seq.ts'

type Read = {
  /** From 1; null where no labels were found. */
  headerRow: number | null
  columns: ImportColumn[]
  unitOfTable: string
  unread: number[]
  style: NumberStyle | null
  /** Hash of the labels, under which the mapping is remembered; it is null where nothing was chosen. */
  labels: string
  mapping: Remembered | null
}
/** A difference with everything that is needed to write it. */
export type PlannedDiff = {
  summary: ImportDiff
  groups: ImportRecord[][]
  errors: { header: string[]; rows: ErrorRow[] }
  writes: SheetWrite<ImportUnit>[]
  found: Map<string, ImportSheetFound>
  /** The newest row of the journal before anything was read. */
  seq: number
  /** Every right that the writes rest on. */
  relied: Authority[]
}
export type PlannedImport = Read & ({ questions: ImportQuestion[]; diff: null } | { questions: []; diff: PlannedDiff })

/** So many rows between two words of progress, and two chances for the process to hear something. */
const ROWS_A_STEP = 2000

/** So many suspect figures are named. */
const MOST_SUSPECTS = 5

/** What importing a table would change of the ledger, for this person; or what must be asked first. Writes nothing. */
export async function planImport(
  reader: Reader,
  actor: Actor,
  file: FileTable,
  choices: ImportChoices,
  onProgress: (progress: ImportProgress) => void = () => undefined,
): Promise<PlannedImport> {
  const seq = await lastSeq(reader)
  const table = unguarded(file)
  const header = findHeader(table, choices.headerRow)
  const labels = createHash('sha256').update(labelsKey(header.labels)).digest('hex')
  const remembered = await readMapping(reader, actor, labels)
  const definitions = await readDefinitions(reader)
  const isUnit = unitReader(definitions.map(({ unitOfMeasure }) => unitOfMeasure))
  const columns = columnsOf(header, {
    ...{ chosen: choices.roles, remembered: remembered.roles, year: choices.year },
    isUnit,
  })
  const matched = {
    ...choices,
    units: { ...remembered.units, ...choices.units },
    indicators: { ...remembered.indicators, ...choices.indicators },
  }
  const mapping = mappingOf(columns, matched)
  const unitOfTable = tableUnit(header, isUnit)
  const unread = unreadColumns(columns, table.rows.slice(header.row ?? 0))
  const nothing: Read = { headerRow: header.row, columns, unitOfTable, unread, style: null, labels, mapping }
  if (header.row === null) return { ...nothing, questions: [{ ask: 'header_row' }], diff: null }

  const questions = questionsOf(columns, choices)
  const said = styleOfFile(table, header.row, columns, choices.style)
  if (said.style === null) questions.push({ ask: 'style', undecided: said.undecided })
  const read = { ...nothing, style: said.style }
  if (said.style === null || questions.length > 0) return { ...read, questions, diff: null }
  const { style } = said

  const locate = rowLocator(columns, matched, { units: await readImportUnits(reader, actor), indicators: definitions })
  const body = table.rows.map((cells, index) => (index < (header.row ?? 0) ? null : locate(cells, index)))
  const placed = body.flatMap((row) => (row?.is === 'placed' ? [row.placed] : []))
  const sheets = await readImportSheets(
    reader,
    [...new Set(placed.map(({ unit }) => unit.id))],
    // A figure is held against the year before, too.
    [...new Set(placed.flatMap(({ year }) => [year - 1, year]))],
    new Map(definitions.map((one) => [one.id, one])),
  )

  const found = new Map(sheets.map((sheet) => [`${sheet.unitId} ${sheet.year}`, sheet]))
  const rights = rightsOf(actor)
  const diff = differ<ImportUnit>({
    columns,
    unitOfTable,
    style,
    sheetOf: (unit, year) => found.get(`${unit.id} ${year}`) ?? null,
    may: (unit, action) => rights.of(unit, action) !== null,
  })
  for (const [index, row] of body.entries()) {
    diff.take(row, table.rows[index] ?? [])
    if (index % ROWS_A_STEP !== 0) continue
    onProgress({ phase: 'comparing', done: index, total: body.length })
    await setImmediate()
  }
  const { records, blank, targets } = diff.finish()
  const used = {
    units: namesUsed(remembered.units, choices.units, table, columns, 'unit'),
    indicators: namesUsed(remembered.indicators, choices.indicators, table, columns, 'indicator'),
  }
  const writes = writesOf(targets, (unit, action) => rights.of(unit, action) !== null)
  const hash = createHash('sha256')
  for (const part of signatureOf(records, writes)) hash.update(part)
  const groups = groupRecords(records)
  const suspects = suspectsOf(writes, ({ unit, year }) => found.get(`${unit.id} ${year - 1}`) ?? null)
  const textsOf = (row: number) => (table.rows[row - 1] ?? []).map((cell) => csvCell(cell, style))
  return {
    ...read,
    questions: [],
    diff: {
      summary: {
        ...{ hash: hash.digest('hex'), ...summarize(groups, writes, blank), remembered: used },
        suspects: { count: suspects.length, first: suspects.slice(0, MOST_SUSPECTS) },
      },
      groups,
      errors: { header: header.labels, rows: errorRowsOf(records, textsOf) },
      ...{ writes, found, seq, relied: rights.relied() },
    },
  }
}

function questionsOf(columns: readonly ImportColumn[], choices: ImportChoices): ImportQuestion[] {
  const has = (wanted: 'unit' | 'year') => columns.some(({ role }) => role === wanted)
  const missing = missingColumns(columns)
  return [
    ...(missing.length > 0 ? [{ ask: 'columns' as const, missing }] : []),
    ...(has('unit') || choices.unit !== undefined ? [] : [{ ask: 'unit' as const }]),
    ...(has('year') || choices.year !== undefined ? [] : [{ ask: 'year' as const }]),
  ]
}

/** What the actor may do to each unit, asked once each; and all that was relied on. */
function rightsOf(actor: Actor) {
  const asked = new Map<string, Authority | null>()
  return {
    of(unit: ImportUnit, action: Action): Authority | null {
      const key = `${action} ${unit.id}`
      const known = asked.get(key)
      if (known !== undefined) return known
      const found = authority(actor, action, unit.target)
      asked.set(key, found)
      return found
    },
    relied(): Authority[] {
      const grants = new Map<string, Authority>()
      for (const one of asked.values()) if (one?.kind === 'grant') grants.set(one.grantId, one)
      return [...grants.values()]
    },
  }
}
