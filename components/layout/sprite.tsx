'use client'

import { FileText, TriangleAlert } from 'lucide-react'
import { BulletParts } from '../charts/bullet-frame.tsx'
import { PlanMarkShapes } from '../table/plan-mark.tsx'
import { VerdictShapes } from '../ui/verdict-glyph.tsx'
import { NavShapes } from './nav-icon.tsx'

/**
 * Shapes that stand on a page hundreds of times, written out once and drawn by `<use>`. Not hidden by `display`, or
 * browsers would not paint with the pattern in it. The shapes come with the script, not again in the data of each page.
 */
export function Sprite() {
  return (
    <svg aria-hidden="true" className="absolute size-0">
      <defs>
        <BulletParts />
        <PlanMarkShapes />
        <VerdictShapes />
        <NavShapes />
        <FileText id="icon-source" size="100%" strokeWidth={1.75} />
        <TriangleAlert id="icon-caution" size="100%" strokeWidth={1.75} />
      </defs>
    </svg>
  )
}
