// The activities of each set of figures: the finest division that the source gives here, and which sections of the classification they hold.
// Names come from the catalogue of indicators; only the keys are known here.

/** jobs and value: ten groups by district · staff: divisions by region (NUTS 2). */
export const setNames = ['jobs', 'value', 'staff'] as const
export type SetName = (typeof setNames)[number]
export const isSetName = (text: string): text is SetName => (setNames as readonly string[]).includes(text)

/** A group of activities and the parts it may be given in; the parts together are the group. */
export type Branch = { readonly whole: string; readonly parts: readonly string[] }
const ten: readonly Branch[] = [
  { whole: 'a', parts: [] }, { whole: 'be', parts: ['c', 'rest'] }, { whole: 'f', parts: [] }, { whole: 'gj', parts: ['gi', 'j'] },
  { whole: 'kn', parts: ['k', 'l', 'mn'] }, { whole: 'ou', parts: ['oq', 'ru'] },
]
const divisions = `b05 b06 b07 b08 c10 c11 c12 c13 c14 c15 c16 c17 c18 c19 c20 c21 c22 c23 c24 c25 c26 c27 c28 c29 c30 c31 c32 c33 d35 e36 e37 e38 f41 f42 f43 g45 g46 g47
  h49 h50 h51 h52 h53 i55 i56 j58 j59 j60 j61 j62 j63 l68 m69 m70 m71 m72 m73 m74 n77 n78 n79 n80 n81 n82`.split(/\s+/)

export type SetOf = {
  readonly name: SetName
  readonly dataset: string
  readonly prefix: string
  /** the shown indicator that says how figures come */
  readonly total: string
  readonly level: 'nuts3' | 'nuts2'
  readonly branches: readonly Branch[]
  /** people in one unit of the figures; null: money, of which no chance of counting is told */
  readonly people: number | null
}
export const sets: readonly SetOf[] = [
  { name: 'jobs', dataset: 'nama_10r_3empers', prefix: 'spec.jobs', total: 'ctx.jobs', level: 'nuts3', branches: ten, people: 1000 },
  { name: 'value', dataset: 'nama_10r_3gva', prefix: 'spec.gva', total: 'ctx.gva', level: 'nuts3', branches: ten, people: null },
  { name: 'staff', dataset: 'sbs_r_nuts2021', prefix: 'spec.staff', total: 'ent.sector.staff', level: 'nuts2', branches: divisions.map((whole) => ({ whole, parts: [] })), people: 1 },
]
export const keyOf = (set: SetOf, id: string): string => `${set.prefix}.${id}`
export const idsOf = (set: SetOf): readonly string[] => set.branches.flatMap(({ whole, parts }) => [whole, ...parts])

/** The parts where all of them are there, else the whole, else nothing of the branch. Worked: of B–E with C and the rest both there → C and the rest. */
export const chooseActivities = (branches: readonly Branch[], isThere: (id: string) => boolean): readonly { readonly id: string; readonly group: string }[] =>
  branches.flatMap(({ whole, parts }) => {
    if (parts.length > 0 && parts.every(isThere)) return parts.map((id) => ({ id, group: whole }))
    return isThere(whole) ? [{ id: whole, group: whole }] : []
  })

const sectionsOfGroup: Readonly<Record<string, string>> = {
  a: 'a', be: 'bcde', c: 'c', rest: 'bde', f: 'f', gj: 'ghij', gi: 'ghi', j: 'j', kn: 'klmn', k: 'k', l: 'l', mn: 'mn', ou: 'opqrs', oq: 'opq', ru: 'rs',
}
export const sections = 'abcdefghijklmnopqrs'.split('')
/** Sections of the classification (A–S) that an activity holds or lies in; a division has the one its key begins with. */
export const sectionsOf = (set: SetName, id: string): readonly string[] => (set === 'staff' ? [id.charAt(0)] : (sectionsOfGroup[id] ?? '').split(''))
/** As the classification writes it: „B–E“, „C 25“. */
export const codeOf = (id: string): string =>
  ({ be: 'B–E', rest: 'B, D, E', gj: 'G–J', gi: 'G–I', kn: 'K–N', mn: 'M, N', ou: 'O–U', oq: 'O–Q', ru: 'R–U' })[id] ?? `${id.charAt(0).toUpperCase()}${id.length > 1 ? ` ${id.slice(1)}` : ''}`
