// Sin: boolean-argument. `round(1.5, true)` says nothing to its reader.
export const round = (value: number, up: boolean): number => (up ? Math.ceil(value) : Math.floor(value))
