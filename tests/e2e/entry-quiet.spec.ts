import type { ChildProcess } from 'node:child_process'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { openDatabase } from '#db/engines/embedded.ts'
import { freePort } from '#tests/support/free-port.ts'
import { startServer, stopServer } from '#tests/support/own-server.ts'
import { signIn } from '#tests/support/session.ts'
import { expect, test } from '#tests/support/test.ts'

/** Looking changes nothing: every cell of every sheet of the demo is opened and left, on a ledger of this spec's own. */

const folder = mkdtempSync(join(tmpdir(), 'so-chi-tieu-quiet-'))
const file = join(folder, 'app.db')
const port = await freePort()
const address = `http://127.0.0.1:${port}`
const environment = { ...process.env, DATABASE_URL: `file:${file}`, PORT: String(port), NEXTAUTH_URL: address }
let server: ChildProcess

test.use({ baseURL: address })
test.beforeAll(async () => {
  const seeded = spawnSync(process.execPath, ['app/_cli/seed.ts', '--published', '--accounts'], { env: environment })
  expect(seeded.status).toBe(0)
  server = await startServer(environment, address)
})
test.afterAll(async () => {
  await stopServer(server)
  rmSync(folder, { recursive: true, force: true })
})

function ask<Row>(question: string): Row[] {
  const database = openDatabase(file)
  try {
    return database.prepare<[], Row>(question).all()
  } finally {
    database.close()
  }
}
const figures = () => ask('select * from figures order by line_id, kind')
const revisions = () => ask('select * from revisions order by line_id, kind, version')

type Sheet = { unit: string; year: number; lines: number; reported: number }
const sheets = () =>
  ask<Sheet>(
    `select slug as unit, year, count(distinct lines.id) as lines, count(figures.kind) as reported
       from sheets join units on units.id = unit_id join lines on sheet_id = sheets.id
       left join figures on line_id = lines.id and figures.kind like 'reported_%'
       where ended_at is null group by sheets.id order by slug, year`,
  )

/** Writes down which cells are opened. */
const noteOpened = () => {
  const opened = new Set<string>()
  new MutationObserver((changes) => {
    for (const { target } of changes) {
      if (target instanceof HTMLElement && target.matches('[data-editing]')) opened.add(target.ariaLabel ?? '')
    }
  }).observe(document, { subtree: true, attributeFilter: ['data-editing'] })
  Object.assign(window, { opened })
}

/** Down every column: each cell that takes changes is opened, and left as it is. Returns how many there were. */
async function lookAtAll(page: Page, { unit, year, lines, reported }: Sheet): Promise<number> {
  await page.goto(`/units/${unit}/${year}/entry${reported > 0 ? '?columns=more' : ''}`)
  const open = await page.locator('[aria-readonly=false]').count()
  if (open === 0) return 0
  await page.evaluate(noteOpened)
  const cells = page.locator('[role=gridcell][aria-selected]')
  const columns = (await cells.count()) / lines
  for (let column = 0; column < columns; column += 1) {
    await cells.nth(column).click()
    // The keys keep their order; a busy machine is slow only to say that it has heard each.
    const keys = Array.from({ length: lines }, () => ['Enter', 'Enter']).flat()
    await Promise.all(keys.map((key) => page.keyboard.press(key)))
  }
  const opened = await page.evaluate(() => (Reflect.get(window, 'opened') as Set<string>).size)
  expect(opened, `cells of ${unit} ${year}`).toBe(open)
  return opened
}

for (const [username, units] of [
  ['nhap.hanoi', ['bac-tu-liem', 'cau-giay', 'nam-tu-liem']],
  ['nhap.ngoquyen', ['ngo-quyen']],
] as const) {
  test(`${username} opens and leaves every cell, and nothing is sent or changed`, async ({ page }) => {
    const before = { figures: figures(), revisions: revisions() }
    const written: string[] = []
    page.on('request', (request) => {
      if (request.method() !== 'GET') written.push(`${request.method()} ${request.url()}`)
    })
    await signIn(page, username)
    written.length = 0
    let opened = 0
    for (const sheet of sheets().filter(({ unit }) => units.some((one) => one === unit))) {
      opened += await lookAtAll(page, sheet)
    }
    expect(opened, 'cells that were opened').toBeGreaterThan(50)
    await expect(page.getByText('Mỗi ô được lưu ngay khi rời ô.').first()).toBeVisible()
    expect(written).toEqual([])
    expect({ figures: figures(), revisions: revisions() }).toEqual(before)
  })
}
