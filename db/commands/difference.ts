/** The fields that differ, each as [before, after]: what the journal says of a changed record. */
export const difference = (before: Record<string, unknown>, after: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(after).flatMap(([field, value]) =>
      before[field] === value ? [] : [[field, [before[field] ?? null, value]]],
    ),
  )
