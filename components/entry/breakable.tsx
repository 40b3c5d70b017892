import { type ComponentProps, Fragment } from 'react'

/** "1.234.567" may wrap after a group, and nowhere inside one. */
const afterGroup = /(?<=\d[.,])(?=\d{3}(?!\d))/

/** A text so long is prose, of which the cell shows the beginning; any number is shorter. */
const PROSE = 60

const groupsOf = (text: string): string[] => text.split(afterGroup)

/** A figure in a narrow cell: never cut, and broken only where a reader takes a breath. */
export function Breakable({
  text,
  className = '',
  ...props
}: Omit<ComponentProps<'span'>, 'children'> & { text: string }) {
  return (
    <span {...props} className={`wrap-anywhere ${text.length > PROSE ? 'line-clamp-3' : ''} ${className}`}>
      {groupsOf(text).map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the groups of a number have no other name
        <Fragment key={index}>
          {index === 0 ? null : <wbr />}
          {group}
        </Fragment>
      ))}
    </span>
  )
}
