// Our drawings are coloured by the style sheet; outside a page there is none. Here the rules of charts.css are worked out and
// written onto each mark as attributes, so that Word, LibreOffice and Typst draw what the page draws. Knows only what our own
// drawings and rules use: classes, tags, `>`, `:is(…)` and custom properties; not a general style engine.

type Part = { readonly tag: string | null; readonly classes: readonly string[] }
type Step = { readonly part: Part; readonly how: 'inside' | 'child' }
type Rule = { readonly steps: readonly Step[]; readonly weight: number; readonly order: number; readonly sets: readonly (readonly [string, string])[] }
export type DrawingStyle = {
  readonly rules: readonly Rule[]
  readonly tokens: ReadonlyMap<string, string>
  /** marks met so far by tag and classes of all that they stand in: drawings repeat themselves */
  readonly met: Map<string, Mark>
}

const written = new Set(['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linejoin', 'stroke-linecap', 'opacity', 'text-anchor', 'font-weight', 'font-size', 'font-family', 'word-spacing'])

/** The style sheets' text → what drawings need of it. `css` is tokens and rules, one after another. */
export const readDrawingStyle = (css: string): DrawingStyle => {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/@media print \{[\s\S]*$/m, '')
  const tokens = new Map<string, string>()
  const rules: Rule[] = []
  for (const [, selectors = '', body = ''] of plain.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const sets = [...body.matchAll(/(--[\w-]+|[a-z-]+)\s*:\s*([^;]+)/g)].map(([, name = '', value = '']) => [name, value.trim()] as const)
    if (/:root/.test(selectors)) { for (const [name, value] of sets) if (name.startsWith('--') && !tokens.has(name)) tokens.set(name, value); continue }
    if (!/\.chart|\.p-emblem/.test(selectors)) continue
    for (const selector of splitSelectors(selectors)) {
      for (const plainSelector of expandIs(selector)) {
        if (plainSelector.includes(':') || plainSelector.startsWith('@')) continue
        const steps = toSteps(plainSelector)
        const wanted = sets.filter(([name]) => name.startsWith('--') || written.has(name))
        if (wanted.length > 0) rules.push({ steps, weight: steps.reduce((sum, { part }) => sum + part.classes.length * 10 + (part.tag === null ? 0 : 1), 0), order: rules.length, sets: wanted })
      }
    }
  }
  return { rules: rules.toSorted((a, b) => a.weight - b.weight || a.order - b.order), tokens, met: new Map() }
}
const splitSelectors = (text: string): readonly string[] => text.split(/,(?![^(]*\))/).map((one) => one.trim()).filter((one) => one !== '')
const expandIs = (selector: string): readonly string[] => {
  const found = /:is\(([^)]*)\)/.exec(selector)
  if (!found) return [selector]
  return (found[1] ?? '').split(',').flatMap((one) => expandIs(selector.replace(found[0], one.trim())))
}
const toSteps = (selector: string): readonly Step[] => {
  const steps: Step[] = []
  let how: Step['how'] = 'inside'
  for (const word of selector.split(/\s+/)) {
    if (word === '>') { how = 'child'; continue }
    const [tag = ''] = /^[a-z]*/.exec(word) ?? ['']
    steps.push({ part: { tag: tag === '' ? null : tag, classes: [...word.matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name) }, how })
    how = 'inside'
  }
  return steps
}

type Mark = { readonly key: string; readonly tag: string; readonly classes: ReadonlySet<string>; readonly vars: ReadonlyMap<string, string>; readonly looks: readonly (readonly [string, string])[] }
const fits = (part: Part, mark: Mark): boolean => (part.tag === null || part.tag === mark.tag) && part.classes.every((name) => mark.classes.has(name))
const matches = (rule: Rule, path: readonly Mark[]): boolean => {
  const last = rule.steps.at(-1), own = path.at(-1)
  return last !== undefined && own !== undefined && fits(last.part, own) && matchesAbove(rule.steps, rule.steps.length - 1, path, path.length - 1)
}
const matchesAbove = (steps: readonly Step[], step: number, path: readonly Mark[], at: number): boolean => {
  if (step === 0) return true
  const above = steps[step - 1] as Step
  if (steps[step]?.how === 'child') return at > 0 && fits(above.part, path[at - 1] as Mark) && matchesAbove(steps, step - 1, path, at - 1)
  for (let other = at - 1; other >= 0; other -= 1) if (fits(above.part, path[other] as Mark) && matchesAbove(steps, step - 1, path, other)) return true
  return false
}

/** One drawing of ours, coloured by attributes; links and hints are taken out, because a picture leads nowhere. */
export const toPlainSvg = (svg: string, style: DrawingStyle): string => {
  const path: Mark[] = []
  enter(path, style, { tag: 'figure', classes: 'chart chart-spark' })
  return svg
    .replace(/<(title|desc)\b[^>]*>[\s\S]*?<\/\1>/g, '').replace(/<\/?a\b[^>]*>/g, '')
    .replace(/<(\/?)([a-zA-Z]+)([^>]*?)(\/?)>/g, (_, closes: string, tag: string, attributes: string, empty: string) => {
      if (closes === '/') { path.pop(); return `</${tag}>` }
      const { looks } = enter(path, style, { tag, classes: / class="([^"]*)"/.exec(attributes)?.[1] ?? '' })
      if (empty === '/') path.pop()
      const kept = attributes.replace(/ (?:class|id|role|aria-[a-z]+|href|tabindex)="[^"]*"/g, '')
      let own = tag === 'svg' ? ' xmlns="http://www.w3.org/2000/svg"' : ''
      for (const [name, value] of looks) if (!kept.includes(` ${name}=`)) own += ` ${name}="${value}"`
      return `<${tag}${own}${kept}${empty}>`
    })
}
/** One step inward; what the rules make of a mark is worked out once for everything it stands in. */
const enter = (path: Mark[], style: DrawingStyle, { tag, classes }: { readonly tag: string; readonly classes: string }): Mark => {
  const above = path.at(-1)
  const key = `${above?.key ?? ''}>${tag}.${classes}`
  const there = style.met.get(key)
  if (there !== undefined) { path.push(there); return there }
  const bare: Mark = { key, tag, classes: new Set(classes.split(' ').filter((name) => name !== '')), vars: above?.vars ?? style.tokens, looks: [] }
  path.push(bare)
  const vars = varsOf(style, path, bare.vars)
  const looks = new Map<string, string>()
  for (const rule of style.rules) if (matches(rule, path)) for (const [name, value] of rule.sets) if (!name.startsWith('--')) looks.set(name, toAttribute(resolve(value, vars)).replace(/px$/, ''))
  const mark: Mark = { ...bare, vars, looks: [...looks] }
  path[path.length - 1] = mark
  style.met.set(key, mark)
  return mark
}
const varsOf = (style: DrawingStyle, path: readonly Mark[], above: ReadonlyMap<string, string>): ReadonlyMap<string, string> => {
  let own: Map<string, string> | null = null
  for (const rule of style.rules) {
    if (!rule.sets.some(([name]) => name.startsWith('--')) || !matches(rule, path)) continue
    own ??= new Map(above)
    for (const [name, value] of rule.sets) if (name.startsWith('--')) own.set(name, value)
  }
  return own ?? above
}
const resolve = (value: string, vars: ReadonlyMap<string, string>, depth = 0): string =>
  depth > 8 ? value : value.replace(/var\((--[\w-]+)\)/g, (whole, name: string) => { const found = vars.get(name); return found === undefined ? whole : resolve(found, vars, depth + 1) })
const toAttribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
