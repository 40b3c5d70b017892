'use client'
import { useTranslations } from 'next-intl'
import { Dialog } from '../ui/dialog.tsx'
import { Key } from '../ui/key.tsx'

/** What each key does, by what a person is doing. A text that is no key (“Shift + click”) stands in its words. */
const shortcuts = {
  move: ['arrows', 'line', 'sheet', 'page'],
  select: ['extend', 'click', 'all', 'collapse'],
  write: ['type', 'edit', 'enter', 'tab', 'cancel'],
  change: ['clear', 'copy', 'undo', 'details', 'help'],
} as const

export function Shortcuts({ onClose, returnFocus }: { onClose: () => void; returnFocus: () => HTMLElement | null }) {
  const t = useTranslations('entry.shortcuts')
  return (
    <Dialog title={t('title')} onClose={onClose} returnFocus={returnFocus}>
      <div className="grid gap-4 text-sm">
        {Object.entries(shortcuts).map(([part, names]) => (
          <section key={part} className="grid gap-1.5">
            <h3 className="font-semibold">{t(`${part as keyof typeof shortcuts}.title`)}</h3>
            <dl className="grid grid-cols-[9.5rem_1fr] gap-x-3 gap-y-1">
              {names.map((name) => {
                // Every part has its own names, which their type does not say once they are entries.
                const path = `${part}.${name}` as 'move.arrows'
                return (
                  <div key={name} className="contents">
                    <dt className="flex flex-wrap items-center gap-1">
                      {t(`${path}.keys`)
                        .split(' ')
                        .map((key) => (
                          <Key key={key}>{key}</Key>
                        ))}
                    </dt>
                    <dd className="text-ink-2">{t(`${path}.words`)}</dd>
                  </div>
                )
              })}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
