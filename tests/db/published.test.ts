/** The published facts as the product holds them: every one, from its document, and nothing besides. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '#db/engines/embedded.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { demoAccounts, seedDemo } from '#db/seed/demo-accounts.ts'
import { nextSheets } from '#db/seed/published/sheets.ts'
import { unitSlugs } from '#db/seed/published/units.ts'
import { publishedFolder, readPublished, SeedRefused } from '#db/seed/read-published.ts'
import { seedPublished } from '#db/seed/seed-published.ts'
import { type Ledger, testLedger } from '#tests/support/database.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

type Row = Record<string, string>
/** Read here a second time, so that a mistake of the loader's reader is not repeated. */
const csv = (file: string): Row[] => parse(readFileSync(join(publishedFolder, file)), { columns: true })
const facts = csv('facts.csv').map((fact, index) => ({ ...fact, row: String(index + 1) }) as Row)
const factOf = (row: string | undefined) => facts.find((fact) => fact.row === row) ?? {}

/** A ledger without anything in it. */
function emptyLedger(): Promise<Ledger> {
  const database = openDatabase(':memory:')
  migrateDatabase(database)
  return testLedger(database)
}

type Figure = {
  unit: string
  year: number
  indicator: string
  kind: string
  value: number | null
  denominator: number | null
  qualifier: string | null
  text: string | null
  note: string | null
  document: string
  by: string
}
type Statement = {
  unit: string
  year: number
  subject: string
  tier: string
  set_name: string | null
  count: number
  total: number | null
  qualifier: string | null
  note: string | null
  document: string
}

const figuresIn = ({ database }: Ledger) =>
  // The columns of the query are the fields of the type.
  database
    .prepare(`select units.slug as unit, year, indicators.code as indicator, figures.kind, value, denominator, qualifier,
        text, note, documents.code as document, users.name as "by"
      from figures join lines on lines.id = line_id join sheets on sheets.id = lines.sheet_id
      join units on units.id = sheets.unit_id join indicators on indicators.id = indicator_id
      join journal on journal.id = figures.journal_id join users on users.id = actor_id
      left join documents on documents.id = figures.document_id`)
    .all() as Figure[]

const statementsIn = ({ database }: Ledger) =>
  database
    .prepare(`select slug as unit, year, subject, tier, set_name, count, total, qualifier, note, documents.code as document
      from statements join sheets on sheets.id = sheet_id join units on units.id = unit_id
      join documents on documents.id = document_id`)
    .all() as Statement[]

/** What the value cells of a fact say: the kinds that may hold each, and the number. */
function saidBy(fact: Row): { kinds: string[]; text: string }[] {
  const percents = { city: 'reported_percent_assigned', district: 'reported_percent_adopted' }
  const tiered = fact.stated_pct_of_plan?.includes('=')
  const stated = tiered
    ? Object.entries(percents).map(([tier, kind]) => ({
        kinds: [kind],
        text: new RegExp(`${tier}=([\\d.]+)`).exec(fact.stated_pct_of_plan ?? '')?.[1] ?? '',
      }))
    : [{ kinds: [...Object.values(percents), 'reported_percent_unstated'], text: fact.stated_pct_of_plan ?? '' }]
  return [
    { kinds: ['assigned_plan'], text: fact.plan_city ?? '' },
    { kinds: ['adopted_plan'], text: fact.plan_district ?? '' },
    { kinds: [fact.actual_kind === 'khong_ro' ? 'unstaged' : 'estimate'], text: fact.actual ?? '' },
    { kinds: ['reported_growth'], text: (fact.stated_growth_pct ?? '').replace(/ .*/, '') },
    ...stated,
  ].filter(({ text }) => text !== '')
}

/** Documents from which a fact's value may be recorded: its own, or one that the fact says it takes the value from. */
const documentsOf = ({ document_id: own = '', note = '', document: cited = '' }: Row) => [
  own,
  ...(cited === '' ? [] : [cited]),
  ...(/kế hoạch lấy từ ([a-z0-9-]+)/.exec(note)?.slice(1) ?? []),
]

let ledger: Ledger
let figures: Figure[]
let statements: Statement[]
beforeAll(async () => {
  ledger = await emptyLedger()
  await seedPublished(ledger.engine)
  figures = figuresIn(ledger)
  statements = statementsIn(ledger)
})
afterAll(() => ledger.engine.close())

