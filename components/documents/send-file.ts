import { sha256 } from '#domain/sha256.ts'

/** What the server answered, in words for the person; `name`: under which the file is kept. */
export type Answer = { sent: true; name: string } | { sent: false; message: string | null }

/** The SHA-256 of a file, read piece by piece. */
async function hashOf(file: File): Promise<string> {
  const sum = sha256()
  const reader = file.stream().getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read()) sum.update(read.value)
  return sum.digest()
}

type Address = { code: string; key: string; replaces: number | null }

/**
 * Sends a file to be that of a document, with what was counted of it here, so that what is cut or changed on its way is
 * refused. By XMLHttpRequest, because fetch does not tell how far it has come; `onProgress`: from 0 to 1. Throws where
 * there is no answer.
 */
export async function sendFile(
  { code, key, replaces }: Address,
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Answer> {
  const counted = { name: file.name, size: String(file.size), sha256: await hashOf(file) }
  const query = new URLSearchParams({ key, ...counted, ...(replaces !== null && { replaces: String(replaces) }) })
  signal.throwIfAborted()
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    signal.addEventListener('abort', () => request.abort())
    request.upload.onprogress = ({ loaded, total }) => onProgress(loaded / total)
    request.onload = () => resolve(readAnswer(request))
    request.onerror = () => reject(new Error('no connection'))
    request.onabort = () => reject(signal.reason)
    request.open('PUT', `/api/v1/documents/${code}/file?${query}`)
    request.send(file)
  })
}

/** The shapes are those of our own route, documents/[code]/file. */
function readAnswer({ status, responseText }: XMLHttpRequest): Answer {
  try {
    const body = JSON.parse(responseText) as { name: string; message?: string; problems?: { message?: string }[] }
    if (status === 200) return { sent: true, name: body.name }
    return { sent: false, message: body.problems?.find(({ message }) => message)?.message ?? body.message ?? null }
  } catch {
    return { sent: false, message: null }
  }
}
