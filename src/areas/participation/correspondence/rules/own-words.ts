// What a person wrote themselves: the letter without the one it answers and without the signature, as Bulgarian and English
// programs write them. Where nothing would be left, everything stays: a person looks before it is published anyway.

/** What the reader of HTML puts where a program marked the quoted letter. */
const marked = /\u2063⟪quoted⟫\u2063/
const weekday = `(?:пон|вт|ср|чет|чт|пет|пт|съб|сб|нед|нд|понеделник|вторник|сряда|четвъртък|петък|събота|неделя|mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday)`
/** „На ср, 12.03.2025 г., 10:15 Иван <a@b> написа:“ and its English sister; over two lines at most. */
const wrote = [
  /^>?\s*На\s.{3,240}\s(?:написа|пише|написал|написала)\s*:?\s*$/i,
  /^>?\s*On\s.{3,240}\swrote\s*:?\s*$/i,
  new RegExp(String.raw`^>?\s*(?:${weekday})[.,]?\s.{3,200}\s(?:написа|пише|wrote)\s*:\s*$`, 'i'),
  /^>?\s*\d{1,4}[./-]\d{1,2}[./-]\d{1,4}.{0,200}\s(?:написа|пише|wrote)\s*:\s*$/i,
  /^>?\s*Цитат(?:ирам)?\s(?:на|от)\s.{3,200}:\s*$/i,
  /^>?\s*Quoting\s.{3,200}:\s*$/i,
]
const divider = /^>?\s*[-_=*]{2,}\s*(?:оригинално (?:съобщение|писмо)|първоначално съобщение|изходно съобщение|original message|original appointment|reply message|препратено (?:съобщение|писмо)|forwarded message|forwarded by .{1,80})\s*[-_=*]{0,}\s*$/i
const line = /^\s*_{20,}\s*$|^\s*-{40,}\s*$/
export const headerField = /^[>\s*]*\**(от|подател|до|изпратено(?: на)?|дата|относно|тема|копие(?: до)?|як|вж|from|sent|to|date|subject|cc|reply-to|importance|отговор до)\s*\**\s*:\**\s*(.*)$/i
const beginsHead = /^[>\s*]*\**(?:от|подател|from)\s*\**\s*:/i

/** A block of „От: … Изпратено: … До: … Относно: …“: three named lines at least, begun by the sender's. */
export const isHeadBlock = (lines: readonly string[], at: number): boolean => {
  if (!beginsHead.test(lines[at] ?? '')) return false
  const named = lines.slice(at, at + 7).filter((one) => headerField.test(one)).map((one) => (headerField.exec(one)?.[1] ?? '').toLowerCase())
  return new Set(named).size >= 3
}
const beginsQuote = (lines: readonly string[], at: number): boolean => {
  const text = lines[at] ?? ''
  if (marked.test(text) || divider.test(text) || isHeadBlock(lines, at)) return true
  if (wrote.some((one) => one.test(text))) return true
  const joined = `${text.trimEnd()} ${(lines[at + 1] ?? '').trim()}`
  if (/^>?\s*(?:На|On)\s/.test(text) && (lines[at + 1] ?? '').trim() !== '' && text.trim().length > 8 && wrote.slice(0, 2).some((one) => one.test(joined))) return true
  return line.test(text) && (isHeadBlock(lines, at + 1) || isHeadBlock(lines, at + 2))
}