const at = (unit: string, year: number, indicator: string) =>
  figures.filter((figure) => figure.unit === unit && figure.year === year && figure.indicator === indicator)
const valuesAt = (unit: string, year: number, indicator: string) =>
  Object.fromEntries(at(unit, year, indicator).map(({ kind, value, text }) => [kind, value ?? text]))

describe('every fact is in the product', () => {
  const figureRows = csv('figures.csv')
  const statementRows = csv('statements.csv')

  test('there are 56, and each is placed', () => {
    expect(facts).toHaveLength(56)
    const placed = new Set([...figureRows, ...statementRows].map(({ fact }) => fact))
    expect(placed).toEqual(new Set(facts.map(({ row }) => row)))
  })

  test.each(facts.map((fact) => [fact.row, fact.indicator_vi, fact] as const))('fact %s: %s', (row, _name, fact) => {
    const unit = unitSlugs[fact.unit ?? ''] ?? ''
    const stated = statementRows.filter((one) => one.fact === row)
    if (stated.length > 0) {
      const [count, total] = fact.actual ? [fact.actual, fact.plan_city || fact.plan_district] : [fact.plan_city, '']
      const found = statements.filter(
        (one) =>
          one.unit === unit &&
          one.year === Number(fact.year) &&
          one.subject === stated[0]?.subject &&
          (one.set_name ?? '') === stated[0]?.set_name &&
          one.tier === stated[0]?.tier,
      )
      expect(found).toHaveLength(1)
      expect(found[0]).toMatchObject({ count: Number(count), document: fact.document_id })
      if (total) expect(found[0]?.total).toBe(Number(total))
      return
    }
    const placed = figureRows.filter((one) => one.fact === row)
    const here = at(unit, Number(fact.year), placed[0]?.indicator ?? '')
    for (const { kinds, text } of saidBy(fact)) {
      const [value, qualifier] = text.startsWith('>') ? [Number(text.slice(1)), 'above'] : [Number(text), 'exact']
      const found = here.filter((figure) => kinds.includes(figure.kind) && figure.value === value)
      expect(found, `${kinds.join(' or ')} = ${text}`).not.toEqual([])
      for (const figure of found) {
        expect(figure.qualifier).toBe(qualifier)
        expect(
          documentsOf({ ...fact, document: placed.find(({ kind }) => kind === figure.kind)?.document ?? '' }),
        ).toContain(figure.document)
      }
    }
    // What is said in words is there as well, from the fact's own document or the one it cites.
    for (const { kind, document } of placed) {
      expect(here).toContainEqual(expect.objectContaining({ kind, document: document || fact.document_id }))
    }
  })

  test('the article that tells of a resolution stands beside it', () => {
    expect(at('ngo-quyen', 2023, 'NS-THU').map(({ kind, document }) => [kind, document])).toEqual(
      expect.arrayContaining([
        ['adopted_plan', 'nq-resolution-37'],
        ['reported_difference_assigned', 'nq-plan-2023'],
      ]),
    )
  })
})

describe('nothing is there without a fact', () => {
  test('every figure comes from a row of its own, and its number stands in the fact', () => {
    const rows = csv('figures.csv')
    expect(figures).toHaveLength(rows.length)
    for (const figure of figures) {
      const behind = rows.filter(({ fact, indicator, kind }) => {
        const { unit = '', year } = factOf(fact)
        return (
          indicator === figure.indicator &&
          kind === figure.kind &&
          unitSlugs[unit] === figure.unit &&
          Number(year) === figure.year
        )
      })
      expect(behind).toHaveLength(1)
      const words = Object.values(factOf(behind[0]?.fact)).join(' ')
      for (const number of [figure.value, figure.denominator]) {
        if (number !== null)
          expect(words).toMatch(new RegExp(`(^|[^\\d.,])${String(number).replace('.', '\\.')}([^\\d]|$)`))
      }
    }
  })

  test('every statement is a fact', () => {
    expect(statements).toHaveLength(csv('statements.csv').length)
  })

  test('every figure has its document and was written by the loader', () => {
    expect(figures.filter(({ document }) => !document)).toEqual([])
    expect(new Set(figures.map(({ by }) => by))).toEqual(new Set(['Nạp dữ liệu đã công bố']))
  })

  test('a gap stays a gap', () => {
    expect(valuesAt('bac-tu-liem', 2023, 'XH-HO-NGHEO-MOI')).toEqual({ estimate: 0 })
    expect(valuesAt('bac-tu-liem', 2022, 'NS-THU')).not.toHaveProperty('estimate')
    expect(valuesAt('ngo-quyen', 2023, 'NS-THU')).not.toHaveProperty('assigned_plan')
  })
})

