// A letter forwarded inside another: who wrote it, when, and its words. Only a clerk's forward makes somebody else the author.
import { headerField, isForwardSubject, isHeadBlock } from './own-words.ts'

export type Forwarded = { readonly name: string; readonly email: string; readonly subject: string; readonly text: string; /** what the one who forwarded wrote above it */ readonly note: string }

const begins = /^>?\s*(?:[-_=*]{2,}\s*(?:препратено (?:съобщение|писмо)|forwarded message|оригинално (?:съобщение|писмо)|original message)\s*[-_=*]*|начало на препратено(?:то)? съобщение\s*:|begin forwarded message\s*:)\s*$/i
const sure = /препратено|forwarded/i
const mark = /^\u2063⟪quoted⟫\u2063$/
const mostHead = 12

/** Under „От: Мария Иванова <maria@abv.bg>“ or „От: maria@abv.bg [mailto:maria@abv.bg]“. */
const readPerson = (text: string): { name: string; email: string } | null => {
  const email = /[^\s<>"'[\]();:,]+@[^\s<>"'[\]();:,]+\.[^\s<>"'[\]();:,]+/.exec(text.replace(/mailto:/gi, ' '))?.[0]
  if (email === undefined) return null
  const name = text.slice(0, text.indexOf(email)).replace(/mailto:|[<>"'[\]()*]/gi, ' ').replace(/\s+/g, ' ').trim()
  return { email, name: name.includes('@') ? '' : name }
}

export const findForwarded = (whole: { readonly subject: string; readonly text: string }): Forwarded | null => {
  const lines = whole.text.split('\n').filter((line) => !mark.test(line))
  const divider = lines.findIndex((line) => begins.test(line))
  const head = divider === -1 ? lines.findIndex((_, at) => isHeadBlock(lines, at)) : lines.findIndex((line, at) => at > divider && headerField.test(line))
  if (head === -1 || (divider !== -1 && head - divider > 3)) return null
  const isForward = isForwardSubject(whole.subject) || (divider !== -1 && sure.test(lines[divider] ?? ''))
  if (!isForward) return null
  let person: { name: string; email: string } | null = null
  let subject = ''
  let at = head
  for (let empty = 0; at < lines.length && at < head + mostHead; at++) {
    const line = (lines[at] ?? '').replace(/^>\s?/, '')
    if (line.trim() === '') {
      // Programs that make text out of HTML leave an empty line between the named ones.
      if (++empty > 1 || !headerField.test((lines[at + 1] ?? '').replace(/^>\s?/, ''))) break
      continue
    }
    empty = 0
    const field = headerField.exec(line)
    if (field === null) break
    const [, name = '', value = ''] = field
    if (/^(?:от|подател|from)$/i.test(name)) person ??= readPerson(value)
    else if (/^(?:относно|тема|subject)$/i.test(name)) subject = value.trim()
  }
  if (person === null) return null
  const body = lines.slice(at).map((line) => line.replace(/^>\s?/, ''))
  return { ...person, subject, text: body.join('\n').trim(), note: lines.slice(0, divider === -1 ? head : divider).join('\n').trim() }
}
