// Paraglide's compiler, handed the messages as its own plugin reads them. Its usual way first writes every message into an
// SQLite database in WebAssembly and reads it back, which takes most of its time; what comes out is the same to the byte.
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { home } from './home.ts'

export type ParaglideSettings = {
  readonly locales: readonly string[]
  readonly modules: readonly string[]
  readonly 'plugin.inlang.messageFormat': { readonly pathPattern: readonly string[] }
}
type Imported = {
  readonly bundles: readonly { readonly id: string; readonly declarations: unknown }[]
  readonly messages: readonly { readonly bundleId: string; readonly locale: string; readonly selectors: unknown }[]
  readonly variants: readonly { readonly messageBundleId: string; readonly messageLocale: string; readonly matches: unknown; readonly pattern: unknown }[]
}
type ImportFiles = (from: { readonly files: readonly { readonly locale: string; readonly path: string; readonly content: Uint8Array }[]; readonly settings: unknown }) => Promise<Imported>

/** File name → content. */
export const compileProjectFiles = async (project: string, how: { readonly settings: ParaglideSettings; readonly types: 'yes' | 'no' }): Promise<Readonly<Record<string, string>>> => {
  const { settings } = how
  const [{ compileProject }, messages] = await Promise.all([import('@inlang/paraglide-js'), readMessages(settings)])
  return compileProject({
    // The compiler asks its project for the settings and, once, for all messages.
    project: { settings: { get: async () => settings }, db: { selectFrom: () => ({ select: () => ({ execute: async () => messages }) }) } } as never,
    projectPath: project,
    compilerOptions: { emitTsDeclarations: how.types === 'yes', outputStructure: 'locale-modules', emitReadme: false, emitGitIgnore: false, emitPrettierIgnore: false },
  })
}

const readMessages = async (settings: ParaglideSettings): Promise<readonly unknown[]> => {
  const [plugin = ''] = settings.modules
  const { default: { importFiles } } = await import(pathToFileURL(home(plugin)).href) as { default: { importFiles: ImportFiles } }
  const files = settings.locales.flatMap((locale) => settings['plugin.inlang.messageFormat'].pathPattern.map((pattern) => {
    const path = pattern.replace('{locale}', locale)
    return { locale, path, content: readFileSync(home(path)) }
  }))
  const { bundles, messages, variants } = await importFiles({ files, settings })
  const variantsOf = Map.groupBy(variants, (variant) => `${variant.messageBundleId} ${variant.messageLocale}`)
  const messagesOf = Map.groupBy(messages, (message) => message.bundleId)
  return bundles.map((bundle) => ({
    ...bundle,
    messages: (messagesOf.get(bundle.id) ?? []).map((message) => {
      const id = `${message.bundleId} ${message.locale}`
      return { ...message, id, variants: (variantsOf.get(id) ?? []).map((variant) => ({ ...variant, id, messageId: id })) }
    }),
  }))
}
