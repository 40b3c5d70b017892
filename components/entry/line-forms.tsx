'use client'
import { ListChecks, ListX, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { buttonClass } from '../ui/button.tsx'
import { LateLineDrawer } from './late-dialogs.tsx'
import type { LineFormsProps } from './line-drawer.tsx'

const icons = { mark: ListChecks, end: ListX, add: Plus }
const names = ['mark', 'end', 'add'] as const

/** Puts an indicator on the sheet, says which sets one is in, or takes one off; only a draft offers them. */
export function LineForms(forms: LineFormsProps) {
  const t = useTranslations('action')
  const [open, setOpen] = useState<(typeof names)[number] | null>(null)
  // Where nothing can be added the drawer says why.
  const offered = names.filter((name) => name === 'add' || forms[name].options.length > 0)
  return (
    <>
      {offered.map((name) => {
        const Icon = icons[name]
        return (
          <button
            key={name}
            type="button"
            aria-haspopup="dialog"
            onClick={() => setOpen(name)}
            className={buttonClass({ size: 'mobile' })}
          >
            <Icon aria-hidden size={16} strokeWidth={1.75} />
            {t(`${name}Line`)}
          </button>
        )
      })}
      {open ? <LateLineDrawer {...forms} name={open} onClose={() => setOpen(null)} /> : null}
    </>
  )
}
