// Narrows a long list while one types: <p-filter data-list="id-of-list" data-label="…" data-none="…">. Lists are complete without it.
const plain = (text: string): string => text.toLocaleLowerCase('bg').normalize('NFC')

class Filter extends HTMLElement {
  connectedCallback(): void {
    const list = document.getElementById(this.dataset.list ?? '')
    if (list === null || this.querySelector('input') !== null) return
    const rows = [...(list.tagName === 'TABLE' ? list.querySelectorAll<HTMLElement>('tbody > tr') : (list.children as HTMLCollectionOf<HTMLElement>))]
    const texts = rows.map((row) => plain(row.textContent ?? ''))
    const input = document.createElement('input')
    const label = document.createElement('label')
    const count = document.createElement('p')
    label.className = 'ds-label'
    label.textContent = this.dataset.label ?? ''
    label.htmlFor = input.id = `${list.id}-filter`
    input.className = 'ds-input'
    input.type = 'search'
    input.autocomplete = 'off'
    count.className = 'p-note'
    count.setAttribute('role', 'status')
    input.addEventListener('input', () => {
      const words = plain(input.value).split(/\s+/).filter((word) => word !== '')
      let shown = 0
      rows.forEach((row, index) => {
        row.hidden = !words.every((word) => texts[index]?.includes(word))
        if (!row.hidden) shown += 1
      })
      count.textContent = words.length === 0 ? '' : shown === 0 ? (this.dataset.none ?? '') : `${shown} / ${rows.length}`
    })
    this.append(label, input, count)
  }
}
customElements.define('p-filter', Filter)
