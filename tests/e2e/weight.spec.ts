import { globSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { APIRequestContext, Page } from '@playwright/test'
import { signIn } from '#tests/support/session.ts'
import { expect, test } from '#tests/support/test.ts'

/** What a page sends before it can be used; nothing here writes. */

/** Bytes of JavaScript, gzipped, that the HTML of a page may name. */
const limit = 200_000
/** A draft that has line forms, and an indicator that has charts. */
const parameters: Record<string, string> = { unit: 'nam-tu-liem', year: '2024', code: 'NS-THU' }
const charts = '/indicators/NS-THU'
const document = 'btl-plan-2023'

/** The address of every page that there is: groups are not part of it. The page with charts also without them. */
const pages = [
  `${charts}?view=table`,
  ...globSync('app/**/page.tsx', { cwd: join(import.meta.dirname, '..', '..') }).map((file) => {
    const segments = file.replaceAll('\\', '/').split('/').slice(1, -1)
    const path = segments.filter((segment) => !/^\(.*\)$/.test(segment)).join('/')
    if (path === 'documents/[code]') return `/documents/${document}`
    return `/${path.replace(/\[(\w+)\]/g, (whole, name: string) => parameters[name] ?? whole)}`
  }),
]

/** An editor sees the most of a page; what an editor may not see is an administrator's. */
async function signInFor(page: Page, path: string): Promise<void> {
  if (path === '/sign-in') return
  await signIn(page, 'nhap.hanoi', null)
  if ((await page.request.get(path)).status() !== 404) return
  await page.context().clearCookies()
  await signIn(page, 'quantri', null)
}

/** The scripts that a page's HTML names, by script element or as a preload; those for old browsers aside. */
async function scriptsOf(request: APIRequestContext, path: string): Promise<string[]> {
  const answer = await request.get(path)
  expect(answer.status()).toBe(200)
  const tags = [...(await answer.text()).matchAll(/<(?:script|link)\b[^>]*>/g)].map(([tag]) => tag)
  const named = tags
    .filter((tag) => (tag.startsWith('<script') ? !/nomodule/i.test(tag) : /as="script"|rel="modulepreload"/.test(tag)))
    .flatMap((tag) => /(?:src|href)="([^"]+)"/.exec(tag)?.[1] ?? [])
  const bodies = [...new Set(named)].map(async (address) => (await request.get(address)).text())
  return Promise.all(bodies)
}

/** True for the chart library: the names of its classes stay as they are. */
const drawsCharts = (script: string) => script.includes('recharts-wrapper')

test('there are pages to weigh', () => {
  expect(pages.length).toBeGreaterThan(10)
  expect(pages).toContain(charts)
})

for (const path of pages) {
  test(`${path} is light, and loads the chart library ${path === charts ? 'late' : 'never'}`, async ({ page }) => {
    await signInFor(page, path)
    const scripts = await scriptsOf(page.request, path)
    expect(scripts.length).toBeGreaterThan(3)
    const weight = scripts.reduce((sum, script) => sum + gzipSync(script).length, 0)
    expect(weight).toBeLessThan(limit)
    expect(scripts.filter(drawsCharts)).toEqual([])

    const loaded: Promise<string>[] = []
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') loaded.push(response.text())
    })
    await page.goto(path, { waitUntil: 'networkidle' })
    if (path === charts) await expect(page.locator('.recharts-wrapper').first()).toBeVisible()
    expect((await Promise.all(loaded)).some(drawsCharts)).toBe(path === charts)
  })
}
