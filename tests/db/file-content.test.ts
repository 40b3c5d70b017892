import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contentType, MOST_PARTS } from '#db/file-content.ts'
import { office, ole, zip } from '#tests/support/office-files.ts'
import { temporaryFolder } from '#tests/support/temporary-folder.ts'

/** What a file is, is told by its bytes alone. */

const bytes = (...head: (number | string)[]) =>
  Buffer.concat(head.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([part]))))
const openDocument = (type: string) =>
  zip({ mimetype: `application/vnd.oasis.opendocument.${type}`, 'content.xml': '' })
const docx = office('word/document.xml')
/** A document of Word that says this of its parts, beside whatever else it has. */
const saying = (contentTypes: string, more: Record<string, string> = {}) =>
  zip({ ...more, '[Content_Types].xml': contentTypes, 'word/document.xml': '' })
const vba = '<Override PartName="/word/makro.bin" ContentType="application/vnd.ms-office.vbaProject"/>'
const openText = 'application/vnd.oasis.opendocument.text'
const numbered = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`word/media/${index}.png`, '']))
/** Its directory comes back to its beginning, and an entry to itself. */
const circular = () => {
  const file = ole('WordDocument')
  file.writeUInt32LE(1, 512 + 4)
  file.writeUInt32LE(1, 1024 + 128 + 72)
  return file
}

const files: Record<string, [content: Buffer | string, type: string]> = {
  'a PDF': ['%PDF-1.7\n', 'pdf'],
  'a PNG': [bytes(0x89, 'PNG\r\n', 0x1a, '\n'), 'png'],
  'a JPEG': [bytes(0xff, 0xd8, 0xff, 0xe0), 'jpeg'],
  'a WebP': ['RIFF\x10\0\0\0WEBPVP8 ', 'webp'],
  'a TIFF of either order': [bytes('II*', 0), 'tiff'],
  'a TIFF of the other order': [bytes('MM', 0, '*'), 'tiff'],
  'a document of Word': [docx, 'docx'],
  'a workbook': [office('xl/workbook.xml'), 'xlsx'],
  'a presentation': [office('ppt/presentation.xml'), 'pptx'],
  'a text of OpenDocument': [openDocument('text'), 'odt'],
  'a spreadsheet of OpenDocument': [openDocument('spreadsheet'), 'ods'],
  'a presentation of OpenDocument': [openDocument('presentation'), 'odp'],
  'a document of the older Word': [ole('WordDocument', '1Table', 'Data', 'ObjectPool', 'CompObj'), 'doc'],
  'a workbook of the older Excel': [ole('Workbook'), 'xls'],
  'a workbook of the oldest Excel': [ole('Book'), 'xls'],
  'a presentation of the older PowerPoint': [ole('PowerPoint Document'), 'ppt'],
  'a directory that goes in circles': [circular(), 'doc'],

  'a web page': ['\n <!DOCTYPE html><script>alert(1)</script>', 'html'],
  'a web page without its head': ['<SCRIPT src=x></SCRIPT>', 'html'],
  'a web page that begins as a text': ['Kính gửi <iframe src=x>', 'html'],
  'a web page in UTF-16': [Buffer.from('\ufeff<html><body>', 'utf16le'), 'html'],
  'an SVG': ['<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', 'svg'],
  'another XML': ['<?xml version="1.0"?><w/>', 'xml'],
  'a text': ['Kính gửi: Ủy ban nhân dân', 'text'],
  'a GIF': ['GIF89a', 'gif'],
  'a picture of a phone': ['\0\0\0\x18ftypheic', 'heic'],
  'a zip': [zip({ 'a.txt': 'a' }), 'zip'],
  'a zip that says to be something else': [zip({ mimetype: 'application/epub+zip' }), 'zip'],
  'a package that is none of these': [office('other/part.xml'), 'zip'],
  'another archive': [bytes(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c), 'archive'],
  'a program': ['MZ\x90', 'program'],
  'a script': ['#!/bin/sh\n', 'program'],
  'a document with macros': [office('word/document.xml', 'word/vbaProject.bin'), 'macros'],
  'macros under another name': [saying(vba, { 'word/makro.bin': '' }), 'macros'],
  'macros in words of UTF-16': [saying([...vba].join('\0')), 'macros'],
  'macros in signs by number': [saying(vba.replace('vba', '&#118;ba')), 'macros'],
  'a document that may have macros': [saying('application/vnd.ms-word.document.MACROENABLED.main+xml'), 'macros'],
  'macros that say to be OpenDocument': [saying(vba, { mimetype: openText }), 'macros'],
  'an OpenDocument with Basic': [zip({ mimetype: openText, 'Basic/Standard/Module1.xml': '' }), 'macros'],
  'an OpenDocument with another script': [zip({ mimetype: openText, 'Scripts/python/a.py': '' }), 'macros'],
  'an OpenDocument with a folder for none': [zip({ mimetype: openText, 'Basic/': '' }), 'odt'],
  'an older document with macros in other letters': [ole('WordDocument', 'MACROS'), 'macros'],
  'a binary workbook': [office('xl/workbook.bin', 'xl/worksheets/sheet1.bin'), 'xlsb'],
  'a document whose words are too many': [saying(' '.repeat(4 * 2 ** 20 + 1)), 'zip'],
  'as many parts as are read': [saying('', numbered(MOST_PARTS - 2)), 'docx'],
  'more parts than are read': [saying('', numbered(MOST_PARTS - 1)), 'zip'],
  'an older document with macros': [ole('WordDocument', 'Macros'), 'macros'],
  'a document with a password': [ole('EncryptedPackage', 'EncryptionInfo'), 'encrypted'],
  'a zip with a password': [zip({ '[Content_Types].xml': '' }, { encrypted: true }), 'encrypted'],
  'an installer': [ole('Property'), 'unknown'],
  'a document that was cut': [docx.subarray(0, docx.length - 30), 'damaged'],
  'an older document that was cut': [ole('WordDocument').subarray(0, 1100), 'damaged'],
  'an older document of no sectors': [Buffer.concat([ole().subarray(0, 30), Buffer.alloc(600)]), 'damaged'],
  'other bytes': [bytes(1, 2, 3, 0), 'unknown'],
}

test.each(Object.entries(files))('%s', async (_what, [content, type]) => {
  const path = join(temporaryFolder('content'), 'file')
  writeFileSync(path, content)
  expect(await contentType(path)).toBe(type)
})
