import type { ClipboardEvent } from 'react'

/** A block belongs to several cells, and an input would run it together into one number: it is left as it is. */
export const isBlock = (text: string): boolean => /[\t\r\n]/.test(text.trim())

/** Keeps a block out of the input and hands it over whole, so that it is refused in sight. */
export function catchBlock(event: ClipboardEvent, leave: (text: string) => void): void {
  const pasted = event.clipboardData.getData('text').trim()
  if (!isBlock(pasted)) return
  event.preventDefault()
  leave(pasted)
}
