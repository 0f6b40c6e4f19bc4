// Sin: impure. fetch in a file of pure values.
export const at = () => fetch('https://example.org')
