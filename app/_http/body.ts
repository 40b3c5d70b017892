import type { IncomingMessage } from 'node:http'

/** Bytes. Next reads as much of a form and then fails with a 500, so longer ones are refused before. */
const LONGEST = 1024 * 1024

/** The status with which a body is refused; null for one that may be read. Handlers of the API count for themselves. */
export function refuseBody({ headers, method, url }: IncomingMessage): 411 | 413 | null {
  if (method === 'GET' || method === 'HEAD' || url?.startsWith('/api/v1/')) return null
  if (headers['transfer-encoding'] !== undefined) return 411
  return Number(headers['content-length'] ?? 0) > LONGEST ? 413 : null
}

export const bodyRefusals = {
  411: 'Yêu cầu không cho biết độ dài. · The request does not say how long it is.',
  413: 'Nội dung gửi lên quá lớn. · What was sent is too large.',
} as const
