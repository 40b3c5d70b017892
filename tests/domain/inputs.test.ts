import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import {
  documentCode,
  indicatorCode,
  isoDate,
  key,
  optional,
  prose,
  requiredText,
  slug,
  text,
  username,
  year,
} from '#domain/inputs/common.ts'
import { moveSheetInput } from '#domain/inputs/move-sheet.ts'
import { containsUsername, newPassword, presentedPassword } from '#domain/inputs/password.ts'

/** What a schema makes of a value, or why it refuses it. */
const read = (schema: z.ZodType, value: unknown) => {
  const parsed = schema.safeParse(value)
  return parsed.success ? parsed.data : parsed.error.issues.map(({ message }) => message)
}

describe('text', () => {
  test.each([
    ['is trimmed and composed', text(20), '  Thu\u0309y \u00a0', 'Th\u1ee7y'],
    ['has a length', text(3), 'bốn4', ['too_long']],
    ['counts after composing', text(3), 'Thu\u0309', 'Th\u1ee7'],
    ['is one line', text(20), 'a\nb', ['control_characters']],
    ['holds no zero', text(20), 'a\u0000', ['control_characters']],
    ['may be empty', text(20), ' ', ''],
    ['may not, where it is required', requiredText(20), ' ', ['required']],
    ['in prose has lines, of one kind', prose(20), ' a\r\nb\rc\td\n', 'a\nb\nc\td'],
    ['in prose has no other control', prose(20), 'a\u001b[31m', ['control_characters']],
    ['that is optional is absent where it is empty', optional(text(20)), '  ', undefined],
    ['that is optional is absent where it is absent', optional(text(20)), undefined, undefined],
    ['that is optional is itself', optional(text(20)), ' a ', 'a'],
  ])('%s', (_what, schema, value, expected) => {
    expect(read(schema, value)).toEqual(expected)
  })
})

describe('names and numbers', () => {
  test.each<[z.ZodType, unknown[], unknown[]]>([
    [slug, ['ha-noi', 'quan-1', '1'], ['Ha-Noi', 'hà-nội', '-a', 'a-', 'a--b', 'a_b', '', 'a/b', 'a'.repeat(81)]],
    [documentCode, ['btl-plan-2023'], ['BTL', '']],
    [indicatorCode, ['NS-THU', 'KT-CO-CAU-DV', 'X1'], ['ns-thu', 'NS_THU', '-A', '', 'A'.repeat(61)]],
    [username, ['nhap.bactuliem', 'a_b-c.1', 'xx'], ['Lan', 'x', 'a b', 'system:operator', 'đ1', 'a'.repeat(41)]],
    [year, [1990, 2024, 2100], [1989, 2101, 2024.5, '2024', null, Number.NaN]],
    [
      isoDate,
      ['2024-02-29', '2025-06-30'],
      ['2023-02-29', '2024-2-1', '30/06/2025', '2024-01-01T00:00:00Z', '', '0002-03-10', '1899-12-31', '2101-01-01'],
    ],
    [key, ['12345678'], ['1234567', 'a'.repeat(101), 12345678]],
  ])('schema %#', (schema, good, bad) => {
    for (const value of good) expect(read(schema, value)).toEqual(value)
    for (const value of bad) expect({ value, read: read(schema, value) }).toEqual({ value, read: [expect.any(String)] })
  })
})

describe('a new password', () => {
  test.each([
    'ngựa đúng pin ghim giấy',
    'chín con mèo ngủ trên mái',
    'dài dài dài mà không lặp lại hết',
    'Tr0ub4dor&3-Tr0ub4d0r',
    '密码密码密码不可以太短了吧对不对',
    'nguangua đua trên thảo nguyên',
    `${'x'.repeat(150)}${'y'.repeat(50)}`,
  ])('may be %s', (password) => {
    expect(read(newPassword, password)).toBe(password)
  })

  test.each([
    ['mười bốn ký tự', 'password_too_short'],
    // Seven letters in fourteen code units are seven letters.
    ['👩👩👩👩👩👩👩👨', 'password_too_short'],
    [`${'ab'.repeat(50)}${'cd'.repeat(51)}`, 'password_too_long'],
    ['aaaaaaaaaaaaaaaaaa', 'password_guessable'],
    ['               ', 'password_guessable'],
    // Spaces make it long, not good.
    ['    ngựa    giấy    ', 'password_guessable'],
    ['matkhau1MATKHAU1', 'password_guessable'],
    ['abc abc abc abc abc', 'password_guessable'],
    ['123456789012345678', 'password_guessable'],
    ['0987654321098765', 'password_guessable'],
    ['qwertyuiopasdfgh', 'password_guessable'],
    ['1qaz2wsx3edc4rfv', 'password_guessable'],
    ['abcdefghijklmnopq', 'password_guessable'],
    ['Cộng hòa xã hội chủ nghĩa Việt Nam', 'password_guessable'],
    ['correct horse battery staple', 'password_guessable'],
  ])('may not be %s', (password, reason) => {
    expect(read(newPassword, password)).toEqual([reason])
  })

  test('is composed, so that every keyboard types the same', () => {
    const typed = 'ngựa đúng pin ghim giấy'
    expect(read(newPassword, typed.normalize('NFD'))).toBe(typed.normalize('NFC'))
  })

  test('does not hold the name of its account, unless that is too short to tell', () => {
    expect(containsUsername('mật khẩu của LAN.NGUYEN đây', 'lan.nguyen')).toBe(true)
    expect(containsUsername('mật khẩu của Lan Nguyễn đây', 'lan.nguyen')).toBe(false)
    expect(containsUsername('xem phim lúc nửa đêm', 'xem')).toBe(false)
  })

  test('that is presented may be any, but not endless', () => {
    expect(read(presentedPassword, 'x')).toBe('x')
    expect(read(presentedPassword, '')).toEqual(['required'])
    expect(read(presentedPassword, 'x'.repeat(801))).toEqual(['password_too_long'])
  })
})

test('a step that undoes another requires its comment', () => {
  const input = { unit: 'ha-noi', year: 2024, key: '12345678' }
  expect(moveSheetInput('submit').safeParse(input).success).toBe(true)
  expect(moveSheetInput('return').safeParse(input).success).toBe(false)
  expect(read(moveSheetInput('return'), { ...input, comment: ' ' })).toEqual(['comment_required'])
  expect(read(moveSheetInput('return'), { ...input, comment: 'Thiếu nguồn ' })).toEqual({
    ...input,
    comment: 'Thiếu nguồn',
  })
})
