/** Fires requests and counts what came back. */
import { get } from 'node:http'
import autocannon from 'autocannon'

/** One request to send; `done` hears that it was answered. */
export type Shot = {
  method?: 'GET' | 'PUT'
  path: string
  headers?: Record<string, string>
  body?: string
  done?: () => void
}
/** Where the shots go, and what makes the next one. */
export type Target = { address: string; next: () => Shot }
export type Fired = { count: number; seconds: number; bytes: number }

/** What a connection keeps of its request until the answer is there. */
type Context = { path?: string; done?: () => void }

/**
 * Sends so many requests over so many connections, each after the answer to the one before. Throws at an answer that
 * is not 2xx. The time runs to the last answer: autocannon itself ends at the next full second.
 */
export function fire({ address, next }: Target, connections: number, count: number): Promise<Fired> {
  return new Promise((resolve, reject) => {
    const amount = Math.max(count, connections)
    let last = performance.now()
    let refusal: string | undefined
    const setupRequest = (request: autocannon.Request, context: Context): autocannon.Request => {
      const { method = 'GET', path, headers = {}, body, done } = next()
      Object.assign(context, { path, done })
      return { ...request, method, path, headers, body }
    }
    const onResponse = (status: number, body: string, context: Context) => {
      if (status >= 200 && status < 300) context.done?.()
      else refusal ??= `${context.path} answers ${status}: ${body.slice(0, 300)}`
    }
    const options = { url: address, connections, amount, timeout: 120, requests: [{ setupRequest, onResponse }] }
    const began = performance.now()
    const instance = autocannon(options, (error: Error | null, { errors, throughput }) => {
      if (error || errors > 0 || refusal !== undefined) {
        reject(error ?? new Error(`${address}: ${refusal ?? `${errors} errors`}`))
      } else resolve({ count: amount, seconds: (last - began) / 1000, bytes: throughput.total })
    })
    instance.on('response', () => {
      last = performance.now()
    })
  })
}

/** Reads one answer to its end; so many at once. */
export async function drain(address: string, { path, headers = {} }: Shot, connections: number): Promise<Fired> {
  const began = performance.now()
  const one = () =>
    new Promise<number>((resolve, reject) => {
      get(`${address}${path}`, { headers, agent: false }, (response) => {
        let bytes = 0
        if (response.statusCode !== 200) reject(new Error(`${path}: ${response.statusCode}`))
        response.on('data', (chunk: Buffer) => {
          bytes += chunk.byteLength
        })
        response.on('error', reject)
        response.on('end', () => resolve(bytes))
      }).on('error', reject)
    })
  const sizes = await Promise.all(Array.from({ length: connections }, one))
  const bytes = sizes.reduce((sum, size) => sum + size, 0)
  return { count: connections, seconds: (performance.now() - began) / 1000, bytes }
}

/** What one round does: it says how much it did in which time. */
export type Round = (connections: number, seconds: number) => Promise<Fired>

/** Rounds of requests that take about so many seconds: the first few say how many that are. */
export const requests =
  (target: Target): Round =>
  async (connections, seconds) => {
    const tried = await fire(target, connections, connections * 5)
    const rest = await fire(target, connections, Math.ceil((tried.count / tried.seconds) * seconds))
    return {
      count: tried.count + rest.count,
      seconds: tried.seconds + rest.seconds,
      bytes: tried.bytes + rest.bytes,
    }
  }

export type Side = { perSecond: number; processorMs: number | null; bytes: number }
export type Compared = { product: Side; floor: Side }
export type Rounds = { server: { processorMs(): number | null }; round: Round }

const ROUNDS = 3

/**
 * The product and the floor by turns, so that what else the machine does slows both: how many a second, and the
 * processor's time for each, which does not depend on what else runs.
 */
export async function compare(
  sides: { product: Rounds; floor: Rounds },
  connections: number,
  seconds: number,
): Promise<Compared> {
  const fired: { product: Spent[]; floor: Spent[] } = { product: [], floor: [] }
  for (let turn = 0; turn <= ROUNDS; turn += 1) {
    for (const side of ['product', 'floor'] as const) {
      const { server, round } = sides[side]
      const before = server.processorMs()
      const done = await round(connections, seconds / ROUNDS)
      const after = server.processorMs()
      // The first turn warms up.
      if (turn > 0)
        fired[side].push({ ...done, processorMs: before === null || after === null ? null : after - before })
    }
  }
  return { product: summed(fired.product), floor: summed(fired.floor) }
}

type Spent = Fired & { processorMs: number | null }

function summed(rounds: readonly Spent[]): Side {
  const sum = (field: 'count' | 'seconds' | 'bytes' | 'processorMs') =>
    rounds.reduce((total, round) => total + (round[field] ?? 0), 0)
  const known = rounds.every(({ processorMs }) => processorMs !== null)
  return {
    perSecond: sum('count') / sum('seconds'),
    processorMs: known ? sum('processorMs') / sum('count') : null,
    bytes: sum('bytes') / sum('count'),
  }
}
