// The small rules of one file: purity, length, names, openings, comments, boolean arguments. README.md shows wrong and right.
import type { Node } from 'oxc-parser'
import { isPureRoom, longest, mayWait, pureKinds, type Rule, type Sin, vagueNames } from './plan.ts'
import type { File, House } from './read-house.ts'

export const sinsOfHabits = (house: House): readonly Sin[] => [...house.files.values()].flatMap((file) => {
  const sins: Sin[] = []
  const add = (rule: Rule, offset: number, says: string) => { sins.push({ file: file.path, line: file.lineOf(offset), rule, says }) }
  ofNames(file, add)
  ofComments(file, add)
  if (file.lines > longest) add('too-long', file.text.length, `${file.lines} lines; a file has at most ${longest}: divide it by what it is about`)
  if (file.place.test) return sins
  ofExports(file, add)
  ofArguments(file, add)
  const pure = isPureRoom(file.path) || (file.place.kind !== null && pureKinds.includes(file.place.kind))
  if (pure) ofPurity(file, add)
  return sins
})
type Add = (rule: Rule, offset: number, says: string) => void

const ofNames = ({ path }: File, add: Add): void => {
  for (const part of path.split('/').slice(1)) {
    const word = part.replace(/\..*$/, '')
    if (vagueNames.includes(word)) add('vague-name', 0, `“${word}” says nothing of what is inside`)
    if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*$/.test(part)) add('not-kebab', 0, `“${part}” is not kebab-case`)
  }
}

const ofComments = ({ text, comments, place }: File, add: Add): void => {
  if (!place.test && !/^(#!.*\n)?\/[/*]/.test(text)) add('no-opening', 0, 'begins without a line on what this file is, and what it is not')
  for (const { value, start } of comments) {
    const marked = /\b(TODO|FIXME|XXX|HACK)\b/.exec(value)
    if (marked && !/@TODO\(#\d+\)/.test(value)) add('todo-without-issue', start, `${marked[1]} names no issue; write @TODO(#123)`)
  }
}

const ofExports = ({ body, place, path }: File, add: Add): void => {
  for (const statement of body) if (statement.type === 'ExportDefaultDeclaration') add('default-export', statement.start, 'exports are named')
  const passesOn = (node: Node): boolean => node.type === 'ExportAllDeclaration' || (node.type === 'ExportNamedDeclaration' && node.source !== null)
  if (body.length > 0 && body.every(passesOn)) add('barrel', 0, 'only passes on what others export; import from where it is made')
  if (place.kind !== 'write') return
  for (const found of path.startsWith('src/areas/') ? body : []) {
    if (found.type !== 'ExportNamedDeclaration' || found.declaration?.type !== 'VariableDeclaration') continue
    for (const { id } of found.declaration.declarations)
      if (id.type === 'Identifier' && /^(update|process|handle)([A-Z]|$)/.test(id.name)) add('vague-verb', id.start, `${id.name}: an act has the domain's verb (submit, withdraw, accept, publish, close)`)
  }
}

const isBoolean = (parameter: Node): boolean => {
  if (parameter.type === 'AssignmentPattern') return isBoolean(parameter.left) || (parameter.right.type === 'Literal' && typeof parameter.right.value === 'boolean')
  if (parameter.type !== 'Identifier') return false
  const type = parameter.typeAnnotation?.typeAnnotation
  return type?.type === 'TSBooleanKeyword' || (type?.type === 'TSUnionType' && type.types.some((each) => each.type === 'TSBooleanKeyword'))
}
const ofArguments = (file: File, add: Add): void => {
  const look = (node: { readonly params: readonly Node[] }): void => {
    for (const parameter of node.params) if (isBoolean(parameter)) add('boolean-argument', parameter.start, 'a call with `true` cannot be read; take a word or a named object')
  }
  file.visit({ ArrowFunctionExpression: look, FunctionDeclaration: look, FunctionExpression: look, TSFunctionType: look, TSMethodSignature: look })
}

const ofPurity = (file: File, add: Add): void => {
  const impure = (offset: number, what: string) => add('impure', offset, `${what} in a pure file: take it as a value`)
  const isName = (node: Node, name: string): boolean => node.type === 'Identifier' && node.name === name
  file.visit({
    AwaitExpression: (node) => { if (!mayWait(file.path)) impure(node.start, 'await') },
    ForOfStatement: (node) => { if (node.await) impure(node.start, 'for await') },
    NewExpression: (node) => { if (isName(node.callee, 'Date') && node.arguments.length === 0) impure(node.start, 'new Date()') },
    CallExpression: (node) => {
      if (isName(node.callee, 'fetch')) impure(node.start, 'fetch')
      if (isName(node.callee, 'Date')) impure(node.start, 'Date()')
    },
    MemberExpression: (node) => {
      const property = node.property.type === 'Identifier' ? node.property.name : ''
      if (isName(node.object, 'process')) impure(node.start, 'process')
      if (isName(node.object, 'Date') && property === 'now') impure(node.start, 'Date.now')
      if (isName(node.object, 'Math') && property === 'random') impure(node.start, 'Math.random')
    },
  })
}
