import { Building2, ChartLine, LayoutGrid, ListTree, Network, Table2, User, Users } from 'lucide-react'
import type { Place } from './navigation.ts'

const icons: Record<Place, typeof User> = {
  overview: LayoutGrid,
  units: Building2,
  indicators: ChartLine,
  entry: Table2,
  catalogueUnits: Network,
  catalogueIndicators: ListTree,
  users: Users,
  account: User,
}

export function NavIcon({ place, size = 16 }: { place: Place; size?: number }) {
  const Icon = icons[place]
  return <Icon aria-hidden size={size} strokeWidth={1.75} className="shrink-0" />
}
