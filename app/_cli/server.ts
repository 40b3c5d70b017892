import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { Answer } from '#app/_http/answer.ts'
import { endSilent, spareReaders } from '#app/_http/connections.ts'
import { readSettings } from '#app/_http/env.ts'
import { type Handler, listener } from '#app/_http/listener.ts'
import { keptSecret } from '#app/_http/secret.ts'
import { stopOnSignals, stopServer } from '#app/_http/stop.ts'
import type { Engine } from '#db/engine.ts'
import { databaseFile } from '#db/env.ts'
import { filesBeside } from '#db/files.ts'
import { sweepPartials } from '#db/held-files.ts'
import { Stop } from './stop.ts'

export type Mode = 'dev' | 'start'

/** Milliseconds. */
const timeouts = {
  /** For a request's headers: who sends slower holds a connection for nothing. */
  headersTimeout: 15_000,
  /** For all of it: the longest file of an import, 100 MB, at half a megabit a second. */
  requestTimeout: 30 * 60_000,
  connectionsCheckingInterval: 5_000,
  /** Longer than the usual 60 s of a proxy, which would otherwise send into a connection that is just being closed. */
  keepAliveTimeout: 65_000,
}

/** Milliseconds for a request that has stopped on its way. */
const SILENCE = 60_000

/**
 * How much of its live size the heap may gain before old garbage is collected, in percent. V8 alone lets it grow
 * several times over where a machine has memory to spare: an export of a million rows then left 150 MB lying.
 */
const HEAP_GROWTH = 15

/** Milliseconds for what Next has left to do when every connection has ended. */
const NEXT_PATIENCE = 2000

const sentenceOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

/** Says in process.env what Next and the application read there. */
function prepareEnvironment(mode: Mode) {
  const settings = readSettings(process.env)
  const file = join(dirname(databaseFile()), 'secret')
  for (const sentence of settings.advice) console.error(sentence)
  try {
    const NODE_ENV = mode === 'dev' ? 'development' : 'production'
    const NEXTAUTH_SECRET = settings.secret ?? keptSecret(file)
    Object.assign(process.env, { NODE_ENV, NEXTAUTH_URL: settings.address, NEXTAUTH_SECRET })
  } catch (error) {
    throw new Stop(`The secret cannot be kept in ${file}: ${sentenceOf(error)}.`)
  }
  return settings
}

async function listen(server: Server, port: number, host: string): Promise<void> {
  server.listen(port, host)
  await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
    throw new Stop(
      error.code === 'EADDRINUSE'
        ? `${host}:${port} is in use by another program. Stop it, or choose another PORT.`
        : `The server cannot listen at ${host}:${port}: ${error.message}.`,
    )
  })
}

/**
 * Serves the application in this process until it is told to stop; `ready` hears the address once it answers. The
 * ledger, which must have been migrated, is open from its migration on: nobody can put another in its place.
 */
export async function startServer(mode: Mode, ledger: Engine, ready: (address: string) => void): Promise<void> {
  globalThis.openedLedger = ledger
  sweepPartials(filesBeside(databaseFile()), Date.now())
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH}`)
  const { host, port, address, trustedProxies } = prepareEnvironment(mode)
  // After NODE_ENV is set: React decides by it what it is.
  const { default: next } = await import('next')

  let stopping = false
  const server = createServer({ ...timeouts, ServerResponse: Answer })
  spareReaders(server)
  endSilent(server, SILENCE)
  // Next takes WebSockets for its development alone: in production they are left at a server that never listens.
  const httpServer = mode === 'dev' ? server : createServer()
  const application = next({ dev: mode === 'dev', hostname: host, port, httpServer, quiet: mode === 'start' })
  // A port in use is said before Next begins; who asks before it is ready waits for it.
  const prepared = listen(server, port, host)
    .then(() => application.prepare())
    .then(() => application.getRequestHandler())
  const handle: Handler = async (request, answer) => (await prepared)(request, answer)
  server.on('request', listener({ handle, address, trustedProxies, isStopping: () => stopping }))
  await prepared

  const release = async () => {
    // Next waits for promises that may never come, and they alone keep no process alive: it would end here, unsaid.
    await Promise.race([application.close(), setTimeout(NEXT_PATIENCE)])
    ledger.close()
  }
  stopOnSignals(() => {
    stopping = true
    return stopServer(server, release)
  })
  ready(address)
}
