// «Show password»: a button beside the field, for who types on a phone. Without script the field works as it is.
class Reveal extends HTMLElement {
  connectedCallback(): void {
    const input = this.querySelector('input')
    if (input === null || this.querySelector('button') !== null) return
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'ds-button'
    button.dataset.variant = 'tertiary'
    button.setAttribute('aria-controls', input.id)
    const show = (visible: boolean): void => {
      input.type = visible ? 'text' : 'password'
      button.textContent = (visible ? this.dataset.hide : this.dataset.show) ?? ''
    }
    button.addEventListener('click', () => show(input.type === 'password'))
    // What is sent is a password again, so that no browser offers it as a remembered text.
    input.form?.addEventListener('submit', () => show(false))
    show(false)
    this.append(button)
  }
}
customElements.define('p-reveal', Reveal)
