/** The ledgers that are measured: generated once, kept in `data/`, and copied for each run. */
import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { embeddedEngine, openDatabase } from '#db/engines/embedded.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { generateLedger, ledgerSizes } from '#db/seed/generate.ts'

export type Size = keyof typeof ledgerSizes
export type Address = { unit: string; year: number }
export type CellPlace = Address & { indicator: string; kind: string }

export type BenchLedger = {
  size: Size
  /** The product's copy, and the floor's: the same rows, without the triggers. */
  product: string
  floor: string
  lines: number
  /** How many of them are of a year. */
  linesOf(year: number): number
  /** Sheets to read, from all over the ledger, and cells of drafts to write, of units of the editor `nhap`. */
  sheets: Address[]
  cells: CellPlace[]
}

const kept = join('data', 'bench')

export async function prepareLedger(size: Size, folder: string): Promise<BenchLedger> {
  mkdirSync(kept, { recursive: true })
  const file = join(kept, `${size}.db`)
  await generate(size, file)
  const [product, floor] = [join(folder, `${size}.db`), join(folder, `${size}-floor.db`)]
  copyFileSync(file, product)
  copyFileSync(file, floor)
  removeTriggers(floor)
  return { size, product, floor, ...places(product) }
}

/** A ledger that is there already is left as it is; one that was cut off is finished. */
async function generate(size: Size, file: string): Promise<void> {
  const database = openDatabase(file, { bulk: true })
  let said = Date.now()
  const progress = (done: number, total: number) => {
    if (Date.now() - said < 10_000) return
    said = Date.now()
    console.log(`generating ${size}: ${done} of ${total} sheets`)
  }
  try {
    migrateDatabase(database)
    await generateLedger(embeddedEngine(database), ledgerSizes[size], { accounts: true, progress })
  } finally {
    database.close()
  }
}

function removeTriggers(file: string): void {
  const database = openDatabase(file)
  const triggers = database.prepare("select name from sqlite_master where type = 'trigger'").pluck().all()
  for (const trigger of triggers) database.exec(`drop trigger "${trigger}"`)
  database.close()
}

function places(file: string): Pick<BenchLedger, 'lines' | 'linesOf' | 'sheets' | 'cells'> {
  const database = openDatabase(file)
  const lines = Number(database.prepare('select count(*) from lines').pluck().get())
  // The order of the ids is no order: the sheets lie all over the file.
  const sheets = database
    .prepare<[], Address>(
      `select slug as unit, year from sheets join units on units.id = unit_id where year < 2026 order by sheets.id
       limit 200`,
    )
    .all()
  const cells = database
    .prepare<[], CellPlace>(
      `select slug as unit, year, indicators.code as indicator, 'official' as kind
       from lines join sheets on sheets.id = sheet_id join units on units.id = unit_id
       join indicators on indicators.id = indicator_id
       where year = 2026 and not heading and value_type <> 'milestone' and unit_id in (
         with recursive below(id) as (
           select unit_id from grants join users on users.id = user_id where username = 'nhap'
           union select units.id from units join below on parent_id = below.id)
         select id from below)
       order by lines.id`,
    )
    .all()
  const ofYears = new Map(
    database
      .prepare<[], { year: number; lines: number }>(
        'select year, count(*) as lines from lines join sheets on sheets.id = sheet_id group by year',
      )
      .all()
      .map((row) => [row.year, row.lines]),
  )
  database.close()
  return { lines, linesOf: (year) => ofYears.get(year) ?? 0, sheets, cells }
}
