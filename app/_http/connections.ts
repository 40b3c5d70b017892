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
