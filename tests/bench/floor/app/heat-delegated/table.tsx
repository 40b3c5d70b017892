'use client'

import { type PointerEvent, useState } from 'react'
import type { Heat } from '../../heat.ts'

export function DelegatedTable({ heat: { columns, rows } }: { heat: Heat }) {
  const [tip, setTip] = useState('')
  const show = ({ target }: PointerEvent) => {
    const cell = target instanceof Element ? target.closest('td') : null
    const row = cell?.parentElement instanceof HTMLTableRowElement ? cell.parentElement.sectionRowIndex : -1
    setTip(rows[row]?.cells[(cell?.cellIndex ?? 0) - 1]?.sentence ?? '')
  }
  return (
    <>
      <table onPointerOver={show}>
        <thead>
          <tr>
            <th />
            {columns.map(({ code, name }) => (
              <th key={code} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ slug, name, cells }) => (
            <tr key={slug}>
              <th scope="row">{name}</th>
              {cells.map(({ code, href, look, verdict, text }) => (
                <td key={code}>
                  <a href={href} className={look}>
                    <i>{verdict}</i>
                    {text}
                  </a>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {tip === '' ? null : <div className="heat-tip">{tip}</div>}
    </>
  )
}
