/** How long the entry grid takes from a key to the frame that shows it, in a real browser: 30 and 200 lines of 16 columns. */
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { openDatabase } from '#db/engines/embedded.ts'
import { demoPassword } from '#db/seed/demo-accounts.ts'
import { requireChromium } from '#tests/support/browser.ts'
import { signIn } from '#tests/support/sign-in-over-http.ts'
import { prepareLedger } from './ledgers.ts'
import { startProduct } from './servers.ts'

/** What a key was for; `leave` ends what was typed, saves it and goes on. */
const uses = ['move', 'extend', 'type', 'leave'] as const
export type KeyUse = (typeof uses)[number]
export type KeyTimes = { lines: number; uses: Record<KeyUse, { keys: number; p50: number; p95: number }> }

const LINES = 200
/** A hundred keys of a use: of twenty, the 95th part of a hundred would be the slowest one. */
const ROUNDS = 100
/** Milliseconds between two keys: somebody who types fast, and a key that is held down. */
const PAUSE = 40

/** The columns of the estimate, down its lines: a range, two digits and Enter, and arrows there and back. */
const round: [use: KeyUse, key: string][] = [
  ['extend', 'Shift+ArrowDown'],
  ['extend', 'Shift+PageDown'],
  ['move', 'ArrowRight'],
  ['move', 'ArrowLeft'],
  ['type', '4'],
  ['type', '2'],
  ['leave', 'Enter'],
  ['move', 'ArrowDown'],
  ['move', 'PageUp'],
  ['move', 'PageDown'],
]

export async function measureKeys(folder: string): Promise<KeyTimes[]> {
  const ledger = await prepareLedger('S', folder)
  const file = join(folder, 'keys.db')
  copyFileSync(ledger.product, file)
  const [short, long] = [...new Set(ledger.cells.map(({ unit, year }) => `${unit}/${year}`))]
  if (!short || !long) throw new Error('The ledger has no two drafts to type into.')
  lengthen(file, ...addressOf(long))
  const product = await startProduct(file)
  const browser = await chromium.launch({ executablePath: requireChromium(), args: ['--no-sandbox'] })
  try {
    const headers = { Cookie: await signIn(product.address, 'nhap', demoPassword) }
    const context = await browser.newContext({ extraHTTPHeaders: headers, viewport: { width: 1440, height: 900 } })
    const times: KeyTimes[] = []
    for (const sheet of [short, long]) {
      const page = await context.newPage()
      await page.goto(`${product.address}/units/${sheet}/entry?columns=more`)
      times.push(await typeInto(page))
      await page.close()
    }
    return times
  } finally {
    await browser.close()
    await product.stop()
  }
}

const addressOf = (sheet: string): [unit: string, year: number] => {
  const [unit = '', year] = sheet.split('/')
  return [unit, Number(year)]
}

/** A sheet of 200 lines: those it has, again and again, each time with indicators of their own. */
function lengthen(file: string, unit: string, year: number): void {
  const database = openDatabase(file)
  database.exec(`
    create temp table copies as with recursive count(n) as (select 1 union all select n + 1 from count where n < 6)
      select n from count;
    insert into indicators select id || '-' || n, code || '-' || n, version, name_vi || ' ' || n, name_en || ' ' || n,
      "group", value_type, direction, unit_of_measure, decimals, parent_id || '-' || n, breakdown_rule, heading, caution,
      valid_from_year, valid_to_year, short_vi, short_en from indicators, copies`)
  database
    .prepare(
      `insert into lines select lines.id || '-' || n, sheet_id, indicator_id || '-' || n, position + 30 * n, number,
         in_assigned_set, in_adopted_set, office, ended_at
       from lines join sheets on sheets.id = sheet_id join units on units.id = unit_id, copies
       where slug = ? and year = ? order by n, position limit ?`,
    )
    .run(unit, year, LINES - 30)
  database.close()
}

/** Hears every key before the page does, and writes down when the frame after it was done. */
const watchKeys = () => {
  const times: number[] = []
  const { port1, port2 } = new MessageChannel()
  const begun: number[] = []
  // A message that is sent in a frame comes when that frame has been painted.
  port2.onmessage = () => {
    for (const start of begun.splice(0)) times.push(performance.now() - start)
  }
  addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Shift') return
      begun.push(event.timeStamp)
      requestAnimationFrame(() => port1.postMessage(null))
    },
    true,
  )
  Object.assign(window, { keyTimes: times })
}

async function typeInto(page: Page): Promise<KeyTimes> {
  const rows = page.getByRole('row').filter({ has: page.getByRole('rowheader') })
  const cell = page.locator('tr:has([aria-selected]) td[aria-selected]').nth(2)
  await cell.click()
  await page.evaluate(watchKeys)
  const pressed: KeyUse[] = []
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    for (const [use, key] of round) {
      await page.keyboard.press(key)
      await page.waitForTimeout(PAUSE)
      pressed.push(use)
    }
  }
  const times: number[] = await page.evaluate(() => Reflect.get(window, 'keyTimes'))
  if (times.length !== pressed.length)
    throw new Error(`${pressed.length} keys were pressed, ${times.length} were heard.`)
  const lines = await rows.locator('td[aria-selected]:nth-child(5)').count()
  return {
    lines,
    uses: Object.fromEntries(
      uses.map((use) => [use, spread(times.filter((_, at) => pressed[at] === use))]),
    ) as KeyTimes['uses'],
  }
}

function spread(times: number[]): KeyTimes['uses'][KeyUse] {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (part: number) => sorted[Math.ceil(part * sorted.length) - 1] ?? Number.NaN
  return { keys: times.length, p50: at(0.5), p95: at(0.95) }
}
