/** What the published figures leave to look at again: what their `check_flag` and the rules name, and nothing else. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '#db/engines/embedded.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { getUnitSheet } from '#db/queries/unit-sheet.ts'
import { publishedIndicators } from '#db/seed/published/indicators.ts'
import { readPublished } from '#db/seed/read-published.ts'
import { seedPublished } from '#db/seed/seed-published.ts'
import { ensureSystemActor } from '#db/system-actor.ts'
import { checkSheet } from '#domain/checks.ts'
import type { Finding } from '#domain/finding.ts'
import { exactly } from '#domain/quantity.ts'
import { type Ledger, testLedger } from '#tests/support/database.ts'

type Expected = Record<string, unknown> & { kind: Finding['kind'] }
const above = (value: number) => ({ ...exactly(value), qualifier: 'above' })

/**
 * Every fact with a `check_flag`, and those that the rules or the placement name besides: what is found, or why nothing
 * is. `on` is the sheet, and the indicator unless it is about the sheet as a whole.
 */
const facts: [row: number, on: string, expected: Expected | string][] = [
  [1, 'bac-tu-liem 2022 NS-THU', '211% is far off, but its note says whence; without plan and actual nothing differs'],
  [
    2,
    'bac-tu-liem 2022 NS-CHI',
    {
      kind: 'tiers_differ',
      assigned: { verdict: 'exceeded', percent: exactly(102), reported: true },
      adopted: { verdict: 'missed', percent: exactly(97.4), reported: true },
      figures: ['reported_percent_assigned', 'reported_percent_adopted'],
    },
  ],
  [3, 'bac-tu-liem 2023 KT-TOC-DO-GTSX', 'a growth rate as a plan is in order'],
  [4, 'bac-tu-liem 2023 KT-CO-CAU-DV', 'the three shares add up to 100,00'],
  [5, 'bac-tu-liem 2023 KT-CO-CAU-CN', 'the same'],
  [6, 'bac-tu-liem 2023 KT-CO-CAU-NN', 'the same'],
  [7, 'bac-tu-liem 2023 NS-THU', '2.304 + 1.200 = 3.504'],
  [
    11,
    'bac-tu-liem 2023 KT-GT-NONG',
    {
      kind: 'caution',
      caution: publishedIndicators.find(({ code }) => code === 'KT-GT-NONG')?.caution,
      figures: ['adopted_plan'],
    },
  ],
  [12, 'ha-noi 2026', 'a draft, and not yet over'],
  [13, 'bac-tu-liem 2023', '"cơ bản" is the source’s word; that the sheet has 12 of the 24 is normal'],
  [14, 'bac-tu-liem 2023', 'six names, six counted'],
  [15, 'bac-tu-liem 2023 NS-CHI', 'a verdict of a neutral line, with nothing to compare it with'],
  [16, 'bac-tu-liem 2023 XH-TRUONG-CHUAN', 'a verdict alone'],
  [17, 'bac-tu-liem 2023 KT-GTSX', 'the 2022 figure is not in the articles, so its growth is not computed'],
  [18, 'bac-tu-liem 2023 KT-TOC-DO-GTSX', '12,86 against 12,66 is exceeded, as the source says'],
  [19, 'bac-tu-liem 2023 NS-THU', '"103%" is 102,57% rounded'],
  [20, 'bac-tu-liem 2023 XH-GDVH', 'a result without a plan'],
  [21, 'bac-tu-liem 2023 XH-TDPVH', 'a verdict without a plan'],
  [22, 'bac-tu-liem 2023 DT-PHUONG-VAN-MINH', 'a milestone'],
  [
    23,
    'bac-tu-liem 2023 XH-VIEC-LAM',
    {
      kind: 'contradiction',
      verdict: 'exceeded',
      verdictTier: 'unstated',
      percent: exactly(100),
      percentTier: 'unstated',
      figures: ['reported_verdict_unstated', 'reported_percent_unstated'],
    },
  ],
  [24, 'bac-tu-liem 2023 XH-HO-NGHEO-MOI', 'a plan of 0 is implied, not stated: nothing is compared'],
  [25, 'bac-tu-liem 2023 XH-CAN-NGHEO-GIAM', '82/82 is all of them, and not more'],
  [26, 'nam-tu-liem 2022', 'a page dated 2024 with estimates of 2022 says so in its note'],
  [27, 'nam-tu-liem 2022', 'two sets of indicators are two counts'],
  [28, 'nam-tu-liem 2022', '6 of 14, and the sheet computes no verdict against it'],
  [
    29,
    'nam-tu-liem 2022 KT-GTSX',
    {
      kind: 'sum_incomplete',
      figure: 'estimate',
      whole: exactly(69230),
      sum: exactly(69182),
      gap: exactly(48),
      figures: ['estimate'],
    },
  ],
  [30, 'nam-tu-liem 2022 KT-GTSX-TMDV', 'a part of the sum, which is said at the whole'],
  [31, 'nam-tu-liem 2022 KT-GTSX-CNXD', 'a part of the sum, which is said at the whole'],
  [32, 'nam-tu-liem 2022 KT-DN', 'a stock and its flows need not add up: those that left are not stated'],
  [39, 'nam-tu-liem 2022 NS-THU', 'both plans are derived from one percent, and no figure of 2021 is here'],
  [43, 'nam-tu-liem 2022 HC-CCHC-NOI-DUNG', 'monitored'],
  [44, 'nam-tu-liem 2023 HC-CHUONG-TRINH', 'monitored, so that no result is awaited'],
  [45, 'cau-giay 2023', '13 of 13, met and exceeded together'],
  [46, 'cau-giay 2023 NS-THU', { kind: 'bound_actual', actual: above(14000), figures: ['estimate'] }],
  [47, 'cau-giay 2023 NS-CHI', { kind: 'bound_actual', actual: above(1800), figures: ['estimate'] }],
  [48, 'cau-giay 2023 KT-HDDT', '"hơn 99,9%" of what has no plan'],
  [49, 'cau-giay 2023', 'a set of its own, of the same size'],
  [50, 'cau-giay 2023 XH-GD-LOP10', 'a rank'],
  [51, 'ngo-quyen 2023', { kind: 'awaiting', tier: 'assigned', count: 19, stated: true, figures: [] }],
  [54, 'ngo-quyen 2023 NS-THU', '330 above a plan that is not recorded'],
  [55, 'ngo-quyen 2023 XH-CAN-NGHEO-TYLE', 'words, whose two meanings its note tells'],
]

