import { createElement } from 'react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import words from '#app/_i18n/vi.json' with { type: 'json' }
import { isOf, namesToMatch, stepsOf } from '#app/(desk)/import/step.ts'
import { CauseList } from '#components/import/cause-list.tsx'
import { importAddress, readImportQuery } from '#components/import/import-query.ts'
import { NamesForm } from '#components/import/names-form.tsx'
import { nearest } from '#components/import/nearest.ts'
import { picked } from '#components/import/pick.tsx'
import { RecordTable } from '#components/import/record-table.tsx'
import { runLong, unanswered } from '#components/import/run-long.ts'
import { Suspects } from '#components/import/suspects.tsx'
import { columnLetter } from '#domain/column-letter.ts'
import { type ImportDiff, type ImportProgress, type ImportRecord, importErrors, skipReasons } from '#domain/import.ts'
import type { ImportPreview } from '#domain/import-reading.ts'
import { exactly } from '#domain/quantity.ts'
import { rendered, rowsOf } from '#tests/support/render.ts'

vi.mock('next/navigation', () => ({ useRouter: () => ({}), useSearchParams: () => new URLSearchParams() }))

describe('the address of an import', () => {
  test('says where one stands, and passes over what means nothing', () => {
    const query = {
      batch: 'b',
      step: 'preview',
      show: 'error',
      cause: 'date',
      page: '2',
      unit: 'a',
      year: '2024',
    } as const
    expect(importAddress(query)).toBe('/import?batch=b&step=preview&show=error&cause=date&page=2&unit=a&year=2024')
    expect(readImportQuery(query)).toEqual(query)
    expect(importAddress(readImportQuery({ batch: '', step: 'elsewhere', show: ['new'], cause: 'x' }))).toBe(
      '/import?cause=x',
    )
  })
})

const reading: ImportPreview['reading'] = {
  ...{ kind: 'csv', encoding: 'utf-8', separator: ';', worksheet: '', worksheets: [], rows: 2, width: 0 },
  ...{ headerRow: 1, columns: [], unitOfTable: '', unread: [], style: 'vi', sample: [] },
}
const diff: ImportDiff = {
  hash: 'h',
  counts: { new: 1, changed: 0, unchanged: 0, skipped: 0, error: 0 },
  blank: 0,
  groups: [],
  errorRows: 0,
  sheets: [],
  openedSheets: 0,
  addedLines: 0,
  reasonRequired: false,
  changedPlans: 0,
  unmatched: { units: [], indicators: [] },
  remembered: { units: {}, indicators: {} },
  suspects: { count: 0, first: [] },
}
const preview = (more: Partial<ImportPreview>): ImportPreview => ({
  ...{ choices: {}, at: '2024-01-01T00:00:00.000Z', reading, questions: [], diff: null },
  ...more,
})

