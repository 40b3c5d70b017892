/** Playwright's `test` for this product: what goes wrong in the browser's console or on the server fails the test. */
import { AxeBuilder } from '@axe-core/playwright'
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'

/** A refusal (4xx) is an answer the page handles; Chromium logs it as an error all the same. */
const loggedRefusal = /^Failed to load resource: the server responded with a status of 4\d\d/
/** What a page is made of must load. */
const assets = new Set(['stylesheet', 'script', 'font', 'image'])

/** What Chromium logs where the network, or the server, is away. */
const loggedAbsence = /^Failed to load resource: net::ERR_/

type Watch = { address: string | undefined; problems: string[]; networkFails: boolean }

function watch(context: BrowserContext, { address, problems, networkFails }: Watch): void {
  context.on('console', (message) => {
    if (message.type() !== 'error' || loggedRefusal.test(message.text())) return
    if (!networkFails || !loggedAbsence.test(message.text())) problems.push(`console: ${message.text()}`)
  })
  context.on('weberror', (error) => {
    problems.push(`uncaught: ${error.error().message}`)
  })
  context.on('response', (response) => {
    if (address === undefined || !response.url().startsWith(address)) return
    const limit = assets.has(response.request().resourceType()) ? 400 : 500
    if (response.status() >= limit) problems.push(`${response.status()}: ${response.url()}`)
  })
}

type Fixtures = {
  problems: string[]
  /** The spec takes the network or the server away. */
  networkFails: boolean
  /** A page in a window of its own, with its own session, watched like `page`. */
  openWindow: () => Promise<Page>
}

export const test = base.extend<Fixtures>({
  networkFails: [false, { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from the pattern.
  problems: async ({}, use) => {
    const problems: string[] = []
    await use(problems)
    expect(problems, 'errors in the console or from the server').toEqual([])
  },
  context: async ({ context, baseURL, problems, networkFails }, use) => {
    watch(context, { address: baseURL, problems, networkFails })
    await use(context)
  },
  openWindow: async ({ browser, baseURL, problems, networkFails }, use) => {
    const opened: BrowserContext[] = []
    await use(async () => {
      const context = await browser.newContext()
      opened.push(context)
      watch(context, { address: baseURL, problems, networkFails })
      return context.newPage()
    })
    for (const context of opened) await context.close()
  },
})

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** No rule of WCAG 2.2 A and AA that axe can check, or none of these rules, is broken on the page as it stands. */
export async function expectAccessible(page: Page, rules?: string[]): Promise<void> {
  // No page has a frame, so axe need not ask frames in a page of its own; nor write out what it found in order.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })
  const { violations, passes } = await (rules ? axe.withRules(rules) : axe.withTags(tags)).analyze()
  expect(passes.length, 'rules that had something to look at').toBeGreaterThan(0)
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
  expect(found, 'accessibility').toEqual([])
}

export { expect }
