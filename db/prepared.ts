import type { Reader } from './engine.ts'

/**
 * A query that is built once for each reader, not for each question: to put its text together takes longer than SQLite
 * takes to answer. What differs from question to question is a `sql.placeholder`.
 */
export function prepared<Query>(build: (reader: Reader) => Query): (reader: Reader) => Query {
  const kept = new WeakMap<Reader, Query>()
  return (reader) => {
    const ready = kept.get(reader) ?? build(reader)
    kept.set(reader, ready)
    return ready
  }
}
