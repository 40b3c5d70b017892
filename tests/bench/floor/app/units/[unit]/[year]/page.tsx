import { readSheet } from '../../../../rows.ts'

type Props = { params: Promise<{ unit: string; year: string }> }

export default async function Page({ params }: Props) {
  const { unit, year } = await params
  const { lines, figures } = readSheet(unit, year)
  const byLine = Map.groupBy(figures, ({ indicator }) => indicator)
  return (
    <table>
      <tbody>
        {lines.map(({ number, code, name_vi, unit_of_measure }) => (
          <tr key={code}>
            <td>{number}</td>
            <td>{name_vi}</td>
            <td>{unit_of_measure}</td>
            {(byLine.get(code) ?? []).map(({ kind, value, text, note, title }) => (
              <td key={kind} title={String(title)}>
                {value} {text} {note}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
