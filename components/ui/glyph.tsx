type Props = {
  /** Of a shape that the sprite of the page holds. */
  id: string
  className?: string
}

/** A shape of the sprite beside words that say the same; its size is a matter of `className`. */
export function Glyph({ id, className }: Props) {
  return (
    <svg aria-hidden="true" className={className}>
      <use href={`#${id}`} />
    </svg>
  )
}
