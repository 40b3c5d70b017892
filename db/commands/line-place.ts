import { indicatorGroups } from '#domain/indicator.ts'
import type { FoundLine } from '../queries/find-lines.ts'

type Newcomer = Pick<FoundLine, 'code' | 'parentCode' | 'group'>
type Sibling = Newcomer & Pick<FoundLine, 'position' | 'number'>

const lastPart = (number: string): number => Number(/\d+$/.exec(number)?.[0] ?? 0)
const nextPart = (lines: readonly Sibling[]): number => Math.max(0, ...lines.map(({ number }) => lastPart(number))) + 1

/** The first number from a part on that no line has: somebody may have named it before its turn. */
function unusedIn(lines: readonly Sibling[]) {
  const taken = new Set(lines.map(({ number }) => number))
  return (prefix: string, from: number): string => {
    let part = BigInt(from)
    while (taken.has(`${prefix}${part}`)) part += 1n
    return `${prefix}${part}`
  }
}

/**
 * Where a new line goes on a sheet (its lines in order, ended ones included): a child behind its parent's last child
 * with the parent's number and the next part ("5.2"), any other at the end of its group with the next whole number
 * of the sheet, or the next one that no line has. Numbers run over the sheet and are never given again: to renumber would
 * change what was printed.
 */
export function placeLine(
  { parentCode, group }: Newcomer,
  lines: readonly Sibling[],
): { number: string; position: number } {
  const unused = unusedIn(lines)
  const parent = parentCode === null ? undefined : lines.find(({ code }) => code === parentCode)
  if (parent) {
    const children = lines.filter((line) => line.parentCode === parentCode)
    return {
      number: unused(`${parent.number}.`, nextPart(children)),
      position: (children.at(-1) ?? parent).position + 1,
    }
  }
  const rank = indicatorGroups.indexOf(group)
  const before =
    lines.findLast((line) => line.group === group) ??
    lines.findLast((line) => indicatorGroups.indexOf(line.group) < rank)
  return {
    number: unused('', nextPart(lines.filter(({ number }) => !number.includes('.')))),
    position: (before?.position ?? 0) + 1,
  }
}
