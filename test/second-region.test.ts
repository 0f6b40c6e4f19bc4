// A second region: its pack is made by one command from the figures at hand, the product serves it, and no page of it speaks
// of the first one but where regions stand side by side (tables, figures, choices). Nothing under src/ changes for it.
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'
import { startApp } from './browser/app.ts'
import { parseHomeRegion } from '#kernel/home.ts'
import { root } from './pack.ts'

const folder = mkdtempSync(join(tmpdir(), 'posoka-region-'))
const pack = join(folder, 'BG341')
const make = (...words: string[]) => promisify(execFile)(process.execPath, [join(root, 'bin/bootstrap.js'), 'region', 'new', ...words], {
  env: { ...process.env, POSOKA_LANGUAGE: 'en', POSOKA_DATA: join(folder, 'data') },
})
const made = await make('BG341', '--into', pack)
const app = await startApp({ environment: { POSOKA_REGION: pack } })
afterAll(async () => {
  await app.stop()
  rmSync(folder, { recursive: true, force: true })
})

const first = /Стара\s+Загора|старозагорск|Stara\s+Zagora|BG344|\bSZR/i
/** Where regions stand beside each other: figures with their tables, choices, and links to a choice of many. */
const sideBySide = /<(figure|table|fieldset|select|datalist)\b[\s\S]*?<\/\1>/g
const alone = (html: string): string => {
  let text = html
  for (let before = ''; before !== text;) [before, text] = [text, text.replace(sideBySide, '')]
  return text.replace(/\?[a-z0-9]+=[^"]*"/g, '"').replace(/<[^>]+>/g, (tag) => (/^<(a|meta|link|img)\b/.test(tag) ? ` ${tag} ` : ' ')).replace(/&nbsp;/g, ' ')
}
/** The whole pages of a language, followed by their links. The own page of another region is a comparison by itself. */
const walk = async (language: 'bg' | 'en'): Promise<ReadonlyMap<string, string>> => {
  const pages = new Map<string, string>()
  const queue = [`/${language}`, `/${language}/project`, `/${language}/catalogue`]
  const seen = new Set(queue)
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const answer = await fetch(app.address + path, { headers: { accept: 'text/html' }, redirect: 'manual' })
    const text = await answer.text()
    if (!answer.headers.get('content-type')?.startsWith('text/html')) continue
    expect(answer.status, path).toBe(200)
    pages.set(path, text)
    for (const [, href = ''] of text.matchAll(/<a\s[^>]*?href="([^"?#]*)/g)) {
      const other = /\/regions\/([A-Z]{2,3}\d+)/.exec(href)?.[1]
      const isOwn = other === undefined || other === 'BG341' || other.startsWith('BGS')
      if (!href.startsWith(`/${language}`) || seen.has(href) || !isOwn || /\/sign-in/.test(href)) continue
      seen.add(href)
      queue.push(href)
    }
  }
  return pages
}

describe('the district of Burgas, served from a pack made by one command', () => {
  test('starts, and says which pack it has loaded', () => expect(app.log()).toContain('The starter pack of BG341'))

  test.each(['bg', 'en'] as const)('no page in %s names the first region but beside others', async (language) => {
    const pages = await walk(language)
    expect(pages.size).toBeGreaterThan(100)
    const naming = [...pages].flatMap(([path, html]) => {
      const text = alone(html)
      const found = first.exec(text)
      return found ? [`${path}: …${text.slice(Math.max(0, found.index - 90), found.index + 60).replace(/\s+/g, ' ')}…`] : []
    })
    expect(naming.slice(0, 10)).toEqual([])
    expect(alone(pages.get(`/${language}`) ?? '')).toContain({ bg: 'Бургас', en: 'Burgas' }[language])
  }, 300_000)

  test('its profile as a document is about it, and feeds and programs get its own name', async () => {
    for (const path of ['/en/evidence', '/bg/evidence']) {
      const html = await (await fetch(app.address + path)).text()
      for (const [, href = ''] of html.matchAll(/href="([^"]*\.(?:docx|xlsx|xml|json)[^"]*)"/g)) {
        const answer = await fetch(new URL(href.replaceAll('&amp;', '&'), app.address))
        expect(answer.status, href).toBe(200)
        expect(answer.headers.get('content-disposition') ?? '', href).not.toMatch(/stara|szr|bg344/i)
      }
    }
    expect(first.test(await (await fetch(`${app.address}/robots.txt`)).text())).toBe(false)
  }, 120_000)

  test('says that no project is described, and does not lead to it', async () => {
    expect(await (await fetch(`${app.address}/bg/project`)).text()).toContain('За тази област още не е описан проект.')
    expect(await (await fetch(`${app.address}/bg`)).text()).not.toContain('href="/bg/project"')
  })

  test('shows its own municipalities', async () => {
    const html = await (await fetch(`${app.address}/bg/evidence/regions/BGS15`)).text()
    expect(html).toContain('Несебър')
  })
})

test('neither the words nor the catalogue know the first region: its pack does', () => {
  const files = ['locales', 'catalogue'].flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  expect(files.length).toBeGreaterThan(15)
  expect(files.filter((file) => first.test(readFileSync(file, 'utf8')))).toEqual([])
})

describe('posoka region new', { timeout: 60_000 }, () => {
  test('names the files to look through, and how to serve the pack', () => {
    expect(made.stdout).toContain('Municipalities: 13')
    expect(made.stdout).toContain(`POSOKA_REGION=${pack}`)
    const home = parseHomeRegion(readFileSync(join(pack, 'region.json'), 'utf8'))
    expect(home.names.inNuts2.bg).toBe('в Югоизточния район')
    expect(home.municipalities).toHaveLength(13)
  })
  test('makes the district around the capital too, without calling it a district twice', async () => {
    await make('BG412', '--into', join(folder, 'BG412'))
    const { names } = parseHomeRegion(readFileSync(join(folder, 'BG412/region.json'), 'utf8'))
    expect(names.in).toEqual({ bg: 'в София (област)', en: 'in Sofia (district)' })
    expect(names.ofNuts2.bg).toBe('стойност за Югозападния район')
  })
  test.each([
    ['BG999', 3, 'There is no region BG999'], ['BG34', 1, 'region of the level NUTS 2'], ['BGS04', 1, 'region of the level municipality'],
    ['RO111', 1, 'not in BG'], ['../x', 3, 'There is no region'], ['', 3, 'There is no region'],
  ] as const)('refuses "%s" with a sentence', async (code, exit, sentence) => {
    await expect(make(code, '--into', join(folder, 'refused'))).rejects.toMatchObject({ code: exit, stderr: expect.stringContaining(sentence) })
  })
  test('leaves a folder that is there as it is', async () => {
    await expect(make('BG342', '--into', pack)).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('is there already') })
    expect(parseHomeRegion(readFileSync(join(pack, 'region.json'), 'utf8')).code).toBe('BG341')
  })
})
