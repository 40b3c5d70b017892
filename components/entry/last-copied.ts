let text: string | null = null

/** The block that was copied from a grid of this window last: pasted again, its numbers need no question. */
export const lastCopied = {
  keep(copied: string) {
    text = copied
  },
  /** Systems may give line ends of their own. */
  is: (pasted: string): boolean => text !== null && unified(pasted) === unified(text),
}

const unified = (block: string): string => block.replaceAll('\r\n', '\n').trimEnd()
