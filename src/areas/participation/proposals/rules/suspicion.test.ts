import { expect, test } from 'vitest'
import { suspicions, suspicionsOf, type Suspicion } from './suspicion.ts'

const plain = { title: 'Велоалея до гарата', text: 'Искам безопасен път с колело от парка до гарата. Снимки: https://example.bg/a', sentLastHour: 0, sentBefore: 'no' as const }
const planted: Readonly<Record<Suspicion, Partial<typeof plain> | { readonly sentBefore: 'yes' }>> = {
  links: { text: 'Вижте тук: https://a.example https://b.example https://c.example https://d.example' + ' www.e.example и още добри места за покупки на изгодни цени' },
  code: { title: 'Иван <script>alert(1)</script>' },
  hiddenSigns: { title: 'Пе\u202eтя' },
  otherScript: { text: '我们提供最好的价格和最快的交货请联系我们获取更多信息谢谢您的支持我们提供最好的价格和最快的交货', title: '价格' },
  noWords: { title: '12', text: '!!! 123 456 789 ??? 000' },
  trial: { text: 'Тест 1' },
  veryLong: { text: 'Много думи за едно и също нещо. '.repeat(700) },
  sameAgain: { sentBefore: 'yes' },
  flood: { sentLastHour: 5 },
}
test('SP2 every rule names its reason, and an ordinary proposal raises none', () => {
  expect(suspicionsOf(plain)).toEqual([])
  expect(suspicionsOf({ ...plain, title: 'Wi-Fi в парка', text: 'Да има интернет 24/7 на <5 минути от центъра.' })).toEqual([])
  for (const rule of Object.keys(suspicions) as readonly Suspicion[]) expect(suspicionsOf({ ...plain, ...planted[rule] }), rule).toEqual([rule])
})
test('a megabyte made to be slow is read to its end', () => {
  for (const hostile of ['<'.repeat(1_000_000), '<a'.repeat(500_000), 'on'.repeat(500_000), 'онзи '.repeat(200_000), 'а'.repeat(1_000_000)]) suspicionsOf({ ...plain, text: hostile })
})
