/** No figure: a faint dash, and the words for those who do not see it. Never used for zero. */
export function Missing({ words }: { words: string }) {
  return (
    <span className="missing">
      <span className="sr-only">{words}</span>
    </span>
  )
}
