import type { BreakdownRule, Direction, IndicatorGroup, ValueType } from '#domain/indicator.ts'

/** An indicator of a generated ledger. */
export type GeneratedIndicator = {
  code: string
  nameVi: string
  nameEn: string
  group: IndicatorGroup
  valueType: ValueType
  direction: Direction
  unitOfMeasure: string
  decimals: number
  /** The middle of what units report in the first year; 0 for words, and for what its parts make up. */
  usual: number
  parent?: string
  breakdownRule: BreakdownRule
}

type Row = [
  IndicatorGroup,
  ValueType,
  Direction,
  ...[code: string, nameVi: string, nameEn: string, unitOfMeasure: string, decimals: number, usual: number],
  ...[parent?: string],
]

/** Parents first; the names are common ones, the figures under them are made up. */
const rows: readonly Row[] = [
  ['economy', 'rate', 'higher', 'KT-TANG', 'Tốc độ tăng giá trị sản xuất', 'Growth of output', '%', 2, 9],
  ['economy', 'amount', 'higher', 'KT-GTSX', 'Giá trị sản xuất', 'Gross output', 'tỷ đồng', 1, 0],
  ['economy', 'amount', 'higher', 'KT-GTSX-CN', 'Công nghiệp', 'Industry', 'tỷ đồng', 1, 5200, 'KT-GTSX'],
  ['economy', 'amount', 'higher', 'KT-GTSX-DV', 'Dịch vụ', 'Services', 'tỷ đồng', 1, 3100, 'KT-GTSX'],
  ['economy', 'amount', 'higher', 'KT-GTSX-NN', 'Nông nghiệp', 'Farming', 'tỷ đồng', 1, 640, 'KT-GTSX'],
  ['economy', 'share', 'neutral', 'KT-CO-CAU', 'Cơ cấu kinh tế', 'Structure of the economy', '', 2, 0],
  ['economy', 'share', 'neutral', 'KT-CO-CAU-CN', 'Công nghiệp', 'Industry', '%', 2, 55, 'KT-CO-CAU'],
  ['economy', 'share', 'neutral', 'KT-CO-CAU-DV', 'Dịch vụ', 'Services', '%', 2, 35, 'KT-CO-CAU'],
  ['economy', 'share', 'neutral', 'KT-CO-CAU-NN', 'Nông nghiệp', 'Farming', '%', 2, 10, 'KT-CO-CAU'],
  ['economy', 'amount', 'higher', 'KT-HA', 'Giá trị trên một héc-ta', 'Output a hectare', 'triệu đồng', 0, 150],
  ['economy', 'count', 'higher', 'KT-DN', 'Doanh nghiệp mới', 'New enterprises', 'doanh nghiệp', 0, 180],
  ['budget', 'amount', 'higher', 'NS-THU', 'Thu ngân sách', 'Budget revenue', 'tỷ đồng', 1, 0],
  ['budget', 'amount', 'higher', 'NS-THU-THUE', 'Thu thuế', 'Taxes', 'tỷ đồng', 1, 420, 'NS-THU'],
  ['budget', 'amount', 'higher', 'NS-THU-DAT', 'Thu tiền sử dụng đất', 'Land revenue', 'tỷ đồng', 1, 260, 'NS-THU'],
  ['budget', 'amount', 'neutral', 'NS-CHI', 'Chi ngân sách', 'Budget spending', 'tỷ đồng', 1, 610],
  ['society', 'rate', 'lower', 'XH-NGHEO', 'Tỷ lệ hộ nghèo', 'Poor households', '%', 2, 1.8],
  ['society', 'count', 'higher', 'XH-THOAT', 'Hộ thoát nghèo', 'Households out of poverty', 'hộ', 0, 95],
  ['society', 'count', 'higher', 'XH-VIEC', 'Lao động có việc làm mới', 'New jobs', 'người', 0, 2400],
  ['society', 'rate', 'higher', 'XH-BHYT', 'Tỷ lệ tham gia bảo hiểm y tế', 'Health insurance', '%', 2, 83],
  ['society', 'share', 'higher', 'XH-VAN-HOA', 'Gia đình văn hóa', 'Cultured families', '%', 1, 78],
  ['society', 'count', 'higher', 'XH-TRUONG', 'Trường đạt chuẩn quốc gia', 'Schools of standard', 'trường', 0, 14],
  ['society', 'rate', 'lower', 'XH-SUY-DD', 'Trẻ em suy dinh dưỡng', 'Child malnutrition', '%', 1, 7.5],
  ['society', 'milestone', 'higher', 'XH-NTM', 'Đạt chuẩn nông thôn mới', 'New-countryside standard', '', 0, 0],
  ['environment', 'rate', 'higher', 'MT-RAC', 'Rác thải được thu gom', 'Waste collected', '%', 1, 81],
  ['environment', 'rate', 'higher', 'MT-NUOC', 'Hộ dùng nước sạch', 'Households with clean water', '%', 1, 79],
  ['environment', 'count', 'higher', 'MT-CAY', 'Cây xanh trồng mới', 'Trees planted', 'cây', 0, 5200],
  ['defence', 'count', 'higher', 'QP-QUAN', 'Công dân nhập ngũ', 'Enlistments', 'người', 0, 60],
  ['defence', 'rate', 'higher', 'QP-AN', 'Tỷ lệ điều tra, khám phá án', 'Cases solved', '%', 1, 72],
  ['administration', 'rate', 'higher', 'HC-HO-SO', 'Hồ sơ giải quyết đúng hạn', 'Files on time', '%', 2, 86],
  ['administration', 'count', 'neutral', 'HC-LOP', 'Lớp bồi dưỡng cán bộ', 'Training courses', 'lớp', 0, 12],
]

const parents = new Set(rows.map(([, , , , , , , , , parent]) => parent))
const ruleOf = (code: string, valueType: ValueType): BreakdownRule =>
  parents.has(code) ? (valueType === 'share' ? 'share' : 'sum') : 'none'

/** Thirty: every group, value type and direction, two sums and a structure, whose parent is a heading. */
export const generatedIndicators: readonly GeneratedIndicator[] = rows.map(
  ([group, valueType, direction, code, nameVi, nameEn, unitOfMeasure, decimals, usual, parent]) => ({
    ...{ code, nameVi, nameEn, group, valueType, direction, unitOfMeasure, decimals, usual },
    ...(parent !== undefined && { parent }),
    breakdownRule: ruleOf(code, valueType),
  }),
)

export const isHeading = ({ breakdownRule }: GeneratedIndicator): boolean => breakdownRule === 'share'
