import { expect, test } from 'vitest'
import { hasPersonalData, isEgn, isIban, maskHints, passagesMasked, personalHints } from './personal-data.ts'

test('MO5 planted personal data are found: e-mail, telephone, IBAN and ЕГН, however they are written', () => {
  const planted: readonly (readonly [string, string])[] = [
    ['email', 'Пишете ми на ivan.petrov+predlozhenie@abv.bg, моля.'], ['email', 'адрес: мария@пример.бг'],
    ['telephone', 'тел. 0888 123 456'], ['telephone', 'тел.0888123456'], ['telephone', 'Обадете се на +359 42 614 614.'], ['telephone', 'GSM: 00359888123456'],
    ['telephone', '(042) 61-46-14 в работно време'], ['telephone', '02/987 65 43'], ['telephone', '+49 30 1234 5678'],
    ['iban', 'сметка BG80 BNBG 9661 1020 3456 78, титуляр аз'], ['iban', 'bg80bnbg96611020345678'], ['iban', 'ВG80ВNВG96611020345678'], ['iban', 'DE89370400440532013000'],
    ['egn', 'ЕГН 7523169263'], ['egn', `роден съм с ЕГН: ${egnOf('014101001')}`], ['egn', egnOf('993231123')],
  ]
  for (const [kind, text] of planted) expect(personalHints(text).map((hint) => hint.kind), text).toEqual([kind])
})
const egnOf = (nine: string): string => Array.from({ length: 10 }, (_, digit) => `${nine}${digit}`).find(isEgn) ?? ''

test('MO5 ten harmless numbers are no personal data', () => {
  const harmless = [
    'бюджет 1 250 000 лв.', 'период 2021-2027', 'ЕИК 123456789', 'БУЛСТАТ 000817714', 'пощенски код 6000', 'от 01.01.2026 до 05.06.2026', 'проект BG16RFPR001-1.001-0001',
    'заповед № 0234567890', '7523169264', 'координати 42.4258, 25.6345', 'приходи 1234567890 евро', 'линия 0,5 км', 'ISBN 978-954-07-1234-5', 'час 08:30-12:30, 13:00-17:00', 'BG80 BNBG 9661 1020 3456 79',
  ]
  for (const text of harmless) expect(personalHints(text), text).toEqual([])
  expect(hasPersonalData('', 'Нищо лично.')).toBe(false)
})

test('MO5 an ЕГН has a day that there was and its check digit; 10 counts as 0', () => {
  expect(isEgn('7523169263')).toBe(true)
  expect(isEgn('7523169262')).toBe(false)
  expect(isEgn('7502309263')).toBe(false)
  const tenth = Array.from({ length: 999 }, (_, index) => `750131${String(index).padStart(3, '0')}`).find((nine) => [2, 4, 8, 5, 10, 9, 7, 3, 6].reduce((sum, weight, at) => sum + weight * Number(nine[at]), 0) % 11 === 10)
  expect(isEgn(`${tenth}0`)).toBe(true)
  expect(isEgn('0042290010') || isEgn(egnOf('004229001'))).toBe(true)
  expect(egnOf('014229001')).toBe('')
})
test('MO5 an IBAN is right when it leaves 1 divided by 97 and has the length of its country', () => {
  expect(isIban('BG80BNBG96611020345678')).toBe(true)
  expect(isIban('BG81BNBG96611020345678')).toBe(false)
  expect(isIban('GB82WEST12345698765432')).toBe(true)
  expect(isIban('BG80BNBG9661102034567')).toBe(false)
})

test('MO4 what is masked is gone and everything else stands as it was', () => {
  const text = 'Аз, с ЕГН 7523169263, тел. 0888 123 456, искам детска градина. Пишете на a@b.bg.'
  const shown = maskHints(text, 'bg')
  expect(shown).toBe('Аз, с ЕГН [заличени лични данни], тел. [заличени лични данни], искам детска градина. Пишете на [заличени лични данни].')
  expect(passagesMasked(text, shown)).toEqual(['7523169263', '0888 123 456', 'a@b.bg'])
  expect(maskHints('Mail me: a@b.bg', 'en')).toBe('Mail me: [personal data removed]')
})
test('MO4 masking rewrites nobody: another word changed, added or left out is no masking', () => {
  const whole = 'Иван Петров от съседния вход шуми нощем.'
  expect(passagesMasked(whole, '[заличени лични данни] от съседния вход шуми нощем.')).toEqual(['Иван Петров'])
  expect(passagesMasked(whole, whole)).toEqual([])
  expect(passagesMasked(whole, '[заличени лични данни] от съседния вход не шуми нощем.')).toBeUndefined()
  expect(passagesMasked(whole, 'Иван Петров шуми нощем.')).toBeUndefined()
  expect(passagesMasked(whole, '[заличени лични данни]')).toEqual([whole])
  expect(passagesMasked('аб аб', '[заличени лични данни]аб')).toEqual(['аб '])
})

test('a megabyte made to be slow is read to its end', () => {
  // A pattern that goes back over what it has read would take minutes here, and the test would be stopped.
  for (const hostile of ['a'.repeat(1_000_000), '0 '.repeat(500_000), 'a@'.repeat(500_000), `${'a.'.repeat(500_000)}@`, '08-'.repeat(333_000), '+359('.repeat(200_000), 'BG80 '.repeat(200_000)]) personalHints(hostile)
})
