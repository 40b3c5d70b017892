import { describe, expect, it } from 'vitest'
import { checkSheet } from '#domain/checks.ts'
import { type Finding, findingKey, fingerprint } from '#domain/finding.ts'
import type { SheetLine, StatementView } from '#domain/sheet.ts'
import type { SheetState } from '#domain/sheet-state.ts'
import { sheetLine } from '#tests/support/sheet-line.ts'

const stated = (
  subject: StatementView['subject'],
  count: number,
  more: Partial<StatementView> = {},
): StatementView => ({
  subject,
  tier: 'assigned',
  setName: null,
  count,
  total: null,
  qualifier: null,
  note: null,
  document: { code: 'bc', title: 'Báo cáo', publisher: null, number: null, url: null, dated: null },
  ...more,
})
type Sheet = { state?: SheetState; lines?: SheetLine[]; statements?: StatementView[] }
const check = ({ state = 'submitted', lines = [], statements = [] }: Sheet): Finding[] =>
  checkSheet({ state, lines, statements, previousLines: [] })
const onSheet = (sheet: Sheet) =>
  check(sheet).flatMap(({ indicatorCode, lineId, figures, ...detail }) => (lineId === null ? [detail] : []))

describe('a sheet that was handed on without results', () => {
  const assigned = stated('assigned_count', 19)
  const planned = sheetLine({ cells: { adopted_plan: '1651' } })
  it.each<[string, Sheet, unknown[]]>([
    ['a stated count', { statements: [assigned] }, [{ kind: 'awaiting', tier: 'assigned', count: 19, stated: true }]],
    ['lines of a set', { lines: [planned] }, [{ kind: 'awaiting', tier: 'assigned', count: 1, stated: false }]],
    [
      'of the adopted set',
      { lines: [{ ...planned, inAssignedSet: false }] },
      [{ kind: 'awaiting', tier: 'adopted', count: 1, stated: false }],
    ],
    ['an approved one', { state: 'approved', statements: [assigned] }, [expect.objectContaining({ kind: 'awaiting' })]],
    ['a draft', { state: 'draft', statements: [assigned], lines: [planned] }, []],
    ['monitored lines', { lines: [{ ...planned, inAssignedSet: false, inAdoptedSet: false }] }, []],
    [
      'lines without a verdict of their own',
      { lines: [planned, sheetLine({ indicator: { direction: 'neutral' }, cells: { adopted_plan: '5' } })] },
      [expect.objectContaining({ kind: 'awaiting', count: 2 })],
    ],
    ['a heading', { lines: [sheetLine({ indicator: { heading: true } })] }, []],
    ['an actual', { statements: [assigned], lines: [planned, sheetLine({ cells: { estimate: '1' } })] }, []],
    ['a reported verdict', { lines: [sheetLine({ cells: { reported_verdict_unstated: 'met' } })] }, []],
    ['a reported percent', { lines: [sheetLine({ cells: { reported_percent_adopted: '100' } })] }, []],
    [
      'a difference is one of plans',
      { lines: [sheetLine({ cells: { adopted_plan: '1651', reported_difference_assigned: '330' } })] },
      [expect.objectContaining({ kind: 'awaiting' })],
    ],
    [
      'what was cleared, or ended, is no result',
      {
        lines: [
          sheetLine({ cells: { estimate: '' } }),
          sheetLine({ cells: { estimate: '1' }, endedAt: '2023-06-01T00:00:00.000Z' }),
        ],
      },
      [expect.objectContaining({ kind: 'awaiting', count: 1 })],
    ],
    ['a stated result', { statements: [assigned, stated('met_count', 19, { total: 19 })] }, []],
    ['a count of a named set', { statements: [stated('assigned_count', 4, { setName: 'kinh tế' })] }, []],
  ])('%s', (_name, sheet, expected) => expect(onSheet(sheet)).toEqual(expected))
})

