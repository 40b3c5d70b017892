import { NextIntlClientProvider } from 'next-intl'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { formatsOf } from '#app/_i18n/formats.ts'
import messages from '#app/_i18n/vi.json' with { type: 'json' }
import { PointsBullet } from '#components/charts/points-bullet.tsx'
import { SheetCard } from '#components/table/sheet-card.tsx'
import { readSheetQuery } from '#components/table/sheet-query.ts'
import { sheetRows } from '#components/table/sheet-rows.ts'
import type { SheetLine } from '#domain/sheet.ts'
import { sheetLine } from '#tests/support/sheet-line.ts'

/** The cells of the only line of a sheet of a district, in the order of the columns, as they are read. */
function cellsOf(line: SheetLine): { texts: string[]; bullet: string | null } {
  const table = createElement(SheetCard, {
    year: 2023,
    kinds: { unitKind: 'urban_district', parentKind: 'city' },
    sheet: sheetRows([line], []),
    path: '/units/bac-tu-liem/2023',
    query: readSheetQuery({}),
  })
  const locale = 'vi'
  const page = renderToStaticMarkup(
    NextIntlClientProvider({ locale, messages, formats: formatsOf(locale), timeZone: 'UTC', children: table }),
  )
  const row = /<tr id="line-NS-THU" class="sheet-row">.*?<\/tr>/su.exec(page)?.[0] ?? ''
  const cells = [...row.matchAll(/<t[dh][ >].*?<\/t[dh]>/gsu)].map(([cell]) => cell)
  expect(cells).toHaveLength(13)
  const texts = cells.map((cell) => cell.replace(/<section.*?<\/section>/gsu, '').replace(/<[^>]*>/gu, ''))
  return { texts, bullet: /role="img" aria-label="([^"]*)"/u.exec(row)?.[1] ?? null }
}

describe('the official table', () => {
  test('a reported difference of the two plans stands under the adopted one, not as a percent of plan', () => {
    const { texts } = cellsOf(sheetLine({ cells: { adopted_plan: '1651.346', reported_difference_assigned: '330' } }))
    const [assigned, adopted, , ofAssigned, ofAdopted] = texts.slice(4)
    expect(adopted).toBe('1.651,346+330 theo báo cáo So với KH Thành phố')
    expect([assigned, ofAssigned, ofAdopted].join()).not.toContain('330')
  })

  test('a rate has points in its cells and in the words of its bullet', () => {
    const rate = { valueType: 'rate', unitOfMeasure: '%', decimals: 2 } as const
    const cells = { assigned_plan: '13', adopted_plan: '12.66', estimate: '12.86' }
    const { texts, bullet } = cellsOf(sheetLine({ indicator: rate, cells }))
    expect(texts.slice(7, 9)).toEqual(['−0,14 điểm %', '+0,20 điểm %'])
    expect(bullet).toBe('So với KH quận +0,20 điểm %; So với KH Thành phố −0,14 điểm %')
  })

  test('an amount has percents', () => {
    const { bullet } = cellsOf(sheetLine({ cells: { assigned_plan: '80', adopted_plan: '100', estimate: '90' } }))
    expect(bullet).toBe('% KH quận 90,0%; % KH Thành phố 112,5%')
  })
})

describe('the bullet in points', () => {
  type Props = Parameters<typeof PointsBullet>[0]
  const draw = (points: number | null, tone: Props['tone'] = 'good', plans: Partial<Props> = {}) => {
    const drawn = renderToStaticMarkup(
      createElement(PointsBullet, { points, tone, assignedAt: null, adoptedAt: 0, label: 'x', ...plans }),
    )
    const number = (pattern: RegExp) => (pattern.test(drawn) ? Number(pattern.exec(drawn)?.[1]) : null)
    const [, from, to, fill] = /<path d="M([\d.]+) 11H([\d.]+)" stroke="(?!var\(--track\))([^"]+)"/u.exec(drawn) ?? []
    return {
      bar: from === undefined ? null : [Number(from), Number(to) - Number(from)],
      fill: fill === undefined || fill.startsWith('url(') ? fill && 'hatch' : fill,
      disc: number(/<use href="#bullet-disc" x="([\d.]+)"/u),
      discFill: /#bullet-disc"[^>]*fill="([^"]+)"/u.exec(drawn)?.[1],
      tick: number(/#bullet-adopted" x="([\d.]+)"/u),
      diamond: number(/#bullet-assigned" x="([\d.]+)"/u),
      slashes: drawn.includes('#bullet-beyond'),
      mirrored: drawn.includes('matrix(-1 0 0 1 144 0)'),
    }
  }

  test('has its plan where a bullet in percent has its 100%, and one point is 24 wide', () => {
    expect(draw(1)).toMatchObject({ bar: [96, 24], disc: 120, tick: 96, diamond: null, slashes: false })
    expect(draw(-1, 'miss', { assignedAt: 0.5 })).toMatchObject({ bar: [72, 24], disc: 72, diamond: 108 })
  })
  test('is good or bad by its verdict, on either side', () => {
    expect([draw(1).fill, draw(-1).fill]).toEqual(['var(--exceed)', 'var(--exceed)'])
    expect([draw(1, 'miss').fill, draw(-1, 'miss').fill]).toEqual(['hatch', 'hatch'])
    expect(draw(-1, 'miss').discFill).toBe('var(--miss)')
    expect(draw(1, 'neutral').fill).toBe('var(--none)')
  })
  test('on its plan is a disc without a bar; awaited is neither', () => {
    expect(draw(0)).toMatchObject({ bar: null, disc: 96, discFill: 'var(--met)' })
    expect(draw(null, 'neutral')).toMatchObject({ bar: null, disc: null, tick: 96 })
  })
  test('goes to −4 and +2, and beyond is cut with slashes', () => {
    expect(draw(2)).toMatchObject({ bar: [96, 48], disc: 144, slashes: false })
    expect(draw(2.01)).toMatchObject({ bar: [96, 48], disc: null, slashes: true, mirrored: false })
    expect(draw(-4, 'miss')).toMatchObject({ bar: [0, 96], disc: 0, slashes: false })
    expect(draw(-4.01, 'miss')).toMatchObject({ bar: [0, 96], disc: null, slashes: true, mirrored: true })
  })
})
