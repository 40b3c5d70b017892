import { indicatorGroups } from '#domain/indicator.ts'
import type { FoundLine } from '../queries/find-lines.ts'

type Newcomer = Pick<FoundLine, 'code' | 'parentCode' | 'group'>
type Sibling = Newcomer & Pick<FoundLine, 'position' | 'number'>

const lastPart = (number: string): number => Number(/\d+$/.exec(number)?.[0] ?? 0)
const nextPart = (lines: readonly Sibling[]): number => Math.max(0, ...lines.map(({ number }) => lastPart(number))) + 1

/**
 * Where a new line goes on a sheet (its lines in order, ended ones included): a child behind its parent's last child
 * with the parent's number and the next part ("5.2"), any other at the end of its group with the next whole number
 * of the sheet. Numbers run over the sheet and are never given again: to renumber would change what was printed.
 */
export function placeLine(
  { parentCode, group }: Newcomer,
  lines: readonly Sibling[],
): { number: string; position: number } {
  const parent = parentCode === null ? undefined : lines.find(({ code }) => code === parentCode)
  if (parent) {
    const children = lines.filter((line) => line.parentCode === parentCode)
    return {
      number: `${parent.number}.${nextPart(children)}`,
      position: (children.at(-1) ?? parent).position + 1,
    }
  }
  const rank = indicatorGroups.indexOf(group)
  const before =
    lines.findLast((line) => line.group === group) ??
    lines.findLast((line) => indicatorGroups.indexOf(line.group) < rank)
  return {
    number: String(nextPart(lines.filter(({ number }) => !number.includes('.')))),
    position: (before?.position ?? 0) + 1,
  }
}