describe('the steps of an import', () => {
  test('a file that cannot be read yet asks how', () => {
    expect(stepsOf(preview({ reading: null, questions: [{ ask: 'encoding', options: [] }] }), 'preview')).toEqual({
      open: ['file'],
      unfinished: [],
      here: 'file',
    })
  })

  test('what is asked of the columns is asked there, and nothing is compared before', () => {
    expect(stepsOf(preview({ questions: [{ ask: 'year' }] }), undefined)).toEqual({
      open: ['file', 'columns'],
      unfinished: [],
      here: 'columns',
    })
    expect(stepsOf(preview({ questions: [{ ask: 'header_row' }, { ask: 'year' }] }), undefined).here).toBe('file')
  })

  test('where nothing is asked the difference is shown, and every step can be gone back to', () => {
    expect(stepsOf(preview({ diff }), undefined)).toEqual({
      unfinished: [],
      open: ['file', 'columns', 'preview'],
      here: 'preview',
    })
    expect(stepsOf(preview({ diff }), 'columns').here).toBe('columns')
    expect(stepsOf(preview({ diff }), 'names').here).toBe('preview')
  })

  test('names are a step where one is unknown, or was matched by hand', () => {
    const unmatched = { units: [{ text: 'Q. Bắc TL', rows: 4, several: false }], indicators: [] }
    const open = preview({ diff: { ...diff, unmatched } })
    expect(stepsOf(open, 'names')).toMatchObject({ here: 'names', unfinished: ['names'] })
    const matched = preview({ diff, choices: { indicators: { 'Thu NS': 'NS-THU', Khác: null } } })
    expect(stepsOf(matched, 'names')).toMatchObject({ here: 'names', unfinished: [] })
    expect(namesToMatch(matched)).toEqual({
      units: [],
      indicators: [
        { text: 'Thu NS', rows: 0, several: false },
        { text: 'Khác', rows: 0, several: false },
      ],
    })
  })

  test('a match of an earlier import is listed, with what it means, until another is chosen', () => {
    const remembered = { units: {}, indicators: { 'Tổng thu': 'NS-CHI' } }
    const again = preview({ diff: { ...diff, remembered } })
    expect(stepsOf(again, 'names').here).toBe('names')
    const asked = namesToMatch(again)
    expect(asked.indicators).toEqual([{ text: 'Tổng thu', rows: 0, several: false }])
    const options = { units: [], indicators: [{ value: 'NS-CHI', label: 'Chi ngân sách · NS-CHI' }] }
    const form = rendered(createElement(NamesForm, { batch: 'b', choices: {}, names: asked, remembered, options }))
    expect(form).toContain('như lần nhập trước')
    expect(form).toContain('value="Chi ngân sách · NS-CHI"')
  })

  test('figures that are a thousand times off are counted, and the first are named with what was meant', () => {
    const first = [{ row: 6, kind: 'official', value: exactly(3.594), suggestion: exactly(3594) } as const]
    const remark = rendered(createElement(Suspects, { suspects: { count: 12, first }, style: 'vi' }))
    expect(remark).toContain('12 số liệu lệch chừng 1.000 lần')
    expect(remark).toContain('Hàng 6: 3,594. Có phải 3.594?')
    expect(rendered(createElement(Suspects, { suspects: { count: 0, first: [] }, style: 'vi' }))).toBe('')
  })

  test('a preview of other choices is out of date', () => {
    expect(isOf(preview({ choices: { year: 2024 } }), { year: 2024 })).toBe(true)
    expect(isOf(preview({ choices: { year: 2024 } }), { year: 2023 })).toBe(false)
  })
})

test('columns are named as a spreadsheet names them', () => {
  expect([1, 26, 27, 52, 53, 256, 702, 703].map(columnLetter)).toEqual('A Z AA AZ BA IV ZZ AAA'.split(' '))
})

describe('what is picked', () => {
  const options = [
    { value: 'NS-THU', label: 'Thu ngân sách · NS-THU' },
    { value: 'NS-CHI', label: 'Chi ngân sách · NS-CHI' },
  ]
  test.each([
    ['Tổng thu ngân sách', 'NS-THU'],
    ['- Thu ngan sahc', 'NS-THU'],
    // As like the one as the other, and like none.
    ['ngân sách', undefined],
    ['Dân số trung bình', undefined],
  ])('%j is perhaps %s', (text, value) => {
    expect(nearest(options, text)?.value).toBe(value)
  })
  test.each([
    ['', ''],
    ['  ', ''],
    ['ns-thu', 'NS-THU'],
    ['Thu ngân sách · NS-THU', 'NS-THU'],
    ['chi ngan', 'NS-CHI'],
    ['ngân sách', null],
    ['dân số', null],
  ])('%j', (typed, value) => {
    expect(picked(options, typed)).toBe(value)
  })
})

const record = (more: Partial<ImportRecord>): ImportRecord => ({
  ...{ row: 17, column: 3, outcome: 'changed', reason: null, unit: 'bac-tu-liem', year: 2024, indicator: 'NS-THU' },
  ...{ kind: 'estimate', text: '3.594', before: exactly(3504), after: exactly(3594) },
  ...more,
})
const names = {
  unit: () => 'Bắc Từ Liêm',
  indicator: () => 'Thu ngân sách',
  kind: () => 'Ước thực hiện',
  column: (column: number) => (column === 3 ? 'Ước TH' : ''),
}
const table = (records: ImportRecord[]) =>
  rowsOf(rendered(createElement(RecordTable, { label: 'Ô', records, names, style: 'vi' }))).slice(1)

