import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attachment, errorsName, fileName } from '#domain/file-name.ts'
import { formatFileSize } from '#domain/file-size.ts'
import { fileTypeNames, fileTypes } from '#domain/file-type.ts'

describe('the name of a file', () => {
  test.each([
    ['Nghị quyết 37.pdf', 'pdf', 'Nghị quyết 37.pdf'],
    ['Nghị quyết 37.pdf'.normalize('NFD'), 'pdf', 'Nghị quyết 37.pdf'],
    ['scan.pdf', 'jpeg', 'scan.jpg'],
    ['scan.JPEG', 'jpeg', 'scan.jpeg'],
    ['scan', 'png', 'scan.png'],
    ['37.NQ-HĐND', 'pdf', '37.NQ-HĐND.pdf'],
    ['invoice.pdf.exe', 'pdf', 'invoice.pdf.exe.pdf'],
    ['../../etc/passwd', 'pdf', 'passwd.pdf'],
    ['C:\\Users\\a\\b.docx', 'docx', 'b.docx'],
    ['a"b<c>d|e?f*g:h.pdf', 'pdf', 'a-b-c-d-e-f-g-h.pdf'],
    ['one\r\ntwo\u2028three\tfour.pdf', 'pdf', 'one two three four.pdf'],
    ['\u202Efdp.exe\u200F\u2066.pdf', 'pdf', 'fdp.exe.pdf'],
    ['.hidden.pdf', 'pdf', 'hidden.pdf'],
    ['...pdf', 'pdf', 'qd-1.pdf'],
    ['', 'pdf', 'qd-1.pdf'],
    ['/', 'pdf', 'qd-1.pdf'],
    ['nul.pdf', 'pdf', '_nul.pdf'],
    ['COM1.báo cáo.pdf', 'pdf', '_COM1.báo cáo.pdf'],
    ['console.pdf', 'pdf', 'console.pdf'],
  ] as const)('%j of a %s is %j', (given, type, name) => {
    expect(fileName(given, type, 'qd-1')).toBe(name)
  })

  test('is one that every system takes, whatever it came with', () => {
    const given = fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.constant('ễ'.repeat(300)))
    fc.assert(
      fc.property(given, fc.constantFrom(...fileTypeNames), (text, type) => {
        const name = fileName(text, type, 'qd-1')
        expect(name).not.toMatch(/[/\\<>:"|?*\p{C}]|^[. ]/u)
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(210)
        expect(fileTypes[type].endings).toContain(name.split('.').at(-1))
        expect(fileName(name, type, 'qd-1')).toBe(name)
        expect(attachment(name)).toMatch(/^attachment; filename="[\w. -]+"; filename\*=UTF-8''[\w.%!~-]+$/)
      }),
    )
  })
})

test.each([
  ['Biểu 2024.xlsx', 'loi-nhap_Biểu 2024.csv'],
  ['so-lieu.CSV', 'loi-nhap_so-lieu.csv'],
  ['37.NQ', 'loi-nhap_37.NQ.csv'],
  ['..\\..\\a"b\r\nSet-Cookie: c.csv', 'loi-nhap_a-b Set-Cookie- c.csv'],
  ['\uD800.csv', 'loi-nhap.csv'],
  ['.csv', 'loi-nhap.csv'],
])('the errors of %j are in %j', (given, name) => {
  expect(errorsName(given)).toBe(name)
  expect(attachment(errorsName(given))).toMatch(/^attachment; filename="[\w. -]+"; filename\*=UTF-8''[\w.%!~-]+$/)
})

test('a download is called by its name, and without diacritics where a browser is old', () => {
  expect(attachment("Báo cáo (số 1)'.pdf")).toBe(
    `attachment; filename="bao cao -so 1--.pdf"; filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20%28s%E1%BB%91%201%29%27.pdf`,
  )
})

test.each([
  [9, 'vi', '9 B'],
  [1234, 'vi', '1 KB'],
  [999_499, 'en', '999 KB'],
  [1_250_000, 'vi', '1,3 MB'],
  [20_971_520, 'en', '21.0 MB'],
] as const)('%i bytes in %s are %s', (bytes, style, said) => {
  expect(formatFileSize(bytes, style)).toBe(said)
})
