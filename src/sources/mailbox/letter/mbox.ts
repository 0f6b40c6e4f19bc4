// Takes an mbox file apart into letters, as a stream: a line that begins with "From " after an empty line begins the next one.

const begins = /^From \S*.*\d{2}:\d{2}/
export const isMbox = (bytes: Uint8Array): boolean => /^From [^\n]*\n/.test(Buffer.from(bytes.subarray(0, 300)).toString('latin1'))

export async function* splitMbox(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let lines: string[] = []
  let rest = ''
  let open = 'no' as 'yes' | 'no'
  let afterEmpty = 'yes' as 'yes' | 'no'
  const take = function* (line: string): Generator<Buffer> {
    if (afterEmpty === 'yes' && begins.test(line)) {
      if (open === 'yes' && lines.some((one) => one.trim() !== '')) yield Buffer.from(lines.join(''), 'latin1')
      lines = []
      open = 'yes'
    } else if (open === 'yes') lines.push(line.replace(/^>(>*From )/, '$1'))
    afterEmpty = line === '\n' || line === '\r\n' ? 'yes' : 'no'
  }
  for await (const chunk of bytes) {
    const text = rest + Buffer.from(chunk).toString('latin1')
    let from = 0
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', from)) {
      yield* take(text.slice(from, end + 1))
      from = end + 1
    }
    rest = text.slice(from)
  }
  if (rest !== '') yield* take(rest)
  if (open === 'yes' && lines.some((one) => one.trim() !== '')) yield Buffer.from(lines.join(''), 'latin1')
}
