// Both languages are whole: the same keys, the same inputs, nothing empty, nothing left in the wrong alphabet, nothing unused.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { countMessages, faultsOfWords, inputsOf, type Locales, textsOf } from '../bin/steps/words-check.ts'
import { readLocales } from '../bin/steps/words.ts'

const root = join(import.meta.dirname, '..')
const locales = readLocales()
const messagesOf = (language: string) => Object.values(locales[language] ?? {}).flatMap((file) => Object.entries(file)).filter(([key]) => key !== '$schema')

describe('the locale files', () => {
  test('have the same keys and inputs in both languages, and no empty text', () => {
    expect(faultsOfWords(locales)).toEqual([])
    expect(countMessages(locales)).toBeGreaterThan(100)
  })

  /** Names, codes and signs that are written alike in both languages. */
  const latin = /^[\W\d_]*$|^(Eurostat|CSV|JSON|XLSX|TSV|SVG|PDF|DOI|NUTS ?\d?|EU|Posoka|English|EUPL-1\.2|bg|e-mail|URL|POSOKA_\w+|[\W\d_]|https?:\S+)+$/i
  test('leave no text in Latin letters where Bulgarian is meant', () => {
    const strange = messagesOf('bg').flatMap(([key, message]) => textsOf(message)
      .map((text) => text.replace(/\{[^{}]*\}/g, ''))
      .filter((text) => !/[а-я]/i.test(text) && !latin.test(text))
      .map((text) => `${key}: ${text}`))
    expect(strange).toEqual([])
  })
  test('leave no Cyrillic in English, but for names and quoted terms', () => {
    const quoted = /“[^”]*”|„[^“]*“|\([^)]*\)|art\. \d+[а-я]/gi
    const strange = messagesOf('en').flatMap(([key, message]) => textsOf(message)
      .map((text) => text.replace(quoted, ''))
      .filter((text) => /[а-я]/i.test(text) && key !== 'ui_language_bg')
      .map((text) => `${key}: ${text}`))
    expect(strange).toEqual([])
  })
  test('use the quotation marks of their language', () => {
    const wrong = [...messagesOf('bg').map((each) => ['bg', ...each] as const), ...messagesOf('en').map((each) => ['en', ...each] as const)]
      // what is typed on a command line keeps the shell's own quotes
      .flatMap(([language, key, message]) => textsOf(message).map((text) => text.replace(/--[\w-]+ "[^"]*"/g, '')).filter((text) => /"/.test(text) || (language === 'bg' ? /”/.test(text) : /„/.test(text))).map((text) => `${language} ${key}: ${text}`))
    expect(wrong).toEqual([])
  })
  test('hold no message that no source asks for', () => {
    const sources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.parentPath.includes('kernel/words'))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')).join('\n')
    const asked = new Set<string>(sources.match(/\b(kernel|ui|web|people|evidence|participation|strategy)_\w+/g))
    // a key put together at run time names its beginning: `web_error_${code}`
    const beginnings = [...sources.matchAll(/\b((?:kernel|ui|web|people|evidence|participation|strategy)_\w*)\$\{/g)].map((found) => found[1] ?? '')
    // an act of the trail is said by its name: evidence.vintage.settle by evidence_act_vintage_settle
    for (const [, area, thing, act = ''] of sources.matchAll(/['`](people|evidence|participation|strategy)\.([a-z]+)\.(\$\{|[a-zA-Z]+)/g)) {
      const key = `${area}_act_${thing}_${act.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`
      if (act.startsWith('$')) beginnings.push(`${area}_act_${thing}_`)
      else asked.add(key)
    }
    const unused = messagesOf('bg').map(([key]) => key).filter((key) => !asked.has(key) && !beginnings.some((beginning) => key.startsWith(beginning)))
    expect(unused).toEqual([])
  })
  test('hold every notice that an act leads to: its key is a text, which no compiler checks', () => {
    const known = new Set(messagesOf('bg').map(([key]) => key))
    const asked = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) && !entry.parentPath.includes('kernel/words'))
      .flatMap((entry) => [...readFileSync(join(entry.parentPath, entry.name), 'utf8').matchAll(/'([a-z]+_notice_\w+)'/g)].map(([, key = '']) => key))
    expect(asked.length).toBeGreaterThan(5)
    expect([...new Set(asked)].filter((key) => !known.has(key))).toEqual([])
  })
})

describe('the check before compiling', () => {
  const pair = (bg: Record<string, unknown>, en: Record<string, unknown>): Locales => ({ bg: { ui: bg }, en: { ui: en } }) as Locales
  test.each([
    ['a key missing in one language', pair({ ui_a: 'А' }, {}), 'locales/en/ui.json: “ui_a” is missing.'],
    ['an empty text', pair({ ui_a: 'А' }, { ui_a: ' ' }), 'locales/en/ui.json: “ui_a” is empty.'],
    ['other inputs', pair({ ui_a: '{name}' }, { ui_a: '{title}' }), 'ui.json: “ui_a” has other inputs in each language (bg: name; en: title).'],
    ['a key of another file', pair({ web_a: 'А' }, { web_a: 'A' }), 'ui.json: “web_a” must begin with “ui_”.'],
    ['no message at all', pair({}, {}), 'locales/: not one message was found.'],
  ])('refuses %s', (_, given, sentence) => {
    expect(faultsOfWords(given)).toEqual([sentence])
  })
  test('counts the inputs of every variant, and not what a message makes itself', () => {
    const message = [{ declarations: ['input count', 'input name', 'local plural = count: plural'], selectors: ['plural'], match: { 'plural=one': '{count} дума', 'plural=*': '{count} думи' } }]
    expect([...inputsOf(message)].sort()).toEqual(['count', 'name'])
  })
})
