import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/**
 * Makes `server.closeIdleConnections()` spare whoever still reads. Node takes a connection for idle as soon as the last
 * byte of an answer is written, though a slow reader has yet to get it: `server.close()` would cut files short.
 */
export function spareReaders(server: Server): void {
  const answering = new Map<Socket, number>()
  server.on('connection', (socket: Socket) => {
    answering.set(socket, 0)
    socket.on('close', () => answering.delete(socket))
  })
  server.on('request', ({ socket }, answer) => {
    answering.set(socket, (answering.get(socket) ?? 0) + 1)
    answer.on('close', () => {
      if (answering.has(socket)) answering.set(socket, (answering.get(socket) ?? 1) - 1)
    })
  })
  server.closeIdleConnections = () => {
    for (const [socket, answers] of answering) if (answers === 0) socket.destroySoon()
  }
}

/**
 * Ends a connection on which a request has stopped coming for so many milliseconds. While it comes, however slowly, it
 * has the server's `requestTimeout`; what the server does with it afterwards takes as long as it takes.
 */
export function endSilent(server: Server, silence: number): void {
  server.on('request', (request, answer) => {
    if (request.complete) return
    const { socket } = request
    socket.setTimeout(silence)
    // Once it is answered Node counts for itself how long the connection is kept.
    request.once('end', () => {
      if (!answer.writableFinished) socket.setTimeout(0)
    })
  })
}