describe('as published', () => {
  test('Bắc Từ Liêm spent 102% of the assigned and 97,4% of the adopted plan in 2022', () => {
    expect(valuesAt('bac-tu-liem', 2022, 'NS-CHI')).toEqual({
      estimate: 1570,
      reported_percent_assigned: 102,
      reported_percent_adopted: 97.4,
    })
  })

  test('Bắc Từ Liêm 2023: 24/24 "cơ bản", 6 of them exceeded, with their names', () => {
    const stated = statements.filter(({ unit, year }) => unit === 'bac-tu-liem' && year === 2023)
    expect(stated).toEqual([
      expect.objectContaining({ subject: 'met_count', tier: 'unstated', count: 24, total: 24, qualifier: 'cơ bản' }),
      expect.objectContaining({
        subject: 'exceeded_count',
        tier: 'unstated',
        count: 6,
        note: expect.stringMatching(/việc làm/),
      }),
    ])
  })

  test('Bắc Từ Liêm 2023: growth 12,86 against 12,66, and one revenue plan for both tiers', () => {
    expect(valuesAt('bac-tu-liem', 2023, 'KT-TOC-DO-GTSX')).toMatchObject({ adopted_plan: 12.66, estimate: 12.86 })
    expect(valuesAt('bac-tu-liem', 2023, 'NS-THU')).toMatchObject({
      assigned_plan: 3504,
      adopted_plan: 3504,
      estimate: 3594,
    })
  })

  test('Nam Từ Liêm 2022: 14/14 assigned, 22/22 adopted, 6 exceeded, as expected at the time', () => {
    const stated = statements.filter(({ unit }) => unit === 'nam-tu-liem')
    expect(
      stated.map(({ subject, tier, count, total, qualifier }) => [subject, tier, count, total, qualifier]),
    ).toEqual([
      ['met_count', 'assigned', 14, 14, 'dự kiến'],
      ['met_count', 'adopted', 22, 22, 'dự kiến'],
      ['exceeded_count', 'assigned', 6, 14, 'dự kiến'],
    ])
  })

  test('Cầu Giấy 2023: revenue above 14.000, 120,04% of a plan that is not named', () => {
    expect(at('cau-giay', 2023, 'NS-THU')).toContainEqual(
      expect.objectContaining({ kind: 'estimate', value: 14000, qualifier: 'above' }),
    )
    expect(valuesAt('cau-giay', 2023, 'NS-THU')).toMatchObject({ reported_percent_unstated: 120.04 })
  })

  test('Ngô Quyền 2023: 1.651,346 adopted, 330 above the assigned plan; 19 assigned, of them 4 and 15', () => {
    expect(valuesAt('ngo-quyen', 2023, 'NS-THU')).toEqual({ adopted_plan: 1651.346, reported_difference_assigned: 330 })
    const stated = statements.filter(({ unit }) => unit === 'ngo-quyen')
    expect(stated.map(({ subject, tier, set_name, count }) => [subject, tier, set_name, count])).toEqual([
      ['assigned_count', 'assigned', null, 19],
      ['assigned_count', 'assigned', 'kinh tế', 4],
      ['assigned_count', 'assigned', 'văn hóa – xã hội – môi trường', 15],
    ])
  })

  test('words, fractions and milestones stay what they are', () => {
    expect(at('bac-tu-liem', 2023, 'XH-CAN-NGHEO-GIAM')).toMatchObject([{ value: 82, denominator: 82 }])
    expect(at('bac-tu-liem', 2023, 'DT-PHUONG-VAN-MINH')).toMatchObject([{ value: 1, text: 'Phúc Diễn' }])
    expect(at('cau-giay', 2023, 'XH-GD-LOP10')).toMatchObject([
      { kind: 'unstaged', value: 15, text: 'dẫn đầu thành phố' },
    ])
    for (const code of ['XH-CAN-NGHEO-TYLE', 'XH-VHTT']) {
      expect(at('ngo-quyen', 2023, code)).toMatchObject([
        { kind: 'adopted_plan', value: null, text: 'cao hơn mức thành phố giao' },
      ])
    }
  })
})