const device = /^\s*(?:изпратено|пратено|написано)\s(?:от|с|чрез|през)\s(?:моя(?:т)?|моето|my)?\s*.{2,60}$|^\s*(?:sent|get)\s(?:from|with|via|outlook|using)\s.{2,60}$|^\s*-{2,}\s*(?:изпратено|sent)\s.{2,80}$/i
const deviceWord = /iphone|ipad|android|samsung|galaxy|huawei|xiaomi|redmi|телефон|таблет|устройство|mobile|phone|outlook|yahoo|поща|mail|gmail|abv|blackberry|proton/i
const farewell = /^\s*(?:с\s+(?:уважение|поздрав(?:и)?|най-добри пожелания|почит)|поздрави|сърдечно|искрено ваш[аи]?|(?:best|kind|warm)?\s*regards|(?:yours )?(?:sincerely|faithfully|truly)|best wishes|respectfully|cheers)\s*[,.!]?\s*$/i
const disclaimer = /^\s*(?:това съобщение|тази електронна поща|този имейл|настоящото (?:съобщение|електронно писмо)|информацията в това|this (?:e-?mail|message|communication)(?: \(|,| is| and| may| contains)|the information (?:contained )?in this|confidentiality notice|disclaimer|поверителност)/i
const legal = /поверител|конфиденциал|confidential|privileged|предназначен|intended (?:recipient|only|solely)|погрешка|in error|виру[сc]|virus/i
const beforePrint = /^\s*(?:моля, помислете за (?:околната среда|природата)|пазете природата|please consider the environment|think before you print)/i
const leastText = 2

const cutQuotes = (lines: readonly string[]): readonly string[] => {
  for (let at = 0; at < lines.length; at++) if (beginsQuote(lines, at)) return lines.slice(0, at)
  return lines
}
/** Lines marked with > go wherever they stand: what is answered between them stays. */
const withoutMarked = (lines: readonly string[]): readonly string[] => lines.filter((text) => !/^\s*>/.test(text))
const cutSignature = (lines: readonly string[]): readonly string[] => {
  const dashes = lines.findIndex((text, at) => /^--\s?$/.test(text) && at > 0)
  let kept = dashes === -1 ? lines : lines.slice(0, dashes)
  const foot = kept.findIndex((text, at) => at > 0 && ((disclaimer.test(text) && legal.test(kept.slice(at, at + 12).join(' '))) || beforePrint.test(text)))
  if (foot !== -1) kept = kept.slice(0, foot)
  const phone = kept.findIndex((text, at) => at > 0 && device.test(text) && deviceWord.test(text) && kept.slice(at + 1).join('').trim().length < 200)
  if (phone !== -1) kept = kept.slice(0, phone)
  // A farewell in the last lines, and under it a name, a post, a telephone: nothing long.
  for (let at = kept.length - 1; at > 0 && at >= kept.length - 14; at--) {
    if (farewell.test(kept[at] ?? '') && kept.slice(at + 1).every((text) => text.trim().length < 90)) return kept.slice(0, at)
  }
  return kept
}
const join = (lines: readonly string[]): string => lines.join('\n').replace(new RegExp(marked, 'g'), '').replace(/[ \t]+\n/g, '\n').replace(/\n{3,}/g, '\n\n').trim()

export type OwnWords = { readonly text: string; /** something was cut */ readonly cut: 'yes' | 'no' }
export const toOwnWords = (text: string): OwnWords => {
  const lines = text.split('\n')
  const own = join(cutSignature(withoutMarked(cutQuotes(lines))))
  const whole = join(lines)
  if (own.length >= leastText) return { text: own, cut: own === whole ? 'no' : 'yes' }
  const answered = join(withoutMarked(cutSignature(lines)))
  return { text: answered.length >= leastText ? answered : whole, cut: 'no' }
}
/** „Re:“, „Отг:“, „ПР:“ and what lists put before a subject say nothing about it. */
export const toSubject = (subject: string): string => {
  let text = subject.trim()
  for (let before = ''; before !== text;) {
    before = text
    text = text.replace(/^(?:re|fwd?|fw|aw|отг|отговор|относно|пр|препр|препратено|вж)\s*(?:\[\d+\])?\s*:\s*/i, '').trim()
  }
  return text
}
export const isForwardSubject = (subject: string): boolean => /^(?:(?:re|отг)\s*:\s*)?(?:fwd?|fw|пр|препр|препратено)\s*:/i.test(subject.trim())
