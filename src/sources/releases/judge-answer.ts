// What a statistical source really answered, whatever its status says: figures, a ticket for later, or one of its ways to say
// no. Pure: the beginning of a body in, a kind out. That the figures are right is for the readers to find.
export type Judged =
  | { readonly kind: 'figures' }
  /** prepared meanwhile; to be asked for by this number */
  | { readonly kind: 'later'; readonly id: string }
  /** more than is cut out on demand: the whole prepared file has to be taken */
  | { readonly kind: 'tooBig' }
  | { readonly kind: 'unknownDataset' | 'unknownDimension' | 'said'; readonly label: string }
  | { readonly kind: 'webPage' }
  /** a well-formed answer without one value: a code of the question no longer exists */
  | { readonly kind: 'nothing' }

export const judgeAnswer = (answer: { readonly status: number; readonly start: string }): Judged => {
  const start = answer.start.trimStart()
  if (start.startsWith('<')) return judgeXml(start)
  if (start.startsWith('{') || start.startsWith('[')) return judgeJson(start)
  if (answer.status === 413) return { kind: 'tooBig' }
  return answer.status === 200 ? { kind: 'figures' } : { kind: 'said', label: start.slice(0, 200) }
}

const element = (xml: string, name: string): string | undefined => new RegExp(`<(?:[\\w-]+:)?${name}(?:\\s[^>]*)?>([^<]*)<`, 'i').exec(xml)?.[1]?.trim()

const judgeXml = (xml: string): Judged => {
  if (/EXTRACTION_TOO_BIG/i.test(xml)) return { kind: 'tooBig' }
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?<(?:!doctype\s+html|html)\b/i.test(xml)) return { kind: 'webPage' }
  const id = element(xml, 'id')
  if (id !== undefined && /^[\w-]{4,80}$/.test(id) && statusOf(xml) !== undefined) return { kind: 'later', id }
  const fault = element(xml, 'faultstring') ?? element(xml, 'Text')
  if (fault !== undefined) return labelled(fault)
  return /<(?:[\w-]+:)?Envelope\b/i.test(xml) ? { kind: 'said', label: '' } : { kind: 'webPage' }
}
/** SUBMITTED, PROCESSING, AVAILABLE, EXPIRED: how far a prepared answer is. */
export const statusOf = (text: string): string | undefined =>
  (element(text, 'status') ?? /"status"\s*:\s*"(\w+)"/.exec(text)?.[1])?.toUpperCase()

const judgeJson = (json: string): Judged => {
  if (/"ASYNCHRONOUS_RESPONSE/.test(json)) return { kind: 'tooBig' }
  if (/^[{[]\s*"?error"?\s*"?:|"error"\s*:\s*[[{]/.test(json.slice(0, 400))) {
    const label = /"label"\s*:\s*"([^"]{0,300})"/.exec(json)?.[1] ?? ''
    if (/"id"\s*:\s*150\b/.test(json)) return { kind: 'unknownDimension', label }
    return labelled(label)
  }
  // Only where the whole of it is there can it be said to hold no value; position and order of the members are free.
  if (/"value"\s*:\s*(?:\{\s*\}|\[\s*\])/.test(json)) return { kind: 'nothing' }
  return { kind: 'figures' }
}
const labelled = (label: string): Judged =>
  /NOT_FOUND|does not exist|no dataset/i.test(label) ? { kind: 'unknownDataset', label } : { kind: 'said', label }