let ledger: Ledger
beforeAll(async () => {
  const database = openDatabase(':memory:')
  migrateDatabase(database)
  ledger = await testLedger(database)
  await seedPublished(ledger.engine)
})
afterAll(() => ledger.engine.close())

test('every flag of the facts has its row', () => {
  const rows = new Set(facts.map(([row]) => row))
  const flagged = readPublished().facts.filter(({ check_flag: flag }) => flag !== '')
  expect(flagged.length).toBeGreaterThan(30)
  expect(flagged.filter(({ row }) => !rows.has(row))).toEqual([])
})

test('the published ledger has just these to look at again', async () => {
  const system = await ensureSystemActor(ledger.engine, 'operator')
  const sheets = ledger.database
    .prepare<[], { slug: string; year: number }>(
      'select slug, year from sheets join units on units.id = unit_id order by slug, year',
    )
    .all()
  expect(sheets).toHaveLength(11)
  const found: unknown[] = []
  for (const { slug, year } of sheets) {
    const sheet = await getUnitSheet(ledger.engine.reader, system, slug, year)
    if (!sheet) throw new Error(`No sheet of ${slug} ${year}`)
    for (const { lineId, indicatorCode, ...finding } of checkSheet({ ...sheet, state: sheet.sheet.state })) {
      found.push({ on: [slug, year, ...(indicatorCode ? [indicatorCode] : [])].join(' '), ...finding })
    }
  }
  const expected = facts.flatMap(([, on, one]) => (typeof one === 'string' ? [] : [{ on, ...one }]))
  expect(found).toHaveLength(expected.length)
  expect(found).toEqual(expect.arrayContaining(expected))
})
