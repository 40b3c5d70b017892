import { alias } from 'drizzle-orm/sqlite-core'
import type { UnitKind } from '#domain/unit.ts'
import { units } from '../schema/units.ts'

/** A unit as lists and pages show it. Dates are ISO; `validTo` is the last day, or null while the unit exists. */
export type UnitView = {
  slug: string
  code: string
  validFrom: string
  validTo: string | null
  name: string
  kind: UnitKind
  recordsOwnAssignedPlan: boolean
  parent: { slug: string; name: string; kind: UnitKind } | null
}

export const unitColumns = {
  slug: units.slug,
  code: units.code,
  validFrom: units.validFrom,
  validTo: units.validTo,
  name: units.name,
  kind: units.kind,
  recordsOwnAssignedPlan: units.recordsOwnAssignedPlan,
}

/** To be left-joined on `units.parentId`. */
export const parentUnits = alias(units, 'parent_unit')
export const parentColumns = { slug: parentUnits.slug, name: parentUnits.name, kind: parentUnits.kind }
