// On a phone a long page opens with its first section unfolded; a link into another unfolds it, and paper gets them all.
// Without script every section stands open.
const narrow = matchMedia('(max-width: 44rem)')
const folds = [...document.querySelectorAll<HTMLDetailsElement>('details.p-fold')]
const unfold = (hash: string): void => {
  const fold = hash === '' ? null : document.getElementById(decodeURIComponent(hash.slice(1)))?.closest<HTMLDetailsElement>('details.p-fold')
  if (!fold || fold.open) return
  fold.open = true
  fold.scrollIntoView()
}
const layOut = (): void => { folds.forEach((fold, at) => { fold.open = !narrow.matches || at === 0 }) }
layOut()
unfold(location.hash)
narrow.addEventListener('change', layOut)
addEventListener('hashchange', () => unfold(location.hash))
addEventListener('beforeprint', () => { for (const fold of folds) fold.open = true })
// The same link a second time changes no address.
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null
  if (link) unfold(link.getAttribute('href') ?? '')
})
