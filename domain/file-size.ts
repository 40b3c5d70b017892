import { formatNumber, type NumberStyle } from './number-format.ts'

/** "1,2 MB", "340 KB": the size of a file, in the powers of ten that file managers of today count in. */
export function formatFileSize(bytes: number, style: NumberStyle): string {
  if (bytes >= 1e6) return `${formatNumber(bytes / 1e6, { style, decimals: 1 })} MB`
  return bytes >= 1e3
    ? `${formatNumber(bytes / 1e3, { style, decimals: 0 })} KB`
    : `${formatNumber(bytes, { style })} B`
}
