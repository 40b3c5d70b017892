/** What came back: the answer's status and body, whatever it is; null where nothing came. */
export type Sent = { status: number; body: unknown } | null

type Sending = {
  method: 'POST' | 'PUT'
  address: string
  file: Blob
  headers?: Record<string, string>
  /** Hears how many bytes have left. */
  onProgress: (sent: number) => void
}

/** Sends a file as it is. By XMLHttpRequest, because fetch cannot tell how much of it has left. */
export function sendFile({ method, address, file, headers = {}, onProgress }: Sending): Promise<Sent> {
  const request = new XMLHttpRequest()
  request.open(method, address)
  request.responseType = 'json'
  request.setRequestHeader('Content-Type', 'application/octet-stream')
  for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
  return new Promise((resolve) => {
    request.upload.addEventListener('progress', ({ loaded }) => onProgress(loaded))
    request.addEventListener('load', () => resolve({ status: request.status, body: request.response }))
    for (const event of ['error', 'abort', 'timeout']) request.addEventListener(event, () => resolve(null))
    request.send(file)
  })
}
