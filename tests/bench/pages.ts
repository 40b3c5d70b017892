/** What each page costs: the statements it asks, the scripts that its HTML names, and how long it takes. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { demoPassword } from '#db/seed/demo-accounts.ts'
import { cookiesOf, openForm, signIn } from '#tests/support/sign-in-over-http.ts'
import type { BenchLedger } from './ledgers.ts'
import { fire } from './load.ts'
import type { Server } from './servers.ts'

/** Every page of the application, and who looks at it; nobody: somebody who is not signed in. */
const pages: readonly [route: string, who: 'xem' | 'nhap' | 'quantri' | null][] = [
  ['/', 'xem'],
  ['/units', 'xem'],
  ['/units/[unit]/[year]', 'xem'],
  ['/units/[unit]/[year]/entry', 'nhap'],
  ['/entry', 'nhap'],
  ['/indicators', 'xem'],
  ['/indicators/[code]', 'xem'],
  ['/documents', 'xem'],
  ['/journal', 'nhap'],
  ['/catalogue/units', 'quantri'],
  ['/catalogue/indicators', 'quantri'],
  ['/users', 'quantri'],
  ['/account', 'xem'],
  ['/sign-in', null],
]

export type Pages = { visit(route: string): Promise<string>; milliseconds(route: string): Promise<number> }

/** The pages of one server, each as the one who looks at it. */
export async function openPages({ address }: Server, { sheets, cells }: BenchLedger): Promise<Pages> {
  const [sheet, cell] = [sheets[0], cells[0]]
  if (!sheet || !cell) throw new Error('The ledger is empty.')
  const cookies = new Map<string | null, string>([[null, cookiesOf((await openForm(address)).form)]])
  for (const who of new Set(pages.flatMap(([, one]) => one ?? []))) {
    cookies.set(who, await signIn(address, who, demoPassword))
  }
  const request = (route: string) => {
    const { unit, year } = route.endsWith('/entry') ? cell : sheet
    const path = route.replace('[unit]', unit).replace('[year]', String(year)).replace('[code]', 'NS-THU')
    const who = pages.find(([one]) => one === route)?.[1] ?? null
    return { path, headers: { Cookie: cookies.get(who) ?? '' } }
  }
  return {
    async visit(route) {
      const { path, headers } = request(route)
      const response = await fetch(`${address}${path}`, { headers, redirect: 'manual' })
      if (response.status !== 200) throw new Error(`${path}: ${response.status}`)
      return response.text()
    },
    async milliseconds(route) {
      const target = { address, next: () => request(route) }
      await fire(target, 1, 3)
      const { count, seconds } = await fire(target, 1, 12)
      return (seconds / count) * 1000
    },
  }
}

export const routes = pages.map(([route]) => route)

/** How many statements a page runs, the session's included, once everything is warm; `heard` is what the server writes. */
export async function countStatements(open: Pages, heard: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const route of routes) {
    await open.visit(route)
    const before = statSync(heard).size
    await open.visit(route)
    counts[route] = statSync(heard).size - before
  }
  return counts
}

export type Scripts = { bytes: number; charts: boolean }

/** The scripts that a page's HTML names, gzipped, and whether the chart library is among them. */
export async function weighScripts(open: Pages): Promise<Record<string, Scripts>> {
  const weighed: Record<string, Scripts> = {}
  for (const route of routes) {
    // Old browsers alone load the polyfills.
    const html = (await open.visit(route)).replace(/<script[^>]*\snomodule[^>]*>/gi, '')
    const names = new Set(html.match(/static\/chunks\/[^"'\\?]+\.js/g))
    const files = [...names].map((name) => readFileSync(join('.next', name)))
    const bytes = files.reduce((sum, file) => sum + gzipSync(file).byteLength, 0)
    weighed[route] = { bytes, charts: files.some((file) => file.includes('recharts-')) }
  }
  return weighed
}

/** True where some script of the build is the chart library, so that `charts` above is looking for something. */
export const hasCharts = (): boolean =>
  readdirSync(join('.next', 'static', 'chunks'), { recursive: true, encoding: 'utf8' }).some(
    (name) => name.endsWith('.js') && readFileSync(join('.next', 'static', 'chunks', name)).includes('recharts-'),
  )
