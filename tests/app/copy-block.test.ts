import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import en from '#app/_i18n/en.json' with { type: 'json' }
import vi from '#app/_i18n/vi.json' with { type: 'json' }
import { restingCell } from '#components/entry/cell-state.ts'
import type { TextOf } from '#components/entry/entry-context.tsx'
import { lastCopied } from '#components/entry/last-copied.ts'
import { readBlock } from '#components/entry/read-block.ts'
import { copiedCell } from '#components/entry/use-clipboard.ts'
import { planPaste } from '#domain/block.ts'
import { type CopiedCell, copyBlock } from '#domain/block-copy.ts'
import type { FigureKind } from '#domain/figure.ts'
import { parseFigure } from '#domain/figure-text.ts'
import { exactly, type Quantity } from '#domain/quantity.ts'
import { type Qualifier, qualifiers } from '#domain/quantity-words.ts'
import { reportableVerdicts } from '#domain/verdict.ts'
import { sheetLine } from '#tests/support/sheet-line.ts'

const amount = sheetLine({ indicator: { code: 'NS-THU', unitOfMeasure: 'tỷ đồng' } })
const milestone = sheetLine({ indicator: { code: 'HC-DA', valueType: 'milestone', unitOfMeasure: '' } })
const words = (text: string): Quantity => ({ value: null, high: null, denominator: null, qualifier: 'exact', text })
const copied = (quantity: Quantity | null, { indicator } = amount): CopiedCell => ({
  kind: 'estimate',
  indicator,
  quantity,
})
const written = (quantity: Quantity | null, locale: 'vi' | 'en' = 'vi', line = amount) =>
  copyBlock([[copied(quantity, line)]], locale).replace(/\r\n$/, '')

describe('a spreadsheet reads what was copied', () => {
  it.each<[string, Quantity | null, vi: string, en: string]>([
    ['a number as a number', exactly(1651.346), '1.651,346', '1,651.346'],
    ['below zero with the minus that it knows', exactly(-5.2), '-5,2', '-5.2'],
    ['nothing as nothing', null, '', ''],
    ['zero as zero', exactly(0), '0', '0'],
    ['a bound as text', { ...exactly(14000), qualifier: 'above' }, '> 14.000', '> 14,000'],
    ['a bound below zero as it is written', { ...exactly(-5), qualifier: 'above' }, '> −5', '> −5'],
    ['a range that begins below zero as no formula', { ...exactly(-5), high: -3 }, '−5–−3', '−5–−3'],
    ['a fraction as no date', { ...exactly(5), denominator: 12 }, '5⁄12', '5⁄12'],
    ['a number with words', { ...exactly(-1), text: 'nhất' }, '−1 (nhất)', '−1 (nhất)'],
    ['words that a cell of numbers reads back', words('Xuất siêu'), "'Xuất siêu", "'Xuất siêu"],
    ['words that look like a formula', words('=1+1'), "''=1+1", "''=1+1"],
    ['quotes', words('“a” "b"'), '"\'“a” ""b"""', '"\'“a” ""b"""'],
  ])('%s', (_, quantity, vi, en) => {
    expect(written(quantity, 'vi')).toBe(vi)
    expect(written(quantity, 'en')).toBe(en)
  })
  it('words where words are welcome stand alone', () =>
    expect(written(words('Hoàn thành'), 'vi', milestone)).toBe('Hoàn thành'))
  it.each([
    [vi, 'vi' as const],
    [en, 'en' as const],
  ])('a verdict in words, which are read back', ({ verdict: words }, locale) => {
    for (const verdict of reportableVerdicts) {
      const kind = 'reported_verdict_adopted'
      const said = copyBlock([[{ shown: words[verdict] }]], locale).trimEnd()
      expect(said).toBe(words[verdict])
      expect(parseFigure(kind, said, amount.indicator, locale)).toMatchObject({ ok: true, value: { text: verdict } })
    }
  })
  it('row by row', () =>
    expect(
      copyBlock(
        [
          [copied(exactly(1)), copied(null)],
          [copied(null), copied(exactly(2))],
        ],
        'vi',
      ),
    ).toBe('1\t\r\n\t2\r\n'))
})

