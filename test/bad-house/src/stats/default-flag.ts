// Sin: boolean-argument. A default does not make it readable.
export const cut = (value: number, up = true): number => (up ? value : -value)
