import { sha256 } from '#domain/sha256.ts'

/** The SHA-256 of a file, in hexadecimal digits; `onProgress` hears how many bytes are read. The file is never in memory whole. */
export async function sumFile(file: Blob, onProgress: (read: number) => void): Promise<string> {
  const sum = sha256()
  const reader = file.stream().getReader()
  let read = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return sum.digest()
    sum.update(value)
    read += value.byteLength
    onProgress(read)
  }
}
