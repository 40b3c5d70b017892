import type { APIResponse, Page } from '@playwright/test'
import { signIn } from '#tests/support/session.ts'
import { expect, test } from '#tests/support/test.ts'

/** PUT /api/v1/sheets/[unit]/[year]/figures, on the sheet of Cầu Giấy 2024, which no other spec touches. */

type Change = { indicator?: string; kind?: string; quantity: string; expectedVersion?: number | null; note?: string }
let sent = 0

function put(
  page: Page,
  changes: Change[],
  more: Record<string, unknown> = {},
  headers?: Record<string, string>,
): Promise<APIResponse> {
  sent += 1
  const origin = new URL(page.url()).origin
  return page.request.put(`/api/v1/sheets/cau-giay/2024/figures`, {
    headers: headers ?? { origin },
    data: {
      key: `figures-api-${sent}`,
      changes: changes.map((change) => ({
        indicator: 'NS-THU',
        kind: 'adopted_plan',
        expectedVersion: null,
        ...change,
      })),
      ...more,
    },
  })
}
const figures = async (page: Page) => {
  const sheet = await (await page.request.get('/api/v1/sheets/cau-giay/2024')).json()
  return sheet.lines.find((line: { indicator: { code: string } }) => line.indicator.code === 'NS-THU').figures
}

test('saves a figure, gives its version, and reads it back as it was typed', async ({ page }) => {
  await signIn(page, 'nhap.hanoi')
  const answer = await put(page, [{ kind: 'estimate', quantity: 'trên 14.000,5' }])
  expect(answer.status()).toBe(200)
  expect(await answer.json()).toMatchObject({
    saved: [{ indicator: 'NS-THU', kind: 'estimate', quantity: '> 14.000,5', version: 1 }],
  })
  expect((await figures(page)).estimate).toMatchObject({ plain: '>14000.5', version: 1, by: 'Nhập liệu Hà Nội' })
})

test('a stale version is a conflict that shows theirs, and nothing of the batch is written', async ({ page }) => {
  await signIn(page, 'nhap.hanoi')
  expect((await put(page, [{ kind: 'preliminary', quantity: '1' }])).status()).toBe(200)
  const answer = await put(page, [
    { kind: 'preliminary', quantity: '2' },
    { kind: 'official', quantity: '3' },
  ])
  expect(answer.status()).toBe(409)
  expect(await answer.json()).toMatchObject({
    code: 'conflict',
    detail: {
      theirs: [{ kind: 'preliminary', quantity: '1', version: 1, by: 'Nhập liệu Hà Nội', at: expect.any(String) }],
    },
  })
  expect((await figures(page)).official).toBeUndefined()
})

test('every offending cell is named, with its reason', async ({ page }) => {
  await signIn(page, 'nhap.hanoi')
  const typed = {
    '75O': 'letter_in_number',
    '1 651': 'space_in_number',
    '1,2,3': 'repeated_decimal',
    '--5': 'repeated_sign',
    '1234567890123456': 'too_many_digits',
    'đạt cao': 'words_not_allowed',
  }
  for (const [quantity, reason] of Object.entries(typed)) {
    const answer = await put(page, [{ quantity }])
    expect(answer.status(), quantity).toBe(422)
    expect((await answer.json()).problems).toMatchObject([
      { path: 'changes.0.quantity', reason, message: expect.any(String) },
    ])
  }
  const several = await put(page, [{ quantity: '75O' }, { kind: 'official', quantity: '--5' }])
  expect((await several.json()).problems.map(({ path }: { path: string }) => path)).toEqual([
    'changes.0.quantity',
    'changes.1.quantity',
  ])
})

test('sending the same key twice has one effect; with another body it is refused', async ({ page }) => {
  await signIn(page, 'nhap.hanoi')
  const twice = { key: 'figures-api-twice' }
  const change = [{ indicator: 'NS-CHI', kind: 'estimate', quantity: '5' }]
  const first = await put(page, change, twice)
  const second = await put(page, change, twice)
  expect([first.status(), second.status()]).toEqual([200, 200])
  expect(await second.json()).toEqual(await first.json())
  expect((await put(page, [{ indicator: 'NS-CHI', kind: 'estimate', quantity: '6' }], twice)).status()).toBe(409)
})

