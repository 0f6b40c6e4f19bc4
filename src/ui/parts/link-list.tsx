// A list of links, each with a line about where it leads. Where one goes next, or what belongs to this page.
export type ListedLink = {
  readonly name: string
  readonly href: string
  readonly says?: string | undefined
  /** format and size of a file: „CSV, 14 KB“ */
  readonly note?: string | undefined
}

export const LinkList = ({ links }: { readonly links: readonly ListedLink[] }) => (
  <ul class="p-links">
    {links.map((link) => (
      <li>
        <a class="ds-link" href={link.href}>{link.name}</a>
        {link.note === undefined ? null : <span class="p-note"> ({link.note})</span>}
        {link.says === undefined ? null : <p class="p-note">{link.says}</p>}
      </li>
    ))}
  </ul>
)
