'use client'
import type { LineFinding } from '#domain/finding.ts'
import type { IndicatorView } from '#domain/sheet.ts'
import { findingText } from '../table/findings.ts'
import { useWords } from '../table/words.ts'
import { useEntry } from './entry-context.tsx'

type Props = { finding: LineFinding; indicator: IndicatorView | null }

/** What a check found in a cell. */
export const FindingWords = ({ finding, indicator }: Props) =>
  findingText(finding, indicator, useWords(useEntry().planKinds))
