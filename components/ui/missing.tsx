/** No figure: a faint dash, and the words for those who do not see it. Never used for zero. */
export function Missing({ words }: { words: string }) {
  return (
    <span className="relative">
      <span aria-hidden="true" className="text-line-2 forced-colors:text-ink">
        –
      </span>
      <span className="sr-only">{words}</span>
    </span>
  )
}
