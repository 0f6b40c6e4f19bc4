// Views of one subject side by side. Links with addresses of their own: they work without script and can be sent.
export type Tab = { readonly name: string; readonly href: string; readonly count?: string | undefined }

export const Tabs = ({ label, tabs, current }: { readonly label: string; readonly tabs: readonly Tab[]; readonly current: string }) => (
  <nav class="p-tabs" aria-label={label}>
    <ul>
      {tabs.map((tab) => (
        <li>
          <a class="p-tab" href={tab.href} aria-current={tab.href === current ? 'page' : undefined}>
            {tab.name}
            {tab.count === undefined ? null : <span class="p-tab-count"> {tab.count}</span>}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
