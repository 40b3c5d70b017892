import Form from 'next/form'
import { useTranslations } from 'next-intl'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { Input } from '#components/ui/input.tsx'
import { FilterSelect } from '#components/ui/select.tsx'
import { journalActions } from '#domain/journal-actions.ts'

type Query = Partial<Record<'who' | 'what' | 'unit' | 'from' | 'until' | 'before', string>>

/** Who, what, where and when, kept in the address; a plain form until its script has loaded. */
export function JournalFilters({ query }: { query: Query }) {
  const t = useTranslations()
  const { who = '', what = '', unit = '', from = '', until = '' } = query
  const all = { value: '', label: t('common.all') }
  return (
    // After going back the controls show the address again, not what was chosen last.
    <Form
      key={[who, what, unit, from, until].join('\n')}
      action="/journal"
      prefetch={false}
      autoComplete="off"
      aria-label={t('journal.filters')}
      className="flex flex-wrap items-center gap-2"
    >
      <Words name="who" label={t('journal.who')} words={who} />
      <Words name="unit" label={t('common.unit')} words={unit} />
      <FilterSelect
        name="what"
        label={t('journal.what')}
        defaultValue={what}
        options={[all, ...journalActions.map((action) => ({ value: action, label: t(`journal.action.${action}`) }))]}
      />
      <Day name="from" label={t('journal.from')} day={from} />
      <Day name="until" label={t('journal.until')} day={until} />
      <Button type="submit" size="mobile">
        {t('action.apply')}
      </Button>
      {who || what || unit || from || until ? (
        <ButtonLink href="/journal" size="mobile" variant="ghost">
          {t('action.showAll')}
        </ButtonLink>
      ) : null}
    </Form>
  )
}

const Words = ({ name, label, words }: { name: string; label: string; words: string }) => (
  <Input
    name={name}
    type="search"
    defaultValue={words}
    maxLength={100}
    aria-label={label}
    placeholder={label}
    className="min-w-0 flex-1 basis-32 desk:max-w-48"
  />
)

const Day = ({ name, label, day }: { name: string; label: string; day: string }) => (
  <span className="inline-flex items-center gap-1.5 max-desk:w-full">
    <label htmlFor={`journal-${name}`} className="text-sm whitespace-nowrap text-ink-3 max-desk:min-w-20">
      {label}
    </label>
    <Input id={`journal-${name}`} name={name} type="date" defaultValue={day} className="desk:max-w-40" />
  </span>
)
