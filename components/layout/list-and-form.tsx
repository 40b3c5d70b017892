import { X } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { FormPanel } from './form-panel.tsx'

type Props = {
  list: ReactNode
  /** The form that the address opened, with what closes it; null while there is none. */
  form: { id: string; title: string; closeHref: string; closeLabel: string; content: ReactNode } | null
}

/**
 * A list, and beside it the form of one entry: 400 px on the right, on a narrow screen in the list's place. Both are
 * plain parts of the page, so they open, close and go back without a script. A link that opens it ends in `#form`.
 */
export function ListAndForm({ list, form }: Props) {
  if (!form) return <div className="min-w-0">{list}</div>
  return (
    <div className="grid grid-cols-1 items-start gap-3 wide:grid-cols-[minmax(0,1fr)_25rem]">
      <div className="min-w-0 max-wide:hidden">{list}</div>
      <FormPanel key={form.id}>
        <div className="flex items-start gap-2">
          <h2 id="form-title" className="text-md">
            {form.title}
          </h2>
          <Link
            href={form.closeHref}
            aria-label={form.closeLabel}
            scroll={false}
            className="-mr-1 ml-auto inline-flex size-7 shrink-0 items-center justify-center rounded-control text-ink-2 hover:bg-sunken hover:text-ink"
          >
            <X aria-hidden size={16} strokeWidth={1.75} />
          </Link>
        </div>
        {form.content}
      </FormPanel>
    </div>
  )
}