describe('sheets', () => {
  const sheetLines = (unit: string, year: number) =>
    ledger.database
      .prepare(`select number, indicators.code, in_assigned_set, in_adopted_set
        from lines join sheets on sheets.id = sheet_id join units on units.id = unit_id
        join indicators on indicators.id = indicator_id where slug = ? and year = ? order by position`)
      .all(unit, year)

  test('are in the states of the demo', () => {
    const rows = ledger.database
      .prepare('select slug, year, state from sheets join units on units.id = unit_id order by year, slug')
      .raw()
      .all()
    expect(rows).toEqual([
      ['bac-tu-liem', 2022, 'approved'],
      ['nam-tu-liem', 2022, 'approved'],
      ['bac-tu-liem', 2023, 'submitted'],
      ['cau-giay', 2023, 'submitted'],
      ['nam-tu-liem', 2023, 'submitted'],
      ['ngo-quyen', 2023, 'submitted'],
      ['bac-tu-liem', 2024, 'draft'],
      ['cau-giay', 2024, 'draft'],
      ['nam-tu-liem', 2024, 'draft'],
      ['ngo-quyen', 2024, 'draft'],
      ['ha-noi', 2026, 'draft'],
    ])
  })

  test('hold the published lines in order, and no others', () => {
    const published = Map.groupBy(csv('lines.csv'), ({ unit, year }) => `${unit} ${year}`)
    expect(published.size).toBe(6)
    for (const [sheet, rows] of published) {
      const [unit = '', year] = sheet.split(' ')
      expect(sheetLines(unit, Number(year)), sheet).toEqual(
        rows.map(({ number, indicator: code, sets = '' }) => ({
          number,
          code,
          in_assigned_set: Number(sets.includes('assigned')),
          in_adopted_set: Number(sets.includes('adopted')),
        })),
      )
    }
  })

  test.each(nextSheets.map(({ unit, year, linesFrom }) => [unit, year, linesFrom] as const))(
    '%s %i has the lines of %i and no figures',
    (unit, year, linesFrom) => {
      expect(sheetLines(unit, year)).toEqual(sheetLines(unit, linesFrom))
      expect(sheetLines(unit, year)).not.toEqual([])
      expect(figures.filter((figure) => figure.unit === unit && figure.year === year)).toEqual([])
    },
  )

  test('Hà Nội 2026 is a count of 26 without lines', () => {
    expect(sheetLines('ha-noi', 2026)).toEqual([])
    expect(statements.filter(({ unit }) => unit === 'ha-noi')).toMatchObject([{ subject: 'assigned_count', count: 26 }])
  })
})

