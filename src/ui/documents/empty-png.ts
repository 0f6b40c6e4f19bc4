// One white point: what a reader of Word files that knows no SVG shows in place of a drawing. The numbers stand in the table below it.
export const emptyPng = Uint8Array.from(atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg=='), (sign) => sign.charCodeAt(0))
