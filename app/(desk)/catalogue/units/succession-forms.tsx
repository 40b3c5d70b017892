import { nanoid } from 'nanoid'
import { useFormatter, useTranslations } from 'next-intl'
import { type ListAt, type ListQuery, listAddress } from '#app/_server/list-page.ts'
import { UnitSearch } from '#app/(desk)/unit-search.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { SelectField, TextField } from '#components/ui/form-fields.tsx'
import type { ReorganisedYears } from '#db/queries/unit-years.ts'
import { type Succession, successionSides } from '#domain/unit.ts'
import type { OfferedUnits } from '../../unit-options.ts'
import { recordSuccessionForm, removeSuccessionForm } from './actions.ts'

type Side = (typeof successionSides)[number]

type Props = Pick<ReorganisedYears, 'unit' | 'predecessors' | 'successors'> & {
  units: OfferedUnits
  /** `end`: the unit whose removal is being asked about; `related`: what is searched for among the units. */
  query: ListQuery
  /** Where the list stands to come back to. */
  at: ListAt
}

/** What a unit came of and what became of it, each with the question that removes it, and the form of a further one. */
export function SuccessionForms({ unit, predecessors, successors, units, query, at }: Props) {
  const t = useTranslations('catalogue.successions')
  const list = (side: Side, related: readonly Succession[]) =>
    related.length === 0 ? null : (
      <div>
        <h4 className="text-sm font-medium text-ink-2">{t(`${side}s`)}</h4>
        <ul>
          {related.map((one) => (
            <Recorded
              key={one.slug}
              unit={unit.slug}
              side={side}
              related={one}
              asked={query.end === one.slug}
              at={at}
            />
          ))}
        </ul>
      </div>
    )
  return (
    <section id="successions" aria-labelledby="successions-title" className="grid gap-3 border-t border-line pt-3">
      <h3 id="successions-title" className="text-base font-semibold">
        {t('title')}
      </h3>
      {predecessors.length + successors.length === 0 ? <p className="text-sm text-ink-3">{t('none')}</p> : null}
      {list('predecessor', predecessors)}
      {list('successor', successors)}
      <h4 className="text-sm font-medium text-ink-2">{t('add')}</h4>
      <UnitSearch action="/catalogue/units" name="related" units={units} query={query} at={at} />
      <AddForm unit={unit} units={units} />
    </section>
  )
}

function AddForm({ unit, units }: Pick<Props, 'unit' | 'units'>) {
  const t = useTranslations()
  const parts = [
    { value: 'whole', label: t('catalogue.successions.whole') },
    { value: 'part', label: t('catalogue.successions.partly') },
  ]
  return (
    <ActionForm action={recordSuccessionForm} submissionKey={nanoid()}>
      <input type="hidden" name="unit" value={unit.slug} />
      <SelectField
        name="related"
        label={t('catalogue.successions.related')}
        options={[{ value: '', label: t('catalogue.choose') }, ...units.options]}
      />
      <SelectField
        name="side"
        label={t('catalogue.successions.side')}
        options={successionSides.map((side) => ({ value: side, label: t(`catalogue.successions.${side}`) }))}
        defaultValue={unit.validTo === null ? 'predecessor' : 'successor'}
      />
      <SelectField name="part" label={t('catalogue.successions.part')} options={parts} />
      <Button type="submit" size="mobile">
        {t('action.add')}
      </Button>
    </ActionForm>
  )
}

type RecordedProps = {
  /** The unit of the form. */
  unit: string
  /** What the related unit is to it. */
  side: Side
  related: Succession
  /** Whether its removal is being asked about. */
  asked: boolean
  at: ListAt
}

function Recorded({ unit, side, related: { slug, name, kind, part, validFrom, validTo }, asked, at }: RecordedProps) {
  const t = useTranslations()
  const format = useFormatter()
  // Whoever opens this form reads every unit.
  if (slug === null) return null
  const address = (end?: string) =>
    listAddress('/catalogue/units', { ...at, edit: unit, ...(end && { end }) }, 'successions')
  const date = format.dateTime(new Date(validTo ?? validFrom), 'day')
  const when = t(`unitYear.successions.${validTo === null ? 'from' : 'until'}`, { date })
  return (
    <li className="border-b border-line py-1">
      <div className="flex min-h-8 items-center gap-2 text-sm">
        <span className="min-w-0 flex-1">
          {t('unitYear.successions.unit', { kind, name })}{' '}
          <span className="text-ink-3">{`(${t(`unitYear.successions.${part}`)}, ${when})`}</span>
        </span>
        {asked ? null : (
          <ButtonLink href={address(slug)} scroll={false} size="small">
            {t('catalogue.successions.remove')}
            <span className="sr-only">{`: ${name}`}</span>
          </ButtonLink>
        )}
      </div>
      {asked ? (
        <div className="grid gap-3 pt-1 pb-3">
          <p className="text-xs text-ink-3">{t('catalogue.successions.removeNotice')}</p>
          <ActionForm action={removeSuccessionForm.bind(null, { ...at, unit })} submissionKey={nanoid()}>
            <input type="hidden" name="predecessor" value={side === 'predecessor' ? slug : unit} />
            <input type="hidden" name="successor" value={side === 'predecessor' ? unit : slug} />
            <TextField name="reason" label={t('catalogue.successions.reason')} lines={2} />
            <div className="flex gap-2">
              <Button type="submit" size="mobile">
                {t('catalogue.successions.confirmRemove')}
              </Button>
              <ButtonLink href={address()} scroll={false} variant="ghost" size="mobile">
                {t('action.cancel')}
              </ButtonLink>
            </div>
          </ActionForm>
        </div>
      ) : null}
    </li>
  )
}
