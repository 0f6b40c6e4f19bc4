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
    const turn = (kind: 'text' | 'password'): void => {
      input.type = kind
      button.textContent = (kind === 'text' ? this.dataset.hide : this.dataset.show) ?? ''
    }
    button.addEventListener('click', () => turn(input.type === 'password' ? 'text' : 'password'))
    // What is sent is a password again, so that no browser offers it as a remembered text.
    input.form?.addEventListener('submit', () => turn('password'))
    turn('password')
    this.append(button)
  }
}
customElements.define('p-reveal', Reveal)