describe('a record', () => {
  test('says where it stands, which figure it is, and what becomes of it', () => {
    const [changed, added] = table([record({}), record({ row: 18, outcome: 'new', before: null })])
    expect(changed).toEqual([
      'C17 · Ước TH',
      'Thu ngân sáchBắc Từ Liêm · 2024 · Ước thực hiện',
      '3.594',
      '3.504 →  thành 3.594',
    ])
    expect(added?.at(-1)).toBe('trống →  thành 3.594')
  })

  test('of a verdict says it in words', () => {
    const exceeded = { ...exactly(0), value: null, text: 'exceeded' }
    const [row] = table([record({ kind: 'reported_verdict_assigned', before: null, after: exceeded, text: 'vượt' })])
    expect(row?.at(-1)).toBe('trống →  thành Vượt')
  })

  test('in error says why, with its own values; of a row as a whole there is no column', () => {
    const [letter, row] = table([
      record({ outcome: 'error', reason: 'letter_in_number', values: { character: 'O' }, text: '75O', after: null }),
      record({
        ...{ outcome: 'error', reason: 'unknown_indicator', column: null, text: 'Thu NS' },
        ...{ unit: null, year: null, indicator: null, kind: null, after: null },
      }),
    ])
    expect(letter?.at(-1)).toBe('Có chữ O, không phải số.')
    expect(row).toEqual(['Hàng 17', 'chưa xác định', 'Thu NS', 'Không có chỉ tiêu nào có tên hoặc mã này.'])
  })
})

test('every reason of the domain has its sentence', () => {
  expect(Object.keys(words.import.reason).sort()).toEqual([...new Set([...skipReasons, ...importErrors])].sort())
})

test('a cause names no single value, because it is of many cells', () => {
  const groups = [{ index: 0, outcome: 'error', reason: 'letter_in_number', count: 1200 } as const]
  const list = rendered(createElement(CauseList, { groups, current: 0, hrefOf: () => '#' }))
  expect(list).toContain('Có chữ …, không phải số.')
  expect(list).toContain('1.200')
})

describe('something long on the server', () => {
  afterEach(() => vi.unstubAllGlobals())
  const answering = (...answers: (Response | Error)[]) =>
    vi.stubGlobal('fetch', async () => {
      const answer = answers.shift()
      if (answer instanceof Response) return answer
      throw answer
    })
  const lines = (chunks: string[]) =>
    new Response(
      new ReadableStream({
        start(controller) {
          for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk))
          controller.close()
        },
      }),
      { headers: { 'Content-Type': 'application/x-ndjson' } },
    )
  const run = async () => {
    const heard: ImportProgress[] = []
    const refused = await runLong('/x', { method: 'POST', body: {}, onProgress: (progress) => heard.push(progress) })
    return { refused, heard: heard.map(({ done }) => done) }
  }

  test('says how far it is, however its lines are cut, and then that it is done', async () => {
    answering(
      lines([
        '{"progress":{"phase":"reading","done":1,"total":9}}\n{"prog',
        'ress":{"phase":"reading","done":9,"total":9}}\n',
        '{"done":{}}\n',
      ]),
    )
    expect(await run()).toEqual({ refused: null, heard: [1, 9] })
  })

  test('is refused at its end, or at once', async () => {
    const refusal = { code: 'conflict', message: 'Sổ đã đổi.' }
    answering(lines([`${JSON.stringify({ refused: refusal })}\n`]), Response.json(refusal, { status: 409 }))
    expect((await run()).refused).toEqual(refusal)
    expect((await run()).refused).toEqual(refusal)
  })

  test('that ends without a word, or is never answered, is not done', async () => {
    answering(lines(['{"progress":{"phase":"writing","done":1,"total":9}}\n']), new TypeError('offline'))
    expect((await run()).refused).toEqual(unanswered)
    expect((await run()).refused).toEqual(unanswered)
  })
})
