import { raw } from 'hono/html'
import { expect, test } from 'vitest'

const Name = ({ name, children }: { name: string; children?: unknown }) => <b title={name}>{name}{children as string}</b>

test('what a person typed is never markup, in text or in attributes', () => {
  expect(String(<Name name={`"><script>'&`} />)).toBe('<b title="&quot;&gt;&lt;script&gt;&#39;&amp;">&quot;&gt;&lt;script&gt;&#39;&amp;</b>')
})
test('a value that becomes text is escaped as well', () => {
  const made = { toString: () => '<i>&' }
  expect(String(<p title={made as unknown as string}>{made as unknown as string}</p>)).toBe('<p title="&lt;i&gt;&amp;">&lt;i&gt;&amp;</p>')
})
test('finished HTML is not escaped twice, whoever made it', () => {
  expect(String(<p>{raw('<i>a</i>')}<Name name="b">{[<i>c</i>, null, false, 0, 'd&']}</Name></p>)).toBe('<p><i>a</i><b title="b">b<i>c</i>0d&amp;</b></p>')
})
test('attributes that are on or off, that say true or false, and that are absent', () => {
  expect(String(<input disabled={true} required={false} aria-invalid={false} data-on={true} value={undefined} size={0} />)).toBe('<input disabled="" aria-invalid="false" data-on="true" size="0"/>')
})
test('an empty element that is not void keeps its end', () => {
  expect(String(<><td></td><br /><svg viewBox="0 0 1 1"><path d="M0" /></svg></>)).toBe('<td></td><br/><svg viewBox="0 0 1 1"><path d="M0"></path></svg>')
})
test('a view that waits, a style and a handler are refused', () => {
  expect(() => <p>{Promise.resolve('x') as unknown as string}</p>).toThrow('waits')
  expect(() => <p style="color:red">x</p>).toThrow('no styles')
  expect(() => <p onclick="x()">x</p>).toThrow('no scripts')
})