describe('what is copied of a cell', () => {
  const place = (kind: FigureKind) => ({ indicator: 'NS-THU', kind, line: amount })
  const holding = (quantity: Quantity) => restingCell({ quantity, version: 1, by: null, at: null })
  const shown = () => 'as the screen shows it'

  it('is what it will hold', () => {
    const cell = holding(exactly(3504))
    const { indicator } = amount
    expect(copiedCell(cell, place('estimate'), shown)).toEqual({ kind: 'estimate', indicator, quantity: exactly(3504) })
  })
  it('or what stands there without being recorded, as it was typed', () => {
    const trouble = {
      kind: 'refused' as const,
      grounds: {},
      batch: null,
      text: '=75O',
      seen: 1,
      problem: { reason: 'other' },
    }
    const cell = { ...holding(exactly(3504)), trouble }
    const textOf: TextOf = ({ trouble: typed }) => typed?.text ?? ''
    expect(copyBlock([[copiedCell(cell, place('estimate'), textOf)]], 'vi')).toBe("'=75O\r\n")
  })
  it('of a verdict, whose key is recorded, what is shown', () =>
    expect(copiedCell(holding(words('exceeded')), place('reported_verdict_adopted'), shown)).toEqual({
      shown: shown(),
    }))
})

it('what was copied here last is known again with its locale, whatever the line ends', () => {
  expect(lastCopied.localeOf('')).toBeNull()
  lastCopied.keep('1.234\t5\r\n6\t7\r\n', 'vi')
  expect(lastCopied.localeOf('1.234\t5\n6\t7')).toBe('vi')
  expect(lastCopied.localeOf('1.234\t5')).toBeNull()
  lastCopied.keep('1.234\r\n', 'en')
  expect(lastCopied.localeOf('1.234')).toBe('en')
})

describe('copy, then paste, is the same', () => {
  const number = fc
    .tuple(fc.integer({ min: 1, max: 15 }), fc.nat({ max: 999999999999999 }), fc.nat({ max: 8 }), fc.boolean())
    .map(([digits, all, scale, below]) => Number(`${below ? '-' : ''}${all % 10 ** digits}e-${scale}`) + 0)
  const text = fc
    .oneof(
      fc.constantFrom(
        'Hoàn thành',
        '=1+1',
        '@a',
        '-5',
        '+5',
        "'",
        '"',
        '""',
        '"a',
        'a\u00a0b',
        '#N/A',
        '1.234',
        '5/12',
      ),
      fc.string({ unit: fc.constantFrom(...'aăđ 019.,-–/()%>\'"=+@⁄'), minLength: 1, maxLength: 20 }),
    )
    .map((raw) => raw.normalize('NFC').trim())
    .filter((trimmed) => trimmed !== '')
  const note = fc.option(text, { nil: null })
  const qualifier = fc.constantFrom<Qualifier>(...qualifiers)
  const quantity: fc.Arbitrary<Quantity> = fc.oneof(
    text.map(words),
    number.map(exactly),
    fc.tuple(number, qualifier, note).map(([value, q, t]) => ({ ...exactly(value), qualifier: q, text: t })),
    fc
      .tuple(number, number, fc.constantFrom<Qualifier>('exact', 'about'), note)
      .filter(([a, b]) => a !== b)
      .map(([a, b, q, t]) => ({ ...exactly(Math.min(a, b)), high: Math.max(a, b), qualifier: q, text: t })),
    fc
      .tuple(number, number, qualifier, note)
      .filter(([, whole]) => whole > 0)
      .map(([value, denominator, q, t]) => ({ ...exactly(value), denominator, qualifier: q, text: t })),
  )
  const rows = fc.array(fc.tuple(fc.option(quantity, { nil: null }), fc.option(quantity, { nil: null })), {
    minLength: 1,
    maxLength: 4,
  })

  it.each(['vi', 'en'] as const)('in %s', async (locale) => {
    await fc.assert(
      fc.asyncProperty(rows, fc.boolean(), async (quantities, isMilestone) => {
        const line = isMilestone ? milestone : amount
        const lines = quantities.map((_, index) => ({
          ...line,
          indicator: { ...line.indicator, code: `I-${index}`, nameVi: `Tên ${index}`, nameEn: `Name ${index}` },
        }))
        const clipboard = copyBlock(
          quantities.map((row) => row.map((one) => copied(one, line))),
          locale,
        )
        const address = { indicator: 'I-0', kind: 'adopted_plan' } as const
        const { cells, readAs } = planPaste(await readBlock(clipboard), {
          sheet: {
            lines,
            columns: [
              { kind: 'adopted_plan', label: 'KH quận', closed: null },
              { kind: 'estimate', label: 'Ước TH', closed: null },
            ],
          },
          target: { from: address, to: address },
          held: () => null,
          locale,
          answer: null,
          clearBlanks: true,
        })
        expect(readAs).toBe(locale)
        expect(cells.filter(({ outcome }) => outcome === 'error')).toEqual([])
        expect(cells.map(({ after }) => after)).toEqual(quantities.flat())
      }),
      { numRuns: 500 },
    )
  })
})
