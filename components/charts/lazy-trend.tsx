'use client'
import dynamic from 'next/dynamic'
import { createContext, use } from 'react'
import { panelHeight } from './panel-height.ts'
import type { Panel } from './trend-panel.tsx'

/** What stands in the place of a chart that is still to come. */
const Waiting = createContext('')

const Place = () => (
  <p className="grid place-items-center text-sm text-ink-3" style={{ height: panelHeight }}>
    {use(Waiting)}
  </p>
)

const TrendPanel = dynamic(() => import('./trend-panel.tsx').then((module) => module.TrendPanel), {
  ssr: false,
  loading: Place,
})

type Props = Panel & { waiting: string }

/** Loads the chart library where a chart is shown, and nowhere else; the place has its final height before. */
export const LazyTrend = ({ waiting, ...panel }: Props) => (
  <Waiting value={waiting}>
    <TrendPanel {...panel} />
  </Waiting>
)
