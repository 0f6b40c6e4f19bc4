import { expect, test } from 'vitest'
import { judgeAttachment, largestFile, plainName } from './attachments.ts'

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'))
const zip = (...names: string[]) => bytes(`PK\u0003\u0004${names.join('\u0000')}${'x'.repeat(50)}`)

test('an attachment is what its bytes say: one that is not what it says is refused with a sentence', () => {
  expect(judgeAttachment({ name: 'план.pdf', bytes: bytes('%PDF-1.7 …') })).toMatchObject({ ok: true, value: { name: 'план.pdf', mediaType: 'application/pdf' } })
  expect(judgeAttachment({ name: 'писмо.docx', bytes: zip('[Content_Types].xml', 'word/document.xml') }).ok).toBe(true)
  for (const [name, content] of [['снимка.jpg', '<html><script>alert(1)</script>'], ['снимка.jpg', '%PDF-1.7'], ['план.pdf', 'MZ\u0000\u0000'], ['скрипт.txt', '#!/bin/sh'], ['a.svg', '<svg onload="x()"/>'], ['архив.docx', 'PK\u0003\u0004other']] as const) {
    const judged = judgeAttachment({ name, bytes: bytes(content) })
    expect([name, judged.ok]).toEqual([name, false])
    if (!judged.ok) expect(judged.problem.bg.length).toBeGreaterThan(20)
  }
  expect(judgeAttachment({ name: 'a.pdf', bytes: new Uint8Array(largestFile + 1) }).ok).toBe(false)
  expect(judgeAttachment({ name: 'a.pdf', bytes: new Uint8Array() }).ok).toBe(false)
})
test('a file’s name leads to no other folder and turns no text round', () => {
  expect(plainName('../../etc/passwd.pdf', 'pdf')).toBe('passwd.pdf')
  expect(plainName('\u202Efdp.exe', 'pdf')).toBe('fdp.pdf')
  expect(plainName('<script>.pdf', 'pdf')).toBe('script.pdf')
})
