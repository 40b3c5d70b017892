import { connection } from 'next/server'
import { readHeat } from '../../heat.ts'

/** The plain form: a server component with an element for each cell. */
export default async function Page() {
  await connection()
  const { columns, rows } = readHeat(2025)
  return (
    <table>
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
            {cells.map(({ code, href, look, verdict, text, sentence }) => (
              <td key={code}>
                <a href={href} className={look} title={sentence}>
                  <i>{verdict}</i>
                  {text}
                </a>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
