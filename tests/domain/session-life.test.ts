import { describe, expect, test } from 'vitest'
import { sessionEnd } from '#domain/session-life.ts'

const at = (time: string) => `2026-11-23T${time}Z`
const life = (signedInAt: string, seenAt: string) => ({ signedInAt: at(signedInAt), seenAt: at(seenAt) })

describe('a session', () => {
  test.each([
    ['just begun', life('08:00:00.000', '08:00:00.000'), '08:00:00.000', null],
    ['seen less than an hour ago', life('08:00:00.000', '09:30:00.000'), '10:29:59.999', null],
    ['seen an hour ago', life('08:00:00.000', '09:30:00.000'), '10:30:00.000', 'idle'],
    ['never seen again', life('08:00:00.000', '08:00:00.000'), '09:00:00.000', 'idle'],
    ['in use, of less than twelve hours', life('08:00:00.000', '19:59:00.000'), '19:59:59.999', null],
    ['in use, of twelve hours', life('08:00:00.000', '19:59:59.000'), '20:00:00.000', 'day_over'],
    ['both idle and too old', life('08:00:00.000', '08:00:00.000'), '23:00:00.000', 'day_over'],
    ['seen by a clock that is a little ahead', life('08:00:00.000', '09:05:00.000'), '09:00:00.000', null],
    ['seen by a clock that went back since', life('08:00:00.000', '09:05:00.001'), '09:00:00.000', 'clock_moved'],
    ['begun by a clock that went back since', life('09:05:00.001', '09:00:00.000'), '09:00:00.000', 'clock_moved'],
  ] as const)('%s', (_what, known, now, end) => {
    expect(sessionEnd(known, new Date(at(now)))).toBe(end)
  })
})
