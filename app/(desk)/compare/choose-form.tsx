import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'
import { FilterSelect } from '#components/ui/select.tsx'
import { indicatorGroups } from '#domain/indicator.ts'
import { type Comparison, slots } from './comparison.ts'

/** Which sheets are compared and in which group; a form that leads to an address and needs no script. */
export function ChooseForm({
  comparison: { chosen, group, offered },
  query,
}: {
  comparison: Comparison
  query: string
}) {
  const t = useTranslations()
  const sheets = offered.map(({ value, name, kind, year }) => ({
    value,
    label: `${name}, ${t(`unitKind.${kind}`)} · ${year}`,
  }))
  return (
    // The fields show what the address asks for, after going back as well.
    <form key={JSON.stringify([chosen, group, query])} action="/compare" className="flex flex-wrap items-center gap-2">
      {slots.map((slot) => (
        <FilterSelect
          key={slot}
          name={slot}
          label={t('compare.slot', { slot: slot.toUpperCase() })}
          defaultValue={chosen[slot] ?? ''}
          options={[{ value: '', label: '–' }, ...sheets]}
        />
      ))}
      <FilterSelect
        name="group"
        label={t('common.group')}
        defaultValue={group ?? ''}
        options={[
          { value: '', label: t('common.all') },
          ...indicatorGroups.map((one) => ({ value: one, label: t(`group.${one}`) })),
        ]}
      />
      {query ? <input type="hidden" name="q" value={query} /> : null}
      <Button type="submit" size="mobile">
        {t('compare.submit')}
      </Button>
    </form>
  )
}
