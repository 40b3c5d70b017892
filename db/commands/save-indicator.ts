import { and, desc, eq, gt, inArray, isNull, lt, or, type SQL } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/sqlite-core'
import { nanoid } from 'nanoid'
import { type SaveIndicatorInput, saveIndicatorInput } from '#domain/inputs/save-indicator.ts'
import { ok, refuse } from '#domain/refusal.ts'
import type { Command, Found } from '../command.ts'
import { guardNoFiguresOf, guardUnchanged } from '../guard.ts'
import { figuresExist } from '../queries/figures-exist.ts'
import { indicators } from '../schema/indicators.ts'
import { lines, sheets } from '../schema/sheets.ts'
import { build, statement } from '../statement.ts'
import { difference } from './difference.ts'
import { findProduct } from './places.ts'

export type SaveIndicatorOutput = { code: string; version: number }

/** What a recorded figure means hangs on these: once there are figures, they change only in a new version (rule 13). */
const meaning = ['valueType', 'direction', 'unitOfMeasure', 'parentId', 'breakdownRule', 'heading']

const invalid = (path: string, reason: string) => refuse('invalid', { problems: [{ path, reason }] })

/** The lines that would stand on a sheet of a year in which their definition is not valid; ended ones do not count. */
const linesOutside = (indicatorId: string, validFromYear: number, validToYear: number | null): SQL | undefined =>
  and(
    eq(lines.indicatorId, indicatorId),
    isNull(lines.endedAt),
    inArray(
      lines.sheetId,
      new QueryBuilder()
        .select({ id: sheets.id })
        .from(sheets)
        .where(or(lt(sheets.year, validFromYear), validToYear === null ? undefined : gt(sheets.year, validToYear))),
    ),
  )

/**
 * Makes an indicator, the next version of one, or changes a version. What figures were recorded under keeps its
 * meaning; its names, group, decimals, caution and years may be put right at any time, and the journal keeps what
 * they were: the published spelling of a name is never lost.
 */
export const saveIndicator: Command<SaveIndicatorInput, SaveIndicatorOutput, Found> = {
  name: 'save_indicator',
  action: 'administer',
  input: saveIndicatorInput,
  find: findProduct,

  async plan({ reader }, { key: _key, version: named, newVersion = false, parent: parentCode, ...content }) {
    const { code } = content
    const rows = await reader
      .select()
      .from(indicators)
      .where(inArray(indicators.code, parentCode === undefined ? [code] : [code, parentCode]))
      .orderBy(desc(indicators.version))
    const versions = rows.filter((row) => row.code === code)
    const current = versions.find((row) => row.version === named)
    if ((named !== undefined && !current) || (newVersion && versions.length === 0)) return refuse('not_found')
    if (named === undefined && !newVersion && versions.length > 0) {
      return refuse('taken', { reason: 'indicator_code', problems: [{ path: 'code', reason: 'taken' }] })
    }

    // The parent's newest definition; a version that names an older one of the same code keeps it.
    const parents = rows.filter((row) => row.code === parentCode)
    const parent = parents.find(({ id }) => id === current?.parentId) ?? parents[0]
    if (parentCode !== undefined && !parent) return invalid('parent', 'unknown_indicator')
    // An official sheet has one level of sub-rows.
    if (parent && parent.parentId !== null) return invalid('parent', 'parent_is_child')
    const children = inArray(
      indicators.parentId,
      versions.map(({ id }) => id),
    )
    if (parent) {
      const [child] = await reader.select({ id: indicators.id }).from(indicators).where(children).limit(1)
      if (child) return invalid('parent', 'has_children')
    }

    const id = current?.id ?? nanoid()
    const version = current?.version ?? (versions[0]?.version ?? 0) + 1
    const record = {
      ...content,
      version,
      parentId: parent?.id ?? null,
      shortVi: content.shortVi ?? null,
      shortEn: content.shortEn ?? null,
      caution: content.caution ?? null,
      validToYear: content.validToYear ?? null,
    }
    const changed = difference(current ?? {}, record)
    const redefines = current !== undefined && meaning.some((field) => field in changed)
    if (redefines && (await figuresExist(reader, id))) return refuse('closed', { reason: 'definition_in_use' })
    const outside = linesOutside(id, record.validFromYear, record.validToYear)
    const [left] = await reader.select({ id: lines.id }).from(lines).where(outside).limit(1)
    if (left) return refuse('closed', { reason: 'validity_in_use' })
    const save = current
      ? build.update(indicators).set(record).where(eq(indicators.id, id))
      : build.insert(indicators).values({ ...record, id })
    return ok({
      statements:
        current && Object.keys(changed).length === 0
          ? []
          : [
              ...(current ? [guardUnchanged(indicators, [current])] : []),
              ...(parent
                ? [
                    guardUnchanged(indicators, [{ id: parent.id, parentId: null }]),
                    guardUnchanged(indicators, [], children),
                  ]
                : []),
              ...(redefines ? [guardNoFiguresOf(id)] : []),
              guardUnchanged(lines, [], outside),
              statement(save),
            ],
      output: { code, version },
      journal: { detail: { code, version, created: !current, changed } },
    })
  },
}
