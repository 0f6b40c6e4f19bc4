// Keeps what stands in a form while one types, under one's own account: <output class="p-keep" data-form="id" data-says="… %" data-fails="…">.
// It presses the form's own button „keep“ unseen; without script the button is pressed by hand.
const pause = 2500
for (const said of document.querySelectorAll<HTMLOutputElement>('output.p-keep')) {
  const form = document.getElementById(said.dataset.form ?? '')
  if (!(form instanceof HTMLFormElement)) continue
  let waiting: ReturnType<typeof setTimeout> | undefined
  let isLeaving = false
  const keep = async (): Promise<void> => {
    clearTimeout(waiting)
    waiting = undefined
    const fields = new FormData(form)
    fields.set('does', 'keep')
    const body = new URLSearchParams([...fields].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
    const answer = await fetch(form.action, { method: 'POST', body, keepalive: true }).then(async (given) => { await given.arrayBuffer(); return given }).catch(() => null)
    said.textContent = answer?.ok === true ? (said.dataset.says ?? '').replace('%', new Date().toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' })) : (said.dataset.fails ?? '')
  }
  form.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(() => void keep(), pause)
  })
  form.addEventListener('submit', () => { isLeaving = true; clearTimeout(waiting) })
  addEventListener('pagehide', () => { if (waiting !== undefined && !isLeaving) void keep() })
}
