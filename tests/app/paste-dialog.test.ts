import { createElement } from 'react'
import { expect, test } from 'vitest'
import { PasteDialog } from '#components/entry/paste-dialog.tsx'
import { rendered, rowsOf } from '#tests/support/render.ts'
import { sheetLine } from '#tests/support/sheet-line.ts'

const revenue = sheetLine({ number: '1', indicator: { shortVi: 'Thu ngân sách' }, cells: { adopted_plan: '3504' } })
const structure = sheetLine({ number: '2', indicator: { code: 'KT-CO-CAU', nameVi: 'Cơ cấu', heading: true } })
const jobs = sheetLine({
  number: '3',
  indicator: { code: 'XH-VL', nameVi: 'Việc làm', valueType: 'count', unitOfMeasure: 'người' },
})

const dialog = (block: string) => {
  const address = { indicator: 'NS-THU', kind: 'assigned_plan' } as const
  const page = rendered(
    createElement(PasteDialog, {
      rows: block.split('\n').map((row) => row.split('|')),
      known: null,
      options: {
        sheet: {
          lines: [revenue, structure, jobs],
          columns: [
            { kind: 'assigned_plan', label: 'KH Thành phố', closed: 'Cột của Thành phố.' },
            { kind: 'adopted_plan', label: 'KH quận', closed: null },
            { kind: 'estimate', label: 'Ước TH', closed: null },
          ],
        },
        target: { from: address, to: address },
        held: ({ indicator, kind }) => (indicator === 'NS-THU' ? (revenue.figures[kind]?.quantity ?? null) : null),
        locale: 'vi',
      },
      onConfirm: () => undefined,
      onCancel: () => undefined,
      returnFocus: () => null,
    }),
  )
  const causes = [...page.matchAll(/<li.*?<\/li>/gsu)].map(([item]) =>
    item
      .replace(/<svg.*?<\/svg>/gsu, '')
      .replace(/<span class="block/gu, ' | $&')
      .replace(/<[^>]*>/gu, ''),
  )
  const confirm = /<button[^>]*type="submit"[^>]*>[^<]*/u.exec(page)?.[0] ?? ''
  return {
    rows: rowsOf(page).slice(1),
    causes,
    confirm: confirm.replace(/<[^>]*>/gu, ''),
    disabled: confirm.includes('disabled=""'),
    questions: [...page.matchAll(/<legend[^>]*>([^<]*)/gu)].map(([, legend]) => legend),
    choices: [...page.matchAll(/<label.*?<\/label>/gsu)].map(([label]) => label.replace(/<[^>]*>/gu, '')),
  }
}

test('says of every cell what becomes of it, and how many change', () => {
  expect(dialog('3,500.5|3,504.0|3,594\n5|5|\n75O|x|12\n||')).toEqual({
    rows: [
      ['1 Thu ngân sáchƯớc TH', '3,594', 'trống →  thành 3.594'],
      ['3 Việc làmƯớc TH', '12', 'trống →  thành 12'],
    ],
    causes: [
      '1 ô lỗi. Ô này nhận số, không nhận chữ. | 3 KH quận: x',
      '2 ô khóa. Cột của Thành phố.',
      '2 ô ở dòng tiêu đề: số liệu nằm ở các dòng con.',
      '1 ô trống, giữ giá trị đang có.',
      '1 ô đã có đúng giá trị này.',
    ],
    confirm: 'Dán 2 ô',
    disabled: false,
    questions: ['Ô trống trong khối'],
    choices: ['giữ giá trị đang có', 'xóa giá trị đang có'],
  })
})

test('rows that go nowhere are named', () => {
  const { causes, confirm, disabled } = dialog('Hộ nghèo|5|6|7\nXH-VL|8||9|10\n|1|1|1\nXH-VL|5||')
  expect(causes).toEqual([
    '2 hàng không khớp chỉ tiêu nào của biểu. | Hộ nghèo · (không có tên)',
    '1 hàng lặp lại chỉ tiêu của hàng trên. | XH-VL',
    '1 ô nằm ngoài bảng.',
    '1 ô khóa. Cột của Thành phố.',
    '1 ô trống, giữ giá trị đang có.',
  ])
  expect([confirm, disabled]).toEqual(['Dán 1 ô', false])
})

test('a block that can be read in two ways is pasted in none until somebody has chosen', () => {
  expect(dialog('3.500|3.600')).toMatchObject({
    rows: [],
    confirm: 'Dán 0 ô',
    disabled: true,
    questions: ['3.500 trong khối này là'],
    choices: ['số nguyên 3500', 'số lẻ: 3 phẩy 500'],
  })
})

test('a block in both styles asks about two numbers that stand in it', () => {
  expect(dialog('|12,5|12.5')).toMatchObject({
    disabled: true,
    questions: ['Khối này viết số theo cả hai kiểu. Đọc theo kiểu nào?', 'Ô trống trong khối'],
    choices: ['kiểu Việt Nam, như 12,5', 'kiểu Anh, như 12.5', 'giữ giá trị đang có', 'xóa giá trị đang có'],
  })
})

test('a row of years is said to be passed over', () => {
  expect(dialog('2022|2023|2024\n|5|6').causes).toContain(
    'Hàng năm ở đầu khối không phải số liệu: giá trị được ghi từ ô đang chọn. | 2022 · 2023 · 2024',
  )
})
