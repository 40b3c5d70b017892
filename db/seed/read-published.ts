import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { figureKinds, statedTiers } from '#domain/figure.ts'
import { statementSubjects } from '#domain/statement.ts'

/** The published data is not what it should be, or cannot be loaded here: a sentence that says what and where. */
export class SeedRefused extends Error {}

/** The project's own copy of the published data; every command starts in the project's folder. */
export const publishedFolder = join(process.cwd(), 'db', 'seed', 'published')

const cell = z.string()
const whole = z.string().regex(/^\d+$/, 'is not a whole number').transform(Number)
const optionalWhole = z.union([whole, z.literal('').transform(() => null)])

/** One thing that an article says of one indicator or sheet, as it was read from it. Verbatim; never edited here. */
const factRow = z.strictObject({
  unit: cell.min(1),
  unit_type: cell,
  year: whole,
  indicator_vi: cell.min(1),
  indicator_en: cell,
  unit_of_measure: cell,
  direction: cell,
  breakdown_parent: cell,
  /** The assigned plan. */
  plan_city: cell,
  /** The adopted plan. */
  plan_district: cell,
  actual: cell,
  /** Estimate for the whole year; expected; stage not stated; plan only. */
  actual_kind: z.enum(['uoc_ca_nam', 'du_kien', 'khong_ro', 'chi_ke_hoach']),
  /** "211", or with tiers "city=102|district=97.4". */
  stated_pct_of_plan: cell,
  stated_growth_pct: cell,
  basis: cell,
  document_id: cell.min(1),
  note: cell,
  check_flag: cell,
})

const documentRow = z.strictObject({
  code: cell.min(1),
  title: cell.min(1),
  publisher: cell,
  number: cell,
  url: cell,
  dated: cell,
})

/** Where a fact goes: a figure. Facts are counted from 1 in the order of facts.csv. */
const figureRow = z.strictObject({
  fact: whole,
  indicator: cell.min(1),
  kind: z.enum(figureKinds),
  /** What the article says beside the fact's own cells, or how it says it (82/82). Empty: the fact's own cell. */
  quantity: cell,
  /** Empty: the fact's own. */
  document: cell,
  note: cell,
})

/** Where a fact goes: a statement about a whole sheet. */
const statementRow = z.strictObject({
  fact: whole,
  subject: z.enum(statementSubjects),
  tier: z.enum(statedTiers),
  set_name: cell,
  count: whole,
  total: optionalWhole,
  qualifier: cell,
  note: cell,
})

/** A line of a sheet, in the order of the sheet. */
const lineRow = z.strictObject({
  unit: cell.min(1),
  year: whole,
  number: cell.min(1),
  indicator: cell.min(1),
  /** The sets it belongs to; none: monitored only. */
  sets: z.enum(['assigned adopted', 'assigned', 'adopted', '']),
  /** What in the facts the sets rest on. */
  basis: cell.min(1),
})

export type Fact = z.output<typeof factRow> & { row: number }
export type FigureRow = z.output<typeof figureRow>
export type StatementRow = z.output<typeof statementRow>
export type LineRow = z.output<typeof lineRow>
export type DocumentRow = z.output<typeof documentRow>

/** The published data as it lies in the files: each row well formed, nothing compared yet. */
export type Published = {
  facts: Fact[]
  documents: DocumentRow[]
  figures: FigureRow[]
  statements: StatementRow[]
  lines: LineRow[]
}

/** Reads one file whose header must be exactly the fields of its rows. */
function readRows<Row extends z.ZodObject>(folder: string, file: string, row: Row): z.output<Row>[] {
  const fields = Object.keys(row.shape)
  const records = recordsOf(folder, file)
  const [header = [], ...rows] = records
  if (header.join() !== fields.join()) {
    throw new SeedRefused(`${file}: the columns are "${header.join()}", not "${fields.join()}".`)
  }
  return rows.map((record, index) => {
    const parsed = row.safeParse(Object.fromEntries(fields.map((field, column) => [field, record[column]])))
    if (parsed.success) return parsed.data
    const [issue] = parsed.error.issues
    throw new SeedRefused(`${file}, row ${index + 1}: ${issue?.path.join('.')}: ${issue?.message}.`)
  })
}

function recordsOf(folder: string, file: string): string[][] {
  try {
    return parse(readFileSync(join(folder, file)), { bom: true })
  } catch (error) {
    throw new SeedRefused(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** Reads the published data. Throws SeedRefused with the file and the row that is not well formed. */
export function readPublished(folder = publishedFolder): Published {
  return {
    facts: readRows(folder, 'facts.csv', factRow).map((fact, index) => ({ ...fact, row: index + 1 })),
    documents: readRows(folder, 'documents.csv', documentRow),
    figures: readRows(folder, 'figures.csv', figureRow),
    statements: readRows(folder, 'statements.csv', statementRow),
    lines: readRows(folder, 'lines.csv', lineRow),
  }
}
