import { and, eq, gt, inArray, lt, or, type SQL } from 'drizzle-orm'
import { nanoid } from 'nanoid'
import { type SaveUnitInput, saveUnitInput } from '#domain/inputs/save-unit.ts'
import { ok, refuse } from '#domain/refusal.ts'
import { successionProblem, type UnitKind, unitKinds, unitLevel } from '#domain/unit.ts'
import type { Command, Found } from '../command.ts'
import { guardUnchanged } from '../guard.ts'
import { sheets } from '../schema/sheets.ts'
import { unitSuccessions, units } from '../schema/units.ts'
import { build, statement } from '../statement.ts'
import { difference } from './difference.ts'
import { findProduct } from './places.ts'

export type SaveUnitOutput = { slug: string }

const taken = (field: 'slug' | 'code') =>
  refuse('taken', { reason: `unit_${field}`, problems: [{ path: field, reason: 'taken' }] })
const invalid = (path: string, reason: string) => refuse('invalid', { problems: [{ path, reason }] })

/** Kinds that may not stand under one of this kind. Levels only fall going down, so no unit stands above itself. */
const notBelow = (kind: UnitKind): UnitKind[] => unitKinds.filter((other) => unitLevel[other] <= unitLevel[kind])

const misplacedChildren = (unitId: string, kind: UnitKind): SQL | undefined =>
  and(eq(units.parentId, unitId), inArray(units.kind, notBelow(kind)))

const yearOf = (isoDate: string): number => Number(isoDate.slice(0, 4))
/** The sheets of years in which the unit would not exist on any day. */
const sheetsOutside = (unitId: string, validFrom: string, validTo: string | null): SQL | undefined =>
  and(
    eq(sheets.unitId, unitId),
    or(lt(sheets.year, yearOf(validFrom)), validTo === null ? undefined : gt(sheets.year, yearOf(validTo))),
  )

/** What the unit came of and what became of it, each with the other unit. */
const successionsOf = (unitId: string): SQL | undefined =>
  or(
    and(eq(unitSuccessions.predecessorId, unitId), eq(unitSuccessions.successorId, units.id)),
    and(eq(unitSuccessions.successorId, unitId), eq(unitSuccessions.predecessorId, units.id)),
  )

/**
 * Makes a unit, or changes one; its slug is for ever. A unit that ceased gets its last day, and is never deleted; its
 * days always cover the years of its sheets and fit its reorganisations.
 */
export const saveUnit: Command<SaveUnitInput, SaveUnitOutput, Found> = {
  name: 'save_unit',
  action: 'administer',
  input: saveUnitInput,
  find: findProduct,

  async plan({ reader }, { key: _key, unit, parent: parentSlug, validTo = null, ...content }) {
    const { slug, code, validFrom, kind } = content
    const rows = await reader
      .select()
      .from(units)
      .where(
        or(
          inArray(units.slug, parentSlug === undefined ? [slug] : [slug, parentSlug]),
          and(eq(units.code, code), eq(units.validFrom, validFrom)),
        ),
      )
    const named = rows.find((row) => row.slug === slug)
    const current = unit === undefined ? undefined : named
    if (unit !== undefined && !current) return refuse('not_found')
    if (!current && named) return taken('slug')
    if (rows.some((row) => row !== current && row.code === code && row.validFrom === validFrom)) return taken('code')

    const parent = parentSlug === undefined ? null : rows.find((row) => row.slug === parentSlug)
    if (parent === undefined) return invalid('parent', 'unknown_unit')
    if (parent && unitLevel[parent.kind] >= unitLevel[kind]) return invalid('parent', 'parent_not_above')
    const id = current?.id ?? nanoid()
    const [misplaced] = await reader.select({ id: units.id }).from(units).where(misplacedChildren(id, kind)).limit(1)
    if (misplaced) return invalid('kind', 'children_not_below')

    const outside = sheetsOutside(id, validFrom, validTo)
    const [left] = await reader.select({ id: sheets.id }).from(sheets).where(outside).limit(1)
    if (left) return refuse('closed', { reason: 'validity_in_use' })

    const related = await reader
      .select({
        succession: unitSuccessions,
        unit: { id: units.id, validFrom: units.validFrom, validTo: units.validTo },
      })
      .from(unitSuccessions)
      .innerJoin(units, successionsOf(id))
    const own = { validFrom, validTo }
    const misfits = related.some(({ succession, unit: other }) =>
      succession.predecessorId === id
        ? successionProblem(own, other, succession.part)
        : successionProblem(other, own, succession.part),
    )
    if (misfits) return refuse('closed', { reason: 'validity_in_succession' })

    const record = { ...content, validTo, parentId: parent?.id ?? null }
    const changed = difference(current ?? {}, record)
    const save = current
      ? build.update(units).set(record).where(eq(units.id, id))
      : build.insert(units).values({ ...record, id })
    return ok({
      statements:
        current && Object.keys(changed).length === 0
          ? []
          : [
              ...(current ? [guardUnchanged(units, [current])] : []),
              ...(parent ? [guardUnchanged(units, [{ id: parent.id, kind: parent.kind }])] : []),
              guardUnchanged(units, [], misplacedChildren(id, kind)),
              guardUnchanged(sheets, [], outside),
              guardUnchanged(
                unitSuccessions,
                related.map(({ succession }) => succession),
                or(eq(unitSuccessions.predecessorId, id), eq(unitSuccessions.successorId, id)),
              ),
              guardUnchanged(
                units,
                related.map(({ unit: other }) => other),
              ),
              statement(save),
            ],
      output: { slug },
      journal: { unitId: id, detail: { slug, created: !current, changed } },
    })
  },
}
