/**
 * Answers that are found once for each object and forgotten with it. For what never changes: the lines of a remembered
 * sheet are frozen, so that what was judged of them stays right.
 */
export function oncePer<Key extends object, Answer>(find: (key: Key) => Answer): (key: Key) => Answer {
  const known = new WeakMap<Key, { answer: Answer }>()
  return (key) => {
    const found = known.get(key) ?? { answer: find(key) }
    known.set(key, found)
    return found.answer
  }
}
