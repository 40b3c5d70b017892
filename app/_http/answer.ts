import { randomBytes } from 'node:crypto'
import { type IncomingMessage, type OutgoingHttpHeader, type OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { nanoid } from 'nanoid'
import { failure } from '#app/_i18n/failure.ts'
import { answerHeaders, LENGTH_HEADER, pagePolicy, strictPolicy } from './headers.ts'

type Reason = string | OutgoingHttpHeaders | OutgoingHttpHeader[]

/** Every answer of the server, whoever writes it: Next, one of our handlers, or the server itself. */
export class Answer<Request extends IncomingMessage = IncomingMessage> extends ServerResponse<Request> {
  readonly requestId = nanoid()
  /** The policy of this one answer; Next reads the nonce from it and puts it on every script and style of a page. */
  readonly policy = pagePolicy(randomBytes(16).toString('base64'))
  #isBareFault = false

  constructor(request: Request) {
    super(request)
    for (const [name, value] of Object.entries(answerHeaders())) this.setHeader(name, value)
    this.setHeader('X-Request-Id', this.requestId)
  }

  /** Completes the headers when all of them are known. */
  override writeHead(status: number, ...rest: (Reason | undefined)[]): this {
    const type = String(this.getHeader('Content-Type') ?? '')
    this.setHeader('Content-Security-Policy', type.startsWith('text/html') ? this.policy : strictPolicy)
    // What may be kept says so itself: the static files, whose names change with their content.
    if (!this.hasHeader('Cache-Control')) this.setHeader('Cache-Control', 'no-store')
    const length = this.getHeader(LENGTH_HEADER)
    this.removeHeader(LENGTH_HEADER)
    // Of what is packed on its way it would be another.
    if (length !== undefined && !this.hasHeader('Content-Encoding')) this.setHeader('Content-Length', length)
    this.#isBareFault = status === 500 && type === ''
    if (this.#isBareFault) this.setHeader('Content-Type', 'application/json')
    // The overloads of writeHead cannot be named by one list of parameters.
    return super.writeHead(status, ...(rest as [OutgoingHttpHeaders?]))
  }

  /** A handler that throws answers 500 without a word: it gets one, with the number that finds it in the log. */
  override end(...rest: unknown[]): this {
    const isEmpty = rest[0] === undefined
    if (isEmpty && !this.headersSent && this.statusCode === 500) this.writeHead(500)
    if (isEmpty && this.#isBareFault) return super.end(JSON.stringify(this.#fault()))
    // The overloads of end cannot be named by one list of parameters.
    return super.end(...(rest as [string?]))
  }

  #fault() {
    const { vi, en } = failure
    return { code: 'fault', message: `${vi.title} · ${en.title}`, requestId: this.requestId }
  }
}
