import { and, eq } from 'drizzle-orm'
import { addLine } from '../commands/add-line.ts'
import { moveSheet } from '../commands/move-sheet.ts'
import { openYear } from '../commands/open-year.ts'
import { saveDocument } from '../commands/save-document.ts'
import { saveIndicator } from '../commands/save-indicator.ts'
import { saveUnit } from '../commands/save-unit.ts'
import { setFigures } from '../commands/set-figures.ts'
import type { Engine } from '../engine.ts'
import { journal } from '../schema/journal.ts'
import { units } from '../schema/units.ts'
import { ensureSystemActor } from '../system-actor.ts'
import { createAccounts, type DemoAccount, requireNobodyElse } from './demo-accounts.ts'
import { actualFigures, correctionOf, type GeneratedFigure, planFigures, setsOf } from './generate-figures.ts'
import { generatedIndicators, isHeading } from './generate-indicators.ts'
import { type GeneratedUnit, generatedUnits } from './generate-units.ts'
import { SeedRefused } from './read-published.ts'
import { type Load, loader } from './seed-published.ts'

export type LedgerSize = { units: number; years: number }

/**
 * Units × 30 indicators × years: 4.500 lines, ten times that, and the 3.321 communes that Vietnam has since 2025 over
 * ten years, about a million. The units are a tree, and all of them, provinces included, are counted and keep sheets.
 */
export const ledgerSizes = {
  S: { units: 30, years: 5 },
  M: { units: 300, years: 5 },
  L: { units: 3321, years: 10 },
} as const satisfies Record<string, LedgerSize>

/** The year that is being filled: the newest sheet of every unit. */
const lastYear = 2026

type Options = {
  /** Also the accounts of `generatedAccounts`. */
  accounts?: boolean
  /** Hears how many sheets are done. */
  progress?: (done: number, total: number) => void
}

/**
 * Fills an empty ledger with made-up figures of a realistic shape, through the write door; the same size gives the
 * same content, ids and times aside. Run again it adds nothing, and goes on where an earlier run was cut off. Refused
 * for a ledger that has other units, or with accounts, other people. Throws SeedRefused.
 */
export async function generateLedger(engine: Engine, size: LedgerSize, options: Options = {}): Promise<void> {
  const actor = await ensureSystemActor(engine, 'operator')
  const name = `generated/${size.units}x${size.years}`
  await requireOwnLedger(engine, actor.id, `${name}/catalogue`)
  const all = generatedUnits(size.units)
  const accounts = options.accounts ? generatedAccounts(all) : []
  if (options.accounts) await requireNobodyElse(engine, accounts)

  const load = loader(engine, actor)
  const years = Array.from({ length: size.years }, (_, index) => lastYear - size.years + 1 + index)
  await loadCatalogue(load, name, all, years)
  for (const [done, unit] of all.entries()) {
    for (const year of years) await loadSheet(load, name, unit, year, year === years[0])
    options.progress?.((done + 1) * size.years, size.units * size.years)
  }
  await createAccounts(engine.reader, load, name, accounts)
}

/** Units that another hand made would be mixed with made-up ones for ever. */
async function requireOwnLedger({ reader }: Engine, actorId: string, key: string): Promise<void> {
  const [unit] = await reader.select({ name: units.name }).from(units).limit(1)
  if (!unit) return
  const [begun] = await reader
    .select({ id: journal.id })
    .from(journal)
    .where(and(eq(journal.actorId, actorId), eq(journal.key, key)))
  if (begun) return
  throw new SeedRefused(`This ledger has units already ("${unit.name}"); a generated one of this size needs its own.`)
}

const documentsOf = (year: number) => ({
  plan: { code: `giao-chi-tieu-${year}`, title: `Quyết định giao chỉ tiêu năm ${year} (sinh ra để đo)` },
  report: { code: `bao-cao-${year}`, title: `Báo cáo thực hiện năm ${year} (sinh ra để đo)` },
})

async function loadCatalogue(load: Load, name: string, all: readonly GeneratedUnit[], years: number[]): Promise<void> {
  const from = years[0] ?? lastYear
  // The first write: it says whose ledger this is.
  await load(saveDocument, `${name}/catalogue`, { code: 'sinh-ra', title: `Số liệu sinh ra để đo: ${name}` })
  for (const year of years) {
    const { plan, report } = documentsOf(year)
    for (const document of [plan, report]) await load(saveDocument, `${name}/document/${document.code}`, document)
  }
  for (const indicator of generatedIndicators) {
    const { usual: _usual, ...content } = indicator
    await load(saveIndicator, `${name}/indicator/${indicator.code}`, {
      ...content,
      heading: isHeading(indicator),
      validFromYear: from,
    })
  }
  for (const { index, parent, ...unit } of all) {
    await load(saveUnit, `${name}/unit/${index}`, {
      ...unit,
      ...(parent !== null && { parent }),
      validFrom: `${from}-01-01`,
      recordsOwnAssignedPlan: parent === null,
    })
  }
}

/** The steps that a sheet of that age has behind it: the newest is a draft, old ones are locked. */
const stepsByAge = [[], ['submit'], ['submit', 'approve'], ['submit', 'approve', 'lock']] as const

async function loadSheet(load: Load, name: string, unit: GeneratedUnit, year: number, isFirst: boolean): Promise<void> {
  const place = { unit: unit.slug, year }
  const key = `${name}/sheet/${unit.index}/${year}`
  await load(openYear, `${key}/open`, { ...place, dueDate: `${year}-12-15` })
  // Later sheets carry the lines over.
  for (const indicator of isFirst ? generatedIndicators : []) {
    const { code } = indicator
    await load(addLine, `${key}/line/${code}`, { ...place, indicator: code, ...setsOf(unit, indicator) })
  }
  const age = lastYear - year
  const { plan, report } = documentsOf(year)
  const actuals = actualFigures(unit, year, age)
  await setAll(load, `${key}/plan`, { ...place, document: plan.code }, planFigures(unit, year))
  await setAll(load, `${key}/actual`, { ...place, document: report.code }, actuals)
  for (const step of stepsByAge[Math.min(age, 3)] ?? []) {
    await load(moveSheet[step], `${key}/${step}`, place)
    const correction = step === 'submit' ? correctionOf(unit, year, actuals) : undefined
    if (correction)
      await setAll(load, `${key}/correction`, { ...place, reason: 'Cộng nhầm một đơn vị' }, [correction], 1)
  }
}

const setAll = (
  load: Load,
  key: string,
  sheet: Record<string, unknown>,
  figures: readonly GeneratedFigure[],
  version: number | null = null,
) => {
  const changes = figures.map((figure) => ({ ...figure, expectedVersion: version }))
  // Numbers are written with a decimal point and without groups, as English allows.
  return load(setFigures, key, { ...sheet, locale: 'en', changes })
}

/** Who can measure and try a generated ledger; the password is the demo's. */
const generatedAccounts = (all: readonly GeneratedUnit[]): DemoAccount[] => {
  const [top] = all
  const provinces = all.filter(({ parent }) => parent === null).map(({ slug }) => slug)
  return [
    { username: 'quantri', name: 'Quản trị hệ thống', role: 'administrator', units: [] },
    { username: 'duyet', name: 'Duyệt số liệu', role: 'approver', units: top ? [top.slug] : [] },
    { username: 'nhap', name: 'Nhập liệu', role: 'editor', units: top ? [top.slug] : [] },
    { username: 'xem', name: 'Theo dõi chung', role: 'viewer', units: provinces },
  ]
}
