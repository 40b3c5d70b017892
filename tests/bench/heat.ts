/** The heat table of 30 units × 30 indicators in three forms: ours, plain elements, elements with delegated events. */
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type BrowserContext, chromium } from '@playwright/test'
import { openDatabase } from '#db/engines/embedded.ts'
import { demoPassword } from '#db/seed/demo-accounts.ts'
import { requireChromium } from '#tests/support/browser.ts'
import { signIn } from '#tests/support/sign-in-over-http.ts'
import { prepareLedger } from './ledgers.ts'
import { fire } from './load.ts'
import { startFloor, startProduct } from './servers.ts'

const forms = ['ours', 'plain', 'delegated'] as const
type Form = (typeof forms)[number]
export type HeatForms = Record<Form, { bytes: number; perSecond: number; usableMs: number }>
type Page = { address: string; path: string; headers: Record<string, string> }

const CONNECTIONS = 10
const ROUNDS = 3
/** The median of seven wavers by a tenth. */
const VISITS = 25

/** All three from the same rows, by turns, so that what else the machine does slows each of them. */
export async function measureHeat(folder: string, seconds: number): Promise<HeatForms> {
  const ledger = await prepareLedger('S', folder)
  const [ours, bare] = [join(folder, 'heat.db'), join(folder, 'heat-floor.db')]
  copyFileSync(ledger.product, ours)
  copyFileSync(ledger.floor, bare)
  for (const file of [ours, bare]) flatten(file)
  const product = await startProduct(ours)
  const floor = await startFloor(bare, '/heat-plain')
  try {
    const headers = { Cookie: await signIn(product.address, 'xem', demoPassword) }
    const pages: Record<Form, Page> = {
      ours: { address: product.address, path: '/?year=2025', headers },
      plain: { address: floor.address, path: '/heat-plain', headers: {} },
      delegated: { address: floor.address, path: '/heat-delegated', headers: {} },
    }
    const bytes = await byForm((form) => weigh(pages[form]))
    const perSecond = await pagesPerSecond(pages, seconds)
    const usableMs = await timesToUsable(pages)
    return byForm((form) => ({ bytes: bytes[form], perSecond: perSecond[form], usableMs: usableMs[form] }))
  } finally {
    await Promise.all([product.stop(), floor.stop()])
  }
}

/** The ledger has 30 indicators, some of them parts of others: here each is a column. */
function flatten(file: string): void {
  const database = openDatabase(file)
  database.exec(`update indicators set parent_id = null, heading = 0, breakdown_rule = 'none'`)
  database.close()
}

async function byForm<Value>(of: (form: Form) => Value | Promise<Value>): Promise<Record<Form, Value>> {
  return { ours: await of('ours'), plain: await of('plain'), delegated: await of('delegated') }
}

/** The document as it would travel. */
async function weigh({ address, path, headers }: Page): Promise<number> {
  const answer = await fetch(`${address}${path}`, { headers })
  if (!answer.ok) throw new Error(`${path}: ${answer.status}.`)
  return gzipSync(await answer.text(), { level: 6 }).byteLength
}

async function pagesPerSecond(pages: Record<Form, Page>, seconds: number): Promise<Record<Form, number>> {
  const fired = await byForm(() => ({ count: 0, seconds: 0 }))
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const form of forms) {
      const { address, ...shot } = pages[form]
      const target = { address, next: () => shot }
      const tried = await fire(target, CONNECTIONS, CONNECTIONS * 3)
      const done = await fire(target, CONNECTIONS, Math.ceil((tried.count / tried.seconds) * (seconds / ROUNDS)))
      // The first round warms up.
      if (round === 0) continue
      fired[form] = { count: fired[form].count + done.count, seconds: fired[form].seconds + done.seconds }
    }
  }
  return byForm((form) => fired[form].count / fired[form].seconds)
}

/** Points at a cell in every frame until its sentence is shown: by a script, or by the title that it came with. */
const pointAtCell = `(() => {
  const point = () => {
    const link = document.querySelector('td a[href*="#line-"]')
    link?.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))
    const said = link?.title && document.readyState === 'complete' ? link.title
      : document.querySelector('.heat-tip:not([hidden])')?.textContent
    if (said) window.usableAt = performance.now()
    else requestAnimationFrame(point)
  }
  requestAnimationFrame(point)
})()`

async function timesToUsable(pages: Record<Form, Page>): Promise<Record<Form, number>> {
  const browser = await chromium.launch({ executablePath: requireChromium(), args: ['--no-sandbox'] })
  try {
    const contexts = await byForm((form) => browser.newContext({ extraHTTPHeaders: pages[form].headers }))
    const times = await byForm((): number[] => [])
    for (let visit = 0; visit <= VISITS; visit += 1) {
      for (const form of forms) {
        const time = await timeToUsable(contexts[form], pages[form])
        // The first visit fills the cache.
        if (visit > 0) times[form].push(time)
      }
    }
    return byForm((form) => times[form].toSorted((a, b) => a - b)[Math.floor(VISITS / 2)] ?? Number.NaN)
  } finally {
    await browser.close()
  }
}

/** Throws where the page has not the cells that are measured, whoever wrote them. */
async function timeToUsable(context: BrowserContext, { address, path }: Page): Promise<number> {
  const page = await context.newPage()
  await page.addInitScript(pointAtCell)
  await page.goto(`${address}${path}`)
  const usable = await page.waitForFunction(() => Reflect.get(window, 'usableAt'))
  const time = Number(await usable.jsonValue())
  const cells = await page.locator('td a[href*="#line-"][class]').count()
  if (cells !== 900) throw new Error(`${path}: ${cells} cells instead of 900.`)
  await page.close()
  return time
}
