import type { IncomingMessage } from 'node:http'
import { log, requests } from '#app/_server/log.ts'
import type { Answer } from './answer.ts'
import { bodyRefusals, refuseBody } from './body.ts'
import { cleanHeaders } from './client.ts'

export type Handler = (request: IncomingMessage, answer: Answer) => Promise<void>

type Options = {
  handle: Handler
  /** The address people use. */
  address: string
  trustedProxies: number
  isStopping: () => boolean
}

/** Asked for all the time, or one of many parts of a page: told at the level of debugging only. */
const unremarkable = /^\/(livez|readyz|icon\.svg)$|^\/(_next|__nextjs)/

/** What happens to every request before and after the application answers it. */
export function listener({ handle, address, trustedProxies, isStopping }: Options): Handler {
  return async (request, answer) => {
    const started = performance.now()
    const { requestId, policy } = answer
    // The application adds who asked (app/_server/session.ts).
    const about: { requestId: string; userId?: string } = { requestId }
    const { method = '', url = '' } = request
    const path = url.split('?', 1)[0] ?? ''
    answer.on('close', () => {
      const ms = Math.round(performance.now() - started)
      const cut = answer.writableFinished ? undefined : true
      const line = { event: 'request', ...about, method, path, status: answer.statusCode, ms, cut }
      log[unremarkable.test(path) ? 'debug' : 'info'](line)
    })

    cleanHeaders(request, trustedProxies, address)
    request.headers['x-request-id'] = requestId
    request.headers['content-security-policy'] = policy
    if (isStopping()) answer.setHeader('Connection', 'close')

    const refusal = refuseBody(request)
    if (refusal !== null) say(answer, refusal, bodyRefusals[refusal])
    else if (isStopping() && path === '/readyz') say(answer, 503, 'stopping')
    else await requests.run(about, () => handle(request, answer))
  }
}

/** Next's router shows the text of a plain answer to the person whose form was refused. */
function say(answer: Answer, status: number, sentence: string): void {
  answer.statusCode = status
  answer.setHeader('Content-Type', 'text/plain')
  answer.end(Buffer.from(`${sentence}\n`))
}
