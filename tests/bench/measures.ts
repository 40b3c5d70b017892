/** What is measured: the same thing asked of the product and of the floor. */
import { randomUUID } from 'node:crypto'
import { demoPassword } from '#db/seed/demo-accounts.ts'
import { signIn } from '#tests/support/sign-in-over-http.ts'
import type { Address, BenchLedger } from './ledgers.ts'
import { type Compared, compare, drain, type Round, requests, type Shot } from './load.ts'
import type { Server } from './servers.ts'

export type Servers = { product: Server; floor: Server }
type Pair = { product: Round; floor: Round }

const inTurn = <Item>(items: readonly Item[]) => {
  let place = 0
  return (): Item => {
    const item = items[place++ % items.length]
    if (item === undefined) throw new Error('There is nothing to ask for.')
    return item
  }
}

/** Sheets from all over the ledger, one after the other. */
function reads({ product, floor }: Servers, { sheets }: BenchLedger, cookie: string, paths: [string, string]): Pair {
  const side = ({ address }: Server, path: string, headers: Record<string, string>) => {
    const next = inTurn(sheets)
    const shot = ({ unit, year }: Address): Shot => ({ path: `${path}/${unit}/${year}`, headers })
    return requests({ address, next: () => shot(next()) })
  }
  return { product: side(product, paths[0], { Cookie: cookie }), floor: side(floor, paths[1], {}) }
}

/** One cell after the other: the product is told which version it changes, and each save makes the next. */
function saves({ product, floor }: Servers, { cells }: BenchLedger, cookie: string): Pair {
  const versions = new Map<object, number>()
  const json = { 'Content-Type': 'application/json' }
  const [cell, bare] = [inTurn(cells), inTurn(cells)]
  let value = 1
  const productShot = (): Shot => {
    const place = cell()
    const { unit, year, indicator, kind } = place
    const version = versions.get(place) ?? null
    value += 1
    const change = { indicator, kind, quantity: String(value), expectedVersion: version }
    return {
      method: 'PUT',
      path: `/api/v1/sheets/${unit}/${year}/figures`,
      headers: { ...json, Cookie: cookie, Origin: product.address },
      body: JSON.stringify({ key: randomUUID(), locale: 'en', changes: [change] }),
      done: () => versions.set(place, (version ?? 0) + 1),
    }
  }
  const floorShot = (): Shot => ({
    method: 'PUT',
    path: '/figures',
    headers: json,
    body: JSON.stringify({ ...bare(), value: value++ }),
  })
  return {
    product: requests({ address: product.address, next: productShot }),
    floor: requests({ address: floor.address, next: floorShot }),
  }
}

/** The whole ledger, counted in rows. */
function exports({ product, floor }: Servers, { lines }: BenchLedger, cookie: string): Pair {
  const side =
    ({ address }: Server, headers: Record<string, string>): Round =>
    async (connections) => {
      const fired = await drain(address, { path: '/export/figures.csv', headers }, connections)
      return { ...fired, count: fired.count * lines }
    }
  const bare: Round = async (connections) => {
    const fired = await drain(floor.address, { path: '/figures.csv' }, connections)
    return { ...fired, count: fired.count * lines }
  }
  return { product: side(product, { Cookie: cookie }), floor: bare }
}

export type Measured = Compared & { what: string; connections: number }

/** Each measure at 1 and 10 connections. */
export async function measure(servers: Servers, ledger: BenchLedger, seconds: number): Promise<Measured[]> {
  const viewer = await signIn(servers.product.address, 'xem', demoPassword)
  const editor = await signIn(servers.product.address, 'nhap', demoPassword)
  const pairs: [what: string, pair: Pair][] = [
    ['sheet JSON/s', reads(servers, ledger, viewer, ['/api/v1/sheets', '/sheets'])],
    ['unit-year page/s', reads(servers, ledger, viewer, ['/units', '/units'])],
    ['cell save/s', saves(servers, ledger, editor)],
    ['exported rows/s', exports(servers, ledger, viewer)],
  ]
  const measured: Measured[] = []
  for (const [what, pair] of pairs) {
    for (const connections of [1, 10]) {
      const sides = {
        product: { server: servers.product, round: pair.product },
        floor: { server: servers.floor, round: pair.floor },
      }
      const compared = await compare(sides, connections, seconds)
      measured.push({ what, connections, ...compared })
      const [ours, theirs] = [compared.product, compared.floor].map(({ perSecond }) => Math.round(perSecond))
      console.log(`${ledger.size}: ${what} over ${connections}: ${ours}, floor ${theirs}`)
    }
  }
  return measured
}
