import type { UnitKind } from '#domain/unit.ts'

/** What the names of the plans follow ("KH quận", "KH Thành phố"): the unit's kind and its parent's, `other` for none. */
export type PlanKinds = { unitKind: UnitKind; parentKind: UnitKind | 'other' }