test('a foreign or missing Origin, an unknown key, and a broken body are refused', async ({ page }) => {
  await signIn(page, 'nhap.hanoi')
  const change = [{ kind: 'unstaged', quantity: '1' }]
  expect((await put(page, change, {}, {})).status()).toBe(403)
  expect((await put(page, change, {}, { origin: 'https://example.org' })).status()).toBe(403)
  expect((await put(page, change, { colour: 'red' })).status()).toBe(422)
  const origin = new URL(page.url()).origin
  const broken = await page.request.put('/api/v1/sheets/cau-giay/2024/figures', {
    headers: { origin },
    data: '{"key":',
  })
  expect(broken.status()).toBe(422)
  expect((await figures(page)).unstaged).toBeUndefined()
})

test("the district's editor may not write the assigned plan, the city's may", async ({ page, openWindow }) => {
  const change = [{ indicator: 'NS-CHI', kind: 'assigned_plan', quantity: '100' }]
  await signIn(page, 'nhap.hanoi')
  expect((await put(page, change)).status()).toBe(200)

  const district = await openWindow()
  await signIn(district, 'nhap.bactuliem')
  const origin = new URL(district.url()).origin
  const answer = await district.request.put('/api/v1/sheets/bac-tu-liem/2024/figures', {
    headers: { origin },
    data: {
      key: 'figures-api-assigned',
      changes: [{ indicator: 'NS-CHI', kind: 'assigned_plan', quantity: '1', expectedVersion: null }],
    },
  })
  expect(answer.status()).toBe(403)
})

test('what was written is told from one row of the journal on', async ({ page }) => {
  await signIn(page, 'nhap.hanoi')
  const ask = (query: string) => page.request.get(`/api/v1/sheets/cau-giay/2024/changes${query}`)
  const { seq } = await (await ask('?since=0')).json()
  expect(await (await ask(`?since=${seq}`)).json()).toEqual({ seq, page: false, figures: [] })
  await put(page, [{ indicator: 'NS-CHI', kind: 'official', quantity: 'trên 14.000' }])
  const told = await (await ask(`?since=${seq}`)).json()
  expect(told).toMatchObject({
    page: false,
    figures: [{ indicator: 'NS-CHI', kind: 'official', quantity: { value: 14000, qualifier: 'above' }, version: 1 }],
  })
  expect(told.seq).toBeGreaterThan(seq)

  for (const query of ['', '?since=', '?since=-1', '?since=1.5', '?since=01', '?since=1e3', '?since=x']) {
    const answer = await ask(query)
    expect(answer.status(), query).toBe(422)
    expect((await answer.json()).problems, query).toMatchObject([
      { path: 'since', reason: 'bad_seq', message: expect.any(String) },
    ])
  }
  expect((await page.request.get('/api/v1/sheets/nowhere/2024/changes?since=x')).status()).toBe(404)
})

test('a document is made, found without its diacritics, and cited', async ({ page }) => {
  await signIn(page, 'nhap.hanoi')
  const origin = new URL(page.url()).origin
  const decision = {
    key: 'figures-api-document',
    title: 'Quyết định điều chỉnh chỉ tiêu của quận Cầu Giấy',
    number: '4711/QĐ-UBND',
    publisher: 'Ủy ban nhân dân thành phố',
    dated: '2024-07-01',
    url: 'https://example.org/4711',
  }
  const post = (more: object, headers: Record<string, string> = { origin }) =>
    page.request.post('/api/v1/documents', { headers, data: { ...decision, ...more } })
  expect((await post({}, {})).status()).toBe(403)
  expect((await post({ colour: 'red' })).status()).toBe(422)
  const wrong = await post({ title: '', url: 'javascript:alert(1)' })
  const paths = (await wrong.json()).problems.map(({ path }: { path: string }) => path)
  expect([wrong.status(), paths]).toEqual([422, ['title', 'url']])

  const made = await post({})
  expect([made.status(), await made.json()]).toEqual([200, { code: '4711-qd-ubnd-2024' }])
  expect(await (await post({})).json()).toEqual({ code: '4711-qd-ubnd-2024' })
  // It is there already, and another's to correct.
  const corrected = await post({ key: 'figures-api-corrected', code: '4711-qd-ubnd-2024', title: 'Khác' })
  expect(corrected.status()).toBe(403)

  const { documents } = await (await page.request.get('/api/v1/documents?q=4711+CAU+GIAY+uy+ban')).json()
  const { key: _key, ...shown } = decision
  expect(documents).toEqual([{ ...shown, code: '4711-qd-ubnd-2024' }])
  const cell = { indicator: 'NS-CHI', kind: 'adopted_plan' }
  expect((await put(page, [{ ...cell, quantity: '1.000' }])).status()).toBe(200)
  const adjusted = { change: 'adjustment', document: documents[0].code }
  expect((await put(page, [{ ...cell, quantity: '1.100', expectedVersion: 1 }], adjusted)).status()).toBe(200)
})
