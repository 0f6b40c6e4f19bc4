// The catalogue of parts as a page: every example under its heading, with an address of its own.
import type { Screen } from '#kernel/answer.ts'
import type { Language } from '#kernel/language.ts'
import { speak } from '#kernel/speak.ts'
import { type ExampleGroup, exampleGroups } from './examples.ts'
import type { PartExamples } from './parts/example.ts'
import { PageHeading, Section } from './parts/layout.tsx'

const groupName = (group: ExampleGroup['key'], language: Language): string => {
  const say = speak(language)
  return {
    figures: say.ui_catalogue_figures, charts: say.ui_catalogue_charts, finding: say.ui_catalogue_finding,
    telling: say.ui_catalogue_telling, asking: say.ui_catalogue_asking,
  }[group]()
}

const Contents = ({ language }: { readonly language: Language }) => (
  <nav class="p-contents" aria-label={speak(language).ui_catalogue_contents()}>
    {exampleGroups.filter((group) => group.parts.length > 0).map((group) => (
      <div>
        <p><a href={`#${group.key}`}>{groupName(group.key, language)}</a></p>
        <ul>{group.parts.map((part) => <li><a href={`#${part.part}`}>{part.title[language]}</a></li>)}</ul>
      </div>
    ))}
  </nav>
)

const Part = ({ language, part }: { readonly language: Language; readonly part: PartExamples }) => (
  <article class="p-catalogue-part" id={part.part}>
    <header>
      <h3>{part.title[language]}</h3>
      <p class="p-note">{part.says[language]}</p>
      <p class="p-note"><code>{part.part}</code></p>
    </header>
    <div>
      {part.examples.map((example) => (
        <figure class="p-example" id={`${part.part}-${example.key}`}>
          <figcaption class="p-note">{example.says[language]}</figcaption>
          {example.draw(language)}
        </figure>
      ))}
    </div>
  </article>
)

export const catalogueScreen = ({ language }: { readonly language: Language }): Screen => {
  const say = speak(language)
  return {
    kind: 'screen',
    title: say.ui_catalogue_title(),
    says: say.ui_catalogue_says(),
    crumbs: [],
    islands: ['reveal'],
    body: (
      <>
        <PageHeading title={say.ui_catalogue_heading()} lead={say.ui_catalogue_says()} />
        <Contents language={language} />
        {exampleGroups.filter((group) => group.parts.length > 0).map((group) => (
          <Section id={group.key} title={groupName(group.key, language)}>
            {group.parts.map((part) => <Part language={language} part={part} />)}
          </Section>
        ))}
      </>
    ),
  }
}
