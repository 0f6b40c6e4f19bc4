// Compiles locales/ into typed functions in src/kernel/words, when a text has changed since the last time.
// Every file is put in place whole, so that a command running beside this one never meets half of it.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { home, inWords, Stop } from './home.ts'
import { compileProjectFiles, type ParaglideSettings } from './paraglide.ts'
import { countMessages, faultsOfWords, type LocaleFile, type Locales } from './words-check.ts'

const project = home('project.inlang')
const target = home('src/kernel/words')
const stamp = join(target, '.compiled-from')
/** Types beside the functions: the compiler's slowest part, and only the type check reads them. */
const declaredStamp = join(target, '.declared-from')
export type Wanted = 'functions' | 'functions and types'

const readSettings = (): ParaglideSettings => JSON.parse(readFileSync(join(project, 'settings.json'), 'utf8'))

export const readLocales = (): Locales => {
  const settings = readSettings()
  const patterns = settings['plugin.inlang.messageFormat'].pathPattern
  const inLocale = (locale: string) => patterns.map((pattern): [string, LocaleFile] => {
    const path = pattern.replace('{locale}', locale)
    return [path.replace(/^.*\/|\.json$/g, ''), readJson(home(path))]
  })
  return Object.fromEntries(settings.locales.map((locale) => [locale, Object.fromEntries(inLocale(locale))]))
}
const readJson = (file: string): LocaleFile => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (problem) {
    throw new Stop(`${file}: ${problem instanceof Error ? problem.message : problem}`, inWords({
      bg: 'Поправете файла: той трябва да е правилен JSON.', en: 'Correct the file: it must be valid JSON.',
    }))
  }
}

export const compileWords = async (wanted: Wanted): Promise<void> => {
  const locales = readLocales()
  const hash = createHash('sha256').update(JSON.stringify([readSettings(), locales])).digest('hex')
  const isMade = (file: string): boolean => existsSync(file) && readFileSync(file, 'utf8') === hash
  if (isMade(stamp) && (wanted === 'functions' || isMade(declaredStamp))) return

  const faults = faultsOfWords(locales)
  if (faults.length > 0) throw new Stop(`${faults.join('\n')}\n${inWords({
    bg: `Текстовете не са пълни: ${faults.length} грешки.`, en: `The words are not complete: ${faults.length} faults.` })}`, inWords({
    bg: 'Допълнете locales/bg и locales/en: всеки текст стои на двата езика, с едни и същи имена в скоби.',
    en: 'Complete locales/bg and locales/en: every text stands in both languages, with the same names in braces.',
  }))

  const aside = home('build', `words-${process.pid}`)
  try {
    for (const [name, content] of Object.entries(await compileProjectFiles(project, { settings: readSettings(), types: wanted === 'functions and types' ? 'yes' : 'no' }))) {
      mkdirSync(dirname(join(aside, name)), { recursive: true })
      writeFileSync(join(aside, name), content)
    }
    const compiled = await import(join(aside, 'messages/bg.js'))
    const written = countMessages(locales)
    if (Object.keys(compiled).length !== written) throw new Stop(
      `Paraglide compiled ${Object.keys(compiled).length} of ${written} messages.`,
      'Look at project.inlang/settings.json: the plugin must be found at the path it names.',
    )
    keepPluralRules(join(aside, 'registry.js'))
    putInPlace(aside)
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
  for (const made of wanted === 'functions' ? [stamp] : [stamp, declaredStamp]) {
    writeFileSync(`${made}.${process.pid}`, hash)
    renameSync(`${made}.${process.pid}`, made)
  }
}

/** Paraglide makes a new Intl.PluralRules for every number it says, which took an eighth of the time of a page with charts. */
const keepPluralRules = (file: string): void => {
  const text = readFileSync(file, 'utf8')
  const made = 'return new Intl.PluralRules(locale, options).select(Number(input))'
  if (!text.includes(made)) throw new Stop('Paraglide words plurals in another way than before.', 'Look at keepPluralRules in bin/steps/words.ts.', 70)
  writeFileSync(file, text.replace(made, `const key = options === undefined ? locale : locale + JSON.stringify(options)
	let rules = keptRules.get(key)
	if (rules === undefined) keptRules.set(key, rules = new Intl.PluralRules(locale, options))
	return rules.select(Number(input))`).replace('export function plural', '/** @type {Map<string, Intl.PluralRules>} */\nconst keptRules = new Map()\nexport function plural'))
}
const putInPlace = (aside: string): void => {
  for (const entry of readdirSync(aside, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const from = join(entry.parentPath, entry.name)
    const to = join(target, from.slice(aside.length))
    mkdirSync(dirname(to), { recursive: true })
    // renamed within one folder, so that it also holds where build/ lies on another disk
    writeFileSync(`${to}.${process.pid}`, readFileSync(from))
    renameSync(`${to}.${process.pid}`, to)
  }
}
