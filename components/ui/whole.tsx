/** A text so long is prose; a number stays in one piece. */
const PROSE = 24

export const Whole = ({ text }: { text: string }) => (
  <span className={text.length > PROSE ? 'wrap-anywhere' : 'whitespace-nowrap'}>{text}</span>
)