describe('a stated count that the sheet contradicts (rule 7)', () => {
  const line = (code: string, official: string, more: Partial<SheetLine['indicator']> = {}) =>
    sheetLine({ indicator: { code, ...more }, cells: { assigned_plan: '100', official } })
  const [exceeded, met, missed] = [line('A', '110'), line('B', '100'), line('C', '90')]
  const count = (lines: SheetLine[], ...statements: StatementView[]) =>
    onSheet({ lines, statements }).map((one) =>
      one.kind === 'stated_counts'
        ? `${one.subject} ${one.stated}/${one.total} ${one.limit} ${one.computed}`
        : one.kind,
    )
  it.each<[string, SheetLine[], StatementView, string[]]>([
    [
      'all met, but one is missed',
      [exceeded, met, missed],
      stated('met_count', 3, { total: 3 }),
      ['met_count 3/3 most 2'],
    ],
    ['of more than the sheet has', [missed], stated('met_count', 24, { total: 24 }), ['met_count 24/24 most 23']],
    ['the rest may be met', [exceeded], stated('met_count', 24, { total: 24 }), []],
    ['fewer met than the sheet', [exceeded, met], stated('met_count', 1, { total: 3 }), ['met_count 1/3 least 2']],
    ['just so', [exceeded, met, missed], stated('met_count', 2, { total: 3 }), []],
    [
      'more exceeded than there can be',
      [met, missed],
      stated('exceeded_count', 2, { total: 3 }),
      ['exceeded_count 2/3 most 1'],
    ],
    ['fewer exceeded', [exceeded, exceeded], stated('exceeded_count', 1, { total: 3 }), ['exceeded_count 1/3 least 2']],
    ['exceeded as stated', [exceeded, met], stated('exceeded_count', 1, { total: 2 }), []],
    ['the sheet holds others besides', [met, missed], stated('met_count', 1, { total: 1 }), []],
    ['of how many is not said', [missed], stated('met_count', 9), []],
    ['of how many is not said, on an empty sheet', [], stated('met_count', 9), []],
    ['of another tier', [missed], stated('met_count', 1, { total: 1, tier: 'adopted' }), []],
    ['of a tier that is not named', [missed], stated('met_count', 1, { total: 1, tier: 'unstated' }), []],
    ['of a named set', [missed], stated('met_count', 1, { total: 1, setName: 'giáo dục' }), []],
    ['a part is none of its own', [line('C', '90', { parentCode: 'A' })], stated('met_count', 1, { total: 1 }), []],
  ])('%s', (_name, lines, statement, expected) => expect(count(lines, statement)).toEqual(expected))
})

it('the parts of a count are within the whole', () => {
  const inDraft = (...statements: StatementView[]) => onSheet({ state: 'draft', statements })
  const named = (count: number, at: number) => stated('assigned_count', count, { setName: `${at}` })
  const parts = (...counts: number[]) => inDraft(stated('assigned_count', 19), ...counts.map(named))
  expect(parts(4, 15)).toEqual([])
  expect(parts(4)).toEqual([])
  expect(inDraft(named(4, 0), named(15, 1))).toEqual([])
  expect(inDraft(stated('assigned_count', 19), stated('met_count', 20, { setName: 'kinh tế' }))).toEqual([])
  expect(parts(5, 15)).toEqual([{ kind: 'stated_parts', tier: 'assigned', whole: 19, sum: 20 }])
})

describe('what tells findings apart', () => {
  const cells = { assigned_plan: '100', adopted_plan: '110', estimate: '105' }
  const first = (line: SheetLine) => {
    const [finding] = check({ lines: [line] })
    if (!finding) throw new Error('nothing was found')
    return { key: findingKey(finding), print: fingerprint(finding, line) }
  }
  const before = first(sheetLine({ cells }))

  it('its kind, its tier and its cells are the key', () => {
    expect(before.key).toBe('tiers_differ estimate assigned_plan adopted_plan')
    const counted = check({
      lines: [sheetLine({ cells: { assigned_plan: '9', official: '8' } })],
      statements: [stated('met_count', 1, { total: 1 })],
    })
    expect(counted.map(findingKey)).toEqual(['stated_counts assigned met_count'])
  })
  it('a figure that it rests on makes it another, and back again the same', () => {
    expect(first(sheetLine({ cells: { ...cells, estimate: '106' } }))).toMatchObject({ key: before.key })
    expect(first(sheetLine({ cells: { ...cells, estimate: '106' } })).print).not.toBe(before.print)
    expect(first(sheetLine({ cells }))).toEqual(before)
  })
  it('another figure, a note or a line does not', () => {
    const line = sheetLine({ cells: { ...cells, reported_growth: '5' }, figure: { note: 'Ước cả năm' }, number: '9' })
    expect(first({ ...line, id: 'elsewhere' })).toEqual(before)
  })
  // What was ever acknowledged is recognised by this text: where it changes, all of it is open again.
  it('the text is pinned: fields by name, quantities as a person writes them', () =>
    expect(before.print).toBe(
      '{"adopted":{"percent":"95.4545454545455","reported":false,"verdict":"missed"},' +
        '"assigned":{"percent":"105","reported":false,"verdict":"exceeded"},' +
        '"figures":{"adopted_plan":"110","assigned_plan":"100","estimate":"105"},"kind":"tiers_differ"}',
    ))
  it('the order in which code writes a finding does not matter', () => {
    const line = sheetLine({ cells })
    const [finding] = check({ lines: [line] })
    if (finding?.kind !== 'tiers_differ') throw new Error('nothing was found')
    const { kind, figures, lineId, indicatorCode, assigned, adopted } = finding
    const { verdict, percent, reported } = assigned
    const reordered = { adopted, assigned: { reported, verdict, percent }, figures: figures.toReversed() }
    expect(fingerprint({ ...reordered, indicatorCode, lineId, kind }, line)).toBe(before.print)
  })
})
