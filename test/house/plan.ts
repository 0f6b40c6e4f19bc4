// The plan of the house as tables: floors, rooms, topics, the eight names, and who may use which package.
// ARCHITECTURE.md says why. A new topic is one word here; a new area or a ninth name needs a decision record.

/** From the ground up. Boxes on one floor do not see each other. */
export const floors = [
  ['kernel'],
  ['store', 'sources', 'stats', 'ui'],
  ['people'],
  ['evidence'],
  ['participation'],
  ['strategy'],
  ['monitoring', 'investment', 'capacity'],
  ['doors'],
] as const
export type Room = (typeof floors)[number][number]

/** Area → its topics. Topics of one area may see each other, without a circle. */
export const topics: Readonly<Record<string, readonly string[]>> = {
  people: ['accounts', 'organisations', 'contacts', 'settings', 'roles', 'privacy'],
  evidence: ['regions', 'datasets', 'indicators', 'tables', 'counts', 'comparisons', 'open-data', 'analyses', 'figures', 'assets', 'peers', 'indices', 'specialisation', 'benchmarks', 'trends'],
  participation: ['news', 'subscriptions', 'stakeholders', 'processes', 'proposals', 'moderation', 'grouping', 'answers', 'texts', 'consultations', 'reply-reports', 'correspondence', 'intake', 'events', 'surveys', 'conversations', 'priorities'],
  strategy: ['findings', 'objectives', 'measures', 'budget', 'targets', 'documents', 'recommendations'],
  monitoring: ['progress', 'reports', 'dashboards'],
  investment: ['sectors', 'sites', 'incentives', 'projects', 'partners', 'opportunities', 'enquiries', 'matches', 'promotion'],
  capacity: ['frameworks', 'instruments', 'assessments', 'plans', 'courses', 'sessions', 'credentials', 'evaluations'],
}
export const doors = ['web', 'cli', 'mail', 'clock'] as const

export type Kind = 'tables' | 'rules' | 'read' | 'write' | 'forms' | 'views' | 'pages' | 'commands'
type KindPlan = {
  /** what it sees of its own topic */
  readonly own: readonly Kind[]
  readonly tools: readonly Room[]
  readonly packages: readonly string[]
}
export const kinds: Readonly<Record<Kind, KindPlan>> = {
  tables: { own: [], tools: ['kernel'], packages: ['kysely'] },
  rules: { own: [], tools: ['kernel', 'stats'], packages: ['diff'] },
  read: { own: ['tables', 'rules'], tools: ['kernel', 'stats', 'store'], packages: ['kysely', 'node:crypto'] },
  write: { own: ['tables', 'rules', 'read'], tools: ['kernel', 'stats', 'store'], packages: ['kysely', 'node:crypto'] },
  forms: { own: ['rules'], tools: ['kernel'], packages: ['zod'] },
  views: { own: ['rules', 'forms'], tools: ['kernel', 'ui'], packages: ['hono/jsx'] },
  pages: { own: ['rules', 'read', 'write', 'forms', 'views'], tools: ['kernel', 'ui', 'store'], packages: [] },
  commands: { own: ['rules', 'read', 'write', 'forms'], tools: ['kernel', 'stats', 'sources', 'store'], packages: ['node:*'] },
}
/** What a topic shows its neighbours and later areas. */
export const shown: readonly Kind[] = ['rules', 'read', 'write', 'views']
/** What a door may take of a topic. */
export const doorTakes: Readonly<Record<string, readonly Kind[]>> = {
  web: ['pages', 'commands', 'read', 'views', 'rules'],
  cli: ['commands'],
  mail: ['commands'],
  clock: ['commands'],
}
export const pureKinds: readonly Kind[] = ['rules', 'forms', 'views']
/** Islands run in the browser: they may await and ask for the time. */
export const isPureRoom = (file: string): boolean => /^src\/(kernel|stats|ui)\//.test(file) && !file.startsWith('src/ui/islands/')
/** Packages that write files give their bytes late; what is written still depends on nothing but the document. */
export const mayWait = (file: string): boolean => file.startsWith('src/ui/documents/')

/** Room (areas: by kind, above) → packages; `x` also means `x/…`, `node:*` every module of Node. */
export const packages: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  stats: ['ml-matrix', 'quadprog', 'd3-array', 'simple-statistics'],
  'stats/compute': ['zod'],
  ui: ['hono/jsx', 'hono/html', 'd3-scale', 'd3-shape', 'd3-geo', 'topojson-client', 'markdown-it'],
  'ui/documents': ['docx', 'exceljs', 'jszip', '@myriaddreamin/typst-ts-node-compiler'],
  'ui/islands': ['@digdir/designsystemet-web'],
  sources: ['node:*', 'imapflow', 'mailparser', 'smtp-server', 'nodemailer', 'exceljs', 'mammoth', 'sanitize-html'],
  store: ['node:*', 'pg', 'kysely', 'graphile-worker', 'piscina'],
  doors: ['node:*', 'hono', '@hono/node-server', 'graphile-worker'],
}
/** Packages that one topic alone may use, on top of its kinds'. */
export const topicPackages: Readonly<Record<string, readonly string[]>> = {
  'people/accounts': ['better-auth'],
  'capacity/credentials': ['jose'],
}

export const longest = 400
export const vagueNames: readonly string[] = ['utils', 'util', 'helpers', 'helper', 'common', 'manager', 'data', 'misc', 'shared', 'lib', 'types', 'constants']

export type Rule =
  | 'upward-arrow' | 'sideways-arrow' | 'hidden-neighbour' | 'wrong-order' | 'wrong-tool' | 'door-reach' | 'wrong-package'
  | 'type-import' | 'unresolved' | 'file-circle' | 'topic-circle' | 'unknown-name' | 'unknown-topic' | 'unknown-room' | 'impure'
  | 'too-long' | 'reaches-jsx' | 'loose-path' | 'test-in-product' | 'boolean-argument' | 'todo-without-issue' | 'default-export'
  | 'barrel' | 'vague-name' | 'not-kebab' | 'no-opening' | 'vague-verb'
export type Sin = { readonly file: string; readonly line: number; readonly rule: Rule; readonly says: string }
