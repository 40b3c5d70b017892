import { useState } from 'react'

/** Copies texts, and knows for a moment which one was copied last. */
export function useCopied(): { copied: string | null; copy: (text: string) => Promise<void> } {
  const [copied, setCopied] = useState<string | null>(null)
  return {
    copied,
    async copy(text) {
      await navigator.clipboard.writeText(text)
      setCopied(text)
      setTimeout(() => setCopied((now) => (now === text ? null : now)), 3000)
    },
  }
}
