import {
  Building2,
  ChartLine,
  Columns2,
  FileText,
  FileUp,
  History,
  LayoutGrid,
  ListTree,
  Network,
  Table2,
  User,
  Users,
} from 'lucide-react'
import { Glyph } from '../ui/glyph.tsx'
import type { Place } from './navigation.ts'

const icons: Record<Place, typeof User> = {
  overview: LayoutGrid,
  units: Building2,
  indicators: ChartLine,
  compare: Columns2,
  documents: FileText,
  entry: Table2,
  import: FileUp,
  journal: History,
  catalogueUnits: Network,
  catalogueIndicators: ListTree,
  users: Users,
  account: User,
}

const idOf = (place: string) => `place-${place}`

/** For the sprite: what every `NavIcon` of the page draws. */
export const NavShapes = () =>
  Object.entries(icons).map(([place, Icon]) => <Icon key={place} id={idOf(place)} size="100%" strokeWidth={1.75} />)

export const NavIcon = ({ place, size = 16 }: { place: Place; size?: 16 | 20 }) => (
  <Glyph id={idOf(place)} className={size === 20 ? 'size-5 shrink-0' : 'size-4 shrink-0'} />
)
