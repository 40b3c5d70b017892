/** Keeps an answer as the newest of so many, and gives it back; the longest unused goes first. */
export function keepNewest<Key, Answer>(kept: Map<Key, Answer>, most: number, key: Key, answer: Answer): Answer {
  kept.delete(key)
  kept.set(key, answer)
  for (const oldest of kept.keys()) {
    if (kept.size <= most) break
    kept.delete(oldest)
  }
  return answer
}
