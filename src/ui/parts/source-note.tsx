// Where a number comes from: source, vintage, licence, what is the matter with it. Stands under every figure and table.
import type { Child } from 'hono/jsx'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { toSafeHref } from '../address.ts'

type Source = {
  readonly language: Language
  readonly name: string
  readonly address?: string | undefined
  /** „издание от 12.11.2026 г.“ */
  readonly vintage?: string | undefined
  readonly licence?: string | undefined
  readonly notes?: readonly string[]
  /** table, CSV, JSON */
  readonly links?: Child
}

export const SourceNote = ({ language, name, address, vintage, licence, notes, links }: Source) => {
  const href = address === undefined ? undefined : toSafeHref(address)
  return (
    <div class="p-source">
      {(notes ?? []).map((note) => <p>{note}</p>)}
      <p>
        {speak(language).ui_source()}: {href === undefined ? name : <a class="ds-link" href={href}>{name}</a>}
        {vintage === undefined ? null : <>, {vintage}</>}
        {licence === undefined ? null : <>, {licence}</>}
      </p>
      {links === undefined ? null : <p>{links}</p>}
    </div>
  )
}
