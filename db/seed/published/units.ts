import type { UnitKind } from '#domain/unit.ts'

type PublishedUnit = {
  slug: string
  code: string
  name: string
  kind: UnitKind
  parent: string | null
  validTo: string | null
  recordsOwnAssignedPlan: boolean
}

/** The first day of the first year that this ledger keeps; not the day on which any of these units was founded. */
export const keptFrom = '2022-01-01'

/** The district level was abolished on 1 July 2025 (domain rule 12). */
const lastDayOfDistricts = '2025-06-30'

// Nobody above the two cities works here, nor (in the published data) above Ngô Quyền: they record what was assigned.
const city = (slug: string, code: string, name: string): PublishedUnit => ({
  slug,
  code,
  name,
  kind: 'city',
  parent: null,
  validTo: null,
  recordsOwnAssignedPlan: true,
})

const district = (
  slug: string,
  code: string,
  name: string,
  parent: string,
  recordsOwnAssignedPlan = false,
): PublishedUnit => ({
  slug,
  code,
  name,
  kind: 'urban_district',
  parent,
  validTo: lastDayOfDistricts,
  recordsOwnAssignedPlan,
})

/** Parents first. */
export const publishedUnits: readonly PublishedUnit[] = [
  city('ha-noi', '01', 'Hà Nội'),
  city('hai-phong', '31', 'Hải Phòng'),
  district('bac-tu-liem', '021', 'Bắc Từ Liêm', 'ha-noi'),
  district('nam-tu-liem', '019', 'Nam Từ Liêm', 'ha-noi'),
  district('cau-giay', '005', 'Cầu Giấy', 'ha-noi'),
  district('ngo-quyen', '304', 'Ngô Quyền', 'hai-phong', true),
]

/** How the facts name a unit. */
export const unitSlugs: Readonly<Record<string, string>> = {
  'Thành phố Hà Nội': 'ha-noi',
  'Quận Bắc Từ Liêm': 'bac-tu-liem',
  'Quận Nam Từ Liêm': 'nam-tu-liem',
  'Quận Cầu Giấy': 'cau-giay',
  'Quận Ngô Quyền': 'ngo-quyen',
}
