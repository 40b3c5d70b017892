import Link from 'next/link'
import type { FoundPlace } from './found-place.ts'

type Props = { places: readonly Pick<FoundPlace, 'href' | 'title' | 'detail'>[] }

/** Places as lines to press, 44 px high for a thumb. */
export const PlaceList = ({ places }: Props) => (
  <ul>
    {places.map(({ href, title, detail }) => (
      <li key={href} className="border-t border-line">
        <Link
          href={href}
          prefetch={false}
          className="flex min-h-11 flex-wrap items-center gap-x-2 px-4 py-1.5 text-sm focus-inset hover:bg-sunken"
        >
          <span className="font-medium text-ink">{title}</span>
          {detail === '' ? null : <span className="text-xs text-ink-3">{detail}</span>}
        </Link>
      </li>
    ))}
  </ul>
)
