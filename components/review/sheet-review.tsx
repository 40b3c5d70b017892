import { nanoid } from 'nanoid'
import { type PlanKinds, useWords, type Words } from '#components/table/words.ts'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/form-fields.tsx'
import type { StatefulAction } from '#components/ui/form-state.ts'
import type { ReviewedFinding } from '#domain/review.ts'
import { FindingCard } from './finding-card.tsx'
import { FindingItem } from './finding-item.tsx'

type Props = {
  kinds: PlanKinds
  findings: readonly ReviewedFinding[]
  /** Null where this person may not say that they looked at it. */
  acknowledge: StatefulAction | null
}

/** What needs a second look on one sheet, and the word that it had one. */
export function SheetReview({ kinds, findings, acknowledge }: Props) {
  const words = useWords(kinds)
  if (findings.length === 0) return null
  return (
    <div id="review" className="scroll-mt-16">
      <FindingCard
        findings={findings}
        item={(reviewed) => (
          <FindingItem
            key={`${reviewed.finding.lineId} ${reviewed.key}`}
            reviewed={reviewed}
            words={words}
            title={reviewed.indicator ? words.nameOf(reviewed.indicator) : words.t('review.wholeSheet')}
            {...(reviewed.indicator === null ? {} : { href: `#line-${reviewed.indicator.code}` })}
          >
            {acknowledge && !reviewed.acknowledgement ? (
              <Acknowledge reviewed={reviewed} action={acknowledge} words={words} />
            ) : null}
          </FindingItem>
        )}
      />
    </div>
  )
}

/** Opens and is sent without a script. What is sent is the finding as it is shown here. */
function Acknowledge({
  reviewed: { finding, key, fingerprint },
  action,
  words: { t },
}: {
  reviewed: ReviewedFinding
  action: StatefulAction
  words: Words
}) {
  return (
    <details>
      <summary className="inline-flex min-h-6 cursor-pointer items-center text-xs text-accent underline">
        {t('review.acknowledge')}
      </summary>
      <ActionForm action={action} submissionKey={nanoid()} className="grid max-w-120 justify-items-start gap-2 py-2">
        <input type="hidden" name="indicator" value={finding.indicatorCode ?? ''} />
        <input type="hidden" name="finding" value={key} />
        <input type="hidden" name="fingerprint" value={fingerprint} />
        <TextField name="note" label={t('review.note')} hint={t('review.noteHint')} lines={2} />
        <Button type="submit" size="mobile">
          {t('review.acknowledge')}
        </Button>
      </ActionForm>
    </details>
  )
}