describe('loading', () => {
  test('again changes nothing', async () => {
    const before = ledger.contents()
    await seedPublished(ledger.engine)
    expect(ledger.contents()).toEqual(before)
  })

  const tampered: [what: string, file: string, from: string | RegExp, to: string, sentence: RegExp][] = [
    ['a fact without a place', 'figures.csv', /^9,.*\n/m, '', /Fact 9 .*neither/],
    [
      'a place without a fact',
      'figures.csv',
      /^56,/m,
      '57,XH-VHTT,adopted_plan,,,\n56,',
      /fact 57, which is not in facts\.csv/,
    ],
    ['a fact placed twice', 'figures.csv', /^8,NS-THU-THUE,adopted_plan,.*\n/m, '$&$&', /Fact 8 .*same cell/],
    ['a fact placed as both', 'statements.csv', /^12,/m, '2,', /Fact (2|12) /],
    ['an unknown document', 'facts.csv', 'cg-result-2023', 'cg-result-2024', /Fact \d+ .*"cg-result-2024"/],
    ['a cited document that is missing', 'documents.csv', /^nq-resolution-37.*\n/m, '', /Fact 54 .*"nq-resolution-37"/],
    ['an unknown unit', 'facts.csv', 'Quận Cầu Giấy', 'Quận Cầu Giay', /Fact \d+ .*not in the catalogue/],
    ['a year without a sheet', 'facts.csv', 'Quận Cầu Giấy,quận,2023', 'Quận Cầu Giấy,quận,2021', /Fact \d+ .*2021/],
    ['an unknown indicator', 'figures.csv', 'XH-GDVH', 'XH-GDVX', /Fact 20 .*"XH-GDVX"/],
    ['another name', 'facts.csv', 'Thu tiền sử dụng đất', 'Thu tiền thuê đất', /Fact 9 .*not a published name/],
    [
      'another unit of measure',
      'facts.csv',
      'tỷ đồng,neutral,,,1535.6',
      'triệu đồng,neutral,,,1535.6',
      /Fact 10 .*triệu đồng/,
    ],
    ['another stage', 'facts.csv', '91.3,uoc_ca_nam', '91.3,khong_ro', /Fact 20 .*khong_ro/],
    ['an unknown stage', 'facts.csv', '91.3,uoc_ca_nam', '91.3,so_bo', /facts\.csv, row 20: actual_kind/],
    [
      'a growth that is not placed',
      'figures.csv',
      /^17,KT-GTSX,reported_growth.*\n/m,
      '',
      /Fact 17 .*12\.86 is nowhere/,
    ],
    [
      'a percent that is not placed',
      'figures.csv',
      /^46,NS-THU,reported_percent.*\n/m,
      '',
      /Fact 46 .*120\.04 is nowhere/,
    ],
    ['a number that is none', 'facts.csv', ',1570,', ',157O,', /Fact 2 .*"157O"/],
    ['a plan placed in the wrong tier', 'figures.csv', '10,NS-CHI,adopted_plan', '10,NS-CHI,assigned_plan', /Fact 10 /],
    ['an invented number', 'figures.csv', 'assigned_plan,3504', 'assigned_plan,3505', /Fact 19 .*nowhere in the fact/],
    ['a number that is not the fact’s', 'figures.csv', '82/82', '81/82', /Fact 25 .*81\/82/],
    ['a line that is missing', 'lines.csv', /^.*XH-GDVH.*\n/m, '', /Fact 20 .*no line/],
    ['a line of no fact', 'lines.csv', 'cau-giay,2023,1,KT-HDDT', 'cau-giay,2023,1,KT-DN', /KT-DN|KT-HDDT/],
    ['a set that no fact supports', 'lines.csv', '6,NS-CHI,adopted', '6,NS-CHI,assigned adopted', /the sets of NS-CHI/],
    ['another count', 'statements.csv', 'met_count,adopted,,22,22', 'met_count,adopted,,21,22', /Fact 27 .*21/],
    ['another total', 'statements.csv', 'met_count,adopted,,22,22', 'met_count,adopted,,22,23', /Fact 27 .*23/],
    ['a hedge that was dropped', 'statements.csv', '14,14,dự kiến', '14,14,', /Fact 26 .*du_kien/],
    ['another column', 'facts.csv', 'plan_city,', 'plan_province,', /facts\.csv: the columns/],
  ]
  const folder = temporaryFolder('published')

  test.each(tampered)('refuses %s, and writes nothing', async (_what, file, from, to, sentence) => {
    cpSync(publishedFolder, folder, { recursive: true })
    const original = readFileSync(join(folder, file), 'utf8')
    const changed = original.replace(from, to)
    expect(changed).not.toBe(original)
    writeFileSync(join(folder, file), changed)

    const fresh = await emptyLedger()
    const before = fresh.contents()
    const loading = async () => seedPublished(fresh.engine, readPublished(folder))
    await expect(loading).rejects.toThrow(SeedRefused)
    await expect(loading).rejects.toThrow(sentence)
    expect(fresh.contents()).toEqual(before)
    fresh.engine.close()
  })
})

describe('the demo', () => {
  test('has its accounts, once, and leaves alone what was done since', async () => {
    const demo = await emptyLedger()
    await seedDemo(demo.engine)
    const people = demo.database.prepare('select username from users where not system order by username').pluck().all()
    expect(people).toEqual(demoAccounts.map(({ username }) => username).sort())
    const before = demo.contents()
    await seedDemo(demo.engine)
    expect(demo.contents()).toEqual(before)
    demo.engine.close()
  })

  test('is refused for a ledger that people use', async () => {
    const { database, engine } = await emptyLedger()
    database
      .prepare(
        `insert into users (id, username, name, stamp, system, created_at) values ('u', 'an', 'An', 's', 0, '2026')`,
      )
      .run()
    await expect(seedDemo(engine)).rejects.toThrow(/"an" has an account/)
    expect(database.prepare('select count(*) from units').pluck().get()).toBe(0)
    engine.close()
  })
})
